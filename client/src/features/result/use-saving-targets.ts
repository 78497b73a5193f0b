import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { withChosen } from '#shared/domain/scoring/targets.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { keepChosen, readTargets, type TypedTargets, typeTargets } from './target-values.ts';
import { fetchTargets, type OwnTargetsState, sendTargets } from './targets.tsx';

type Saving = { readonly responseId: string; readonly own: OwnTargetsState; readonly areas: readonly string[] };

/**
 * The form of the targets. Where somebody else was first, what they stored is shown on the page, and what was chosen
 * here stays in the form until it is saved over that or given up.
 */
export function useSavingTargets({ responseId, own, areas }: Saving) {
  const { stored, show } = own;
  const action = useAction(useProblemWords());
  const [isSaved, setSaved] = useState(false);
  const [isOvertaken, setOvertaken] = useState(false);
  const form = useForm<TypedTargets>({ defaultValues: typeTargets(stored.targets, areas) });

  const takeNewest = async (typed: TypedTargets): Promise<void> => {
    const newest = await fetchTargets(responseId);
    const theirs = typeTargets(newest.targets, areas);
    const kept = keepChosen(typed, typeTargets(stored.targets, areas), theirs);
    show(newest);
    form.reset(theirs);
    for (const code of areas) form.setValue(code, kept[code] ?? '', { shouldDirty: true });
    // Where both chose the same there is nothing left to save.
    const isSame = areas.every((code) => kept[code] === theirs[code]);
    setOvertaken(!isSame);
    setSaved(isSame);
  };

  const send = form.handleSubmit((typed) =>
    action.run(async () => {
      setSaved(false);
      const targets = withChosen(stored.targets, readTargets(typed, areas));
      try {
        const saved = await sendTargets(responseId, { targets, revision: stored.revision });
        show(saved);
        form.reset(typeTargets(saved.targets, areas));
      } catch (failure) {
        if (!(failure instanceof ProblemError) || failure.code !== 'changed-meanwhile') throw failure;
        await takeNewest(typed);
        return;
      }
      setOvertaken(false);
      setSaved(true);
    }),
  );

  return {
    form,
    action,
    isSaved: isSaved && !form.formState.isDirty,
    isOvertaken,
    send,
    /** What is stored is what one goes on from. */
    takeStored: () => {
      form.reset(typeTargets(stored.targets, areas));
      setOvertaken(false);
    },
    proposeAll: () => {
      for (const code of areas) form.setValue(code, '', { shouldDirty: true });
    },
  };
}

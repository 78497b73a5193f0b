import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { withChosen } from '#shared/domain/scoring/targets.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { keepChosen, readTargets, type TypedTargets, typeTargets } from './target-values.ts';
import { fetchTargets, type OwnTargetsState, sendTargets } from './targets.tsx';

export type Done = 'saved' | 'taken' | 'proposed';
type Saving = { readonly responseId: string; readonly own: OwnTargetsState; readonly areas: readonly string[] };

/**
 * The form of the targets. Where somebody else was first, what they stored is shown on the page, and what was chosen
 * here stays in the form until it is saved over that or given up.
 */
export function useSavingTargets({ responseId, own, areas }: Saving) {
  const { stored, show } = own;
  const action = useAction(useProblemWords());
  const [done, setDone] = useState<Done | null>(null);
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
    setDone(isSame ? 'saved' : null);
  };

  const send = form.handleSubmit((typed) =>
    action.run(async () => {
      setDone(null);
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
      setDone('saved');
    }),
  );

  const { isDirty } = form.formState;
  // Nothing parts any more what stands in the form and what somebody else stored.
  if (isOvertaken && !isDirty) setOvertaken(false);

  return {
    form,
    action,
    /** What was done last, as long as the form stands as that left it. */
    done: (isDirty || isOvertaken) && done !== 'proposed' ? null : done,
    isOvertaken,
    send,
    /** What is stored is what one goes on from. */
    takeStored: () => {
      form.reset(typeTargets(stored.targets, areas));
      setOvertaken(false);
      setDone('taken');
    },
    proposeAll: () => {
      for (const code of areas) form.setValue(code, '', { shouldDirty: true });
      setDone('proposed');
    },
  };
}

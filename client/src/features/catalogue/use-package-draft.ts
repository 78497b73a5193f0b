import { useLingui } from '@lingui/react/macro';
import { useCallback, useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { EditingOrganisation, PackageDraftDocument } from '#shared/contracts/catalogue.ts';
import { isSameJson } from '#shared/domain/canonical-json.ts';
import { checkPackageDraft } from '#shared/domain/routing/drafting/check-package-draft.ts';
import type { PackageDraft } from '#shared/domain/routing/drafting/package-draft.ts';
import { draftOf, packageDraftSchema } from '#shared/domain/routing/drafting/package-draft.ts';
import { isNoReply } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { conflictIn, sendPackageDraft, sendPublication } from './api.ts';
import { editorFor, useWorkshop } from './catalogue-context.tsx';
import type { Conflict } from './conflict-panel.tsx';
import type { DraftPart } from './draft-context.tsx';
import { useCatalogueProblemWords } from './use-catalogue-problem-words.ts';

function withoutUndefined(draft: object): PackageDraft {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)) as PackageDraft;
}

/** A condition may lack what it asks about for a moment; until it is chosen the draft cannot be stored. */
const isStorable = (draft: PackageDraft): boolean => packageDraftSchema.safeParse(draft).success;

/** What the text in use has that the draft did not begin with: somebody has published it meanwhile. */
const isOvertaken = ({ base, current }: PackageDraftDocument): boolean =>
  base !== null && current !== null && !isSameJson(base, current);

class NotStorable extends Error {}

/** A draft of a package while it is edited: what is typed, what is stored, and what others did meanwhile. */
export function usePackageDraft(loaded: PackageDraftDocument, organisation: EditingOrganisation) {
  const { t } = useLingui();
  const { catalogue } = useWorkshop();
  const localise = useLocalised();
  const say = useCatalogueProblemWords();
  const saving = useAction((failure) =>
    failure instanceof NotStorable ? t`Nothing was saved: a part of a condition has nothing chosen.` : say(failure),
  );
  const done = useDone();
  const [stored, setStored] = useState(loaded);
  const [draft, setDraft] = useState(loaded.content);
  /** Somebody else's draft that came in between. */
  const [rival, setRival] = useState<PackageDraftDocument>();
  /** How often something of one's own did not get in, since somebody else had been there. */
  const [clashes, setClashes] = useState(0);

  const change = (part: DraftPart) => setDraft((known) => withoutUndefined({ ...known, ...part }));
  const isDirty = !isSameJson(draft, stored.content);

  const store = async (content: PackageDraft, over: PackageDraftDocument, followsNewest: boolean) => {
    if (!isStorable(content)) throw new NotStorable();
    try {
      const { revision, versionNumber } = over;
      const saved = await sendPackageDraft(over.packageDraftId, { revision, content, followsNewest, versionNumber });
      setStored(saved);
      setRival(undefined);
      return saved;
    } catch (error) {
      const meanwhile = conflictIn(error);
      if (meanwhile === undefined) throw error;
      setRival(meanwhile);
      setClashes((count) => count + 1);
      return undefined;
    }
  };

  const save = () =>
    saving.run(async () => {
      const saved = await store(draft, stored, false);
      // What was typed while it was on its way is not saved yet, and stays.
      if (saved !== undefined) setDraft((known) => (known === draft ? saved.content : known));
      if (saved !== undefined) done.say(t`Saved in the draft.`);
    });

  const { failure } = saving;
  const saveNow = useEffectEvent(save);
  useEffect(() => {
    if (failure === null || !isNoReply(failure)) return;
    const backAgain = () => saveNow();
    window.addEventListener('online', backAgain);
    return () => window.removeEventListener('online', backAgain);
  }, [failure]);

  const settle = (content: PackageDraft) =>
    saving.run(async () => {
      const saved =
        rival === undefined ? await store(content, stored, true) : await store(content, rival, isOvertaken(rival));
      if (saved !== undefined) setDraft(saved.content);
      if (saved !== undefined) done.say(t`Saved in the draft, with what both have changed.`);
    });

  /** Undefined when somebody else was faster: what they did is shown then. */
  const publish = async (othersAsked: boolean) => {
    const saved = isDirty ? await store(draft, stored, false) : stored;
    if (saved === undefined) return undefined;
    setDraft(saved.content);
    try {
      return await sendPublication(saved.packageDraftId, saved.revision, othersAsked);
    } catch (error) {
      const meanwhile = conflictIn(error);
      if (meanwhile === undefined) throw error;
      setStored(meanwhile);
      setClashes((count) => count + 1);
      return undefined;
    }
  };

  const check = useCallback(
    (content: PackageDraft) =>
      checkPackageDraft(content, {
        catalogue: catalogue.catalogue,
        structure: catalogue.structure,
        supportForms: catalogue.supportForms.map(({ code }) => code),
        editor: editorFor(organisation),
      }),
    [catalogue, organisation],
  );
  const deferred = useDeferredValue(draft);
  const issues = useMemo(() => check(deferred), [check, deferred]);
  /** Of what stands in the fields, while what is shown of it may lag behind the keys. */
  const issuesNow = () => check(draft);

  const conflict = ((): Conflict | undefined => {
    if (rival !== undefined) {
      const by = rival.changedBy ?? t`Somebody`;
      return { base: stored.content, theirs: rival.content, by, isPublished: false };
    }
    if (!isOvertaken(stored) || stored.base === null || stored.current === null) return undefined;
    const by = stored.currentBy === null ? t`A new release` : localise(stored.currentBy);
    return { base: draftOf(stored.base), theirs: draftOf(stored.current), by, isPublished: true };
  })();

  return { draft, stored, change, isDirty, issues, issuesNow, conflict, clashes, saving, done, save, settle, publish };
}

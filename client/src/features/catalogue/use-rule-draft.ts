import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { RuleDraft } from '#shared/contracts/rule-drafts.ts';
import { isSameJson } from '#shared/domain/canonical-json.ts';
import { checkRuleChanges } from '#shared/domain/routing/rule-drafting/check-rule-changes.ts';
import { boundsOf, isWithin } from '#shared/domain/routing/rule-drafting/number-bounds.ts';
import type { RuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { listRuleDifferences } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { ruleConflictIn, sendRuleDraft } from './api.ts';
import { useWorkshop } from './catalogue-context.tsx';
import { useCatalogueProblemWords } from './use-catalogue-problem-words.ts';

/** The draft of the rule set while it is edited: what is typed, what is stored, and what somebody else did meanwhile. */
export function useRuleDraft(loaded: RuleDraft) {
  const { t } = useLingui();
  const { catalogue, structure } = useWorkshop().catalogue;
  const saving = useAction(useCatalogueProblemWords());
  const done = useDone();
  const [stored, setStored] = useState(loaded);
  const [changes, setChanges] = useState<RuleChanges>(loaded.changes);
  /** Places where no number is typed. */
  const [unread, setUnread] = useState<readonly string[]>([]);
  const [rival, setRival] = useState<RuleDraft>();

  const setNumber = (path: string, value: number | undefined) => {
    setUnread((known) =>
      value === undefined ? [...new Set([...known, path])] : known.filter((each) => each !== path),
    );
    if (value !== undefined) setChanges((known) => ({ ...known, numbers: { ...known.numbers, [path]: value } }));
  };
  /** Places of numbers that cannot be used as they stand: none is typed, or one outside what there may be. */
  const unusable = [
    ...unread,
    ...Object.entries(changes.numbers)
      .filter(([path, value]) => {
        const bounds = boundsOf(catalogue.rules, path);
        return !unread.includes(path) && bounds !== undefined && !isWithin(bounds, value);
      })
      .map(([path]) => path),
  ];
  const store = (over: RuleDraft) =>
    saving.run(async () => {
      try {
        const saved = await sendRuleDraft(over.ruleDraftId, { revision: over.revision, changes });
        setStored(saved);
        setRival(undefined);
        done.say(t`Saved in the draft.`);
      } catch (error) {
        const meanwhile = ruleConflictIn(error);
        if (meanwhile === undefined) throw error;
        setRival(meanwhile);
      }
    });
  return {
    stored,
    changes,
    unread,
    unusable,
    rival,
    saving,
    done,
    isDirty: !isSameJson(changes, stored.changes) || unread.length > 0,
    issues: checkRuleChanges(catalogue, structure, changes),
    differences: listRuleDifferences(catalogue, changes),
    setNumber,
    setOff: (id: string, isOff: boolean) =>
      setChanges((known) => ({ ...known, isOff: { ...known.isOff, [id]: isOff } })),
    forget: (path: string) =>
      setChanges(({ isOff, numbers }) => ({
        isOff: Object.fromEntries(Object.entries(isOff).filter(([id]) => `rules/${id}` !== path)),
        numbers: Object.fromEntries(Object.entries(numbers).filter(([place]) => place !== path)),
      })),
    save: () => store(stored),
    /** Over what somebody else stored, once it was seen. */
    saveOverRival: () => rival !== undefined && store(rival),
    takeRival: () => {
      if (rival === undefined) return;
      setStored(rival);
      setChanges(rival.changes);
      setUnread([]);
      setRival(undefined);
    },
  };
}
export type RuleDraftState = ReturnType<typeof useRuleDraft>;

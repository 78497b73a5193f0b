import { Trans, useLingui } from '@lingui/react/macro';
import type { ConstraintGroup } from '#shared/domain/cohort/constraint-group.ts';
import type { Lock } from '#shared/domain/cohort/problem.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import type { PlanView } from './plan-view.ts';
import styles from './planning.module.css';
import type { PlanWords } from './use-plan-words.ts';

type NameOf = (id: string) => string;

export function useLockWords(firm: NameOf, edition: NameOf) {
  const { t } = useLingui();
  return (lock: Lock): string => {
    const name = firm(lock.firmId);
    switch (lock.kind) {
      case 'in':
        return t`${name} is to be in ${edition(lock.editionId)}.`;
      case 'out':
        return t`${name} is not to be in ${edition(lock.editionId)}.`;
      case 'somewhere':
        return t`${name} is to be in some group.`;
      case 'nowhere':
        return t`${name} is to be in no group.`;
    }
  };
}

/** Each rule in words, with whom or what it is about. */
function useClashWords(view: PlanView, words: PlanWords): (group: ConstraintGroup) => string {
  const { t } = useLingui();
  const { rules } = view.document.problem;
  const firm: NameOf = (id) => {
    const found = view.firm(id);
    return found === undefined ? '–' : words.firm(found.words);
  };
  const edition: NameOf = (id) => {
    const found = view.edition(id);
    return found === undefined ? '–' : words.edition(found.words);
  };
  const lockWords = useLockWords(firm, edition);
  return (group) => {
    switch (group.kind) {
      case 'places':
        return t`${edition(group.editionId)} has ${view.edition(group.editionId)?.places ?? 0} places.`;
      case 'minimum':
        return t`${edition(group.editionId)} needs at least ${view.edition(group.editionId)?.minimumGroup ?? 0} firms.`;
      case 'run':
        return t`${edition(group.editionId)} is to be held.`;
      case 'once':
        return t`${firm(group.firmId)} can be in ${rules.editionsPerFirm} groups at most, and in a package once.`;
      case 'dates':
        return t`${firm(group.firmId)} cannot be in two things at the same time.`;
      case 'distance':
        return t`${firm(group.firmId)} is to travel ${rules.mostKm ?? 0} km at most.`;
      case 'need':
        return t`${firm(group.firmId)} can only be in groups for packages that it needs.`;
      case 'together': {
        const [one = '', other = ''] = rules.together[group.index] ?? [];
        return t`${firm(one)} and ${firm(other)} are to be together.`;
      }
      case 'apart': {
        const [one = '', other = ''] = rules.apart[group.index] ?? [];
        return t`${firm(one)} and ${firm(other)} are not to meet.`;
      }
      case 'lock': {
        const lock = rules.locks[group.index];
        return lock === undefined ? '–' : lockWords(lock);
      }
    }
  };
}

/** Why there is no plan. */
export function ClashNotice({ view, words }: { view: PlanView; words: PlanWords }) {
  const clashWords = useClashWords(view, words);
  const { outcome } = view.document;
  if (outcome?.status !== 'infeasible') return null;
  return (
    <Notice tone="warning" title={<Trans>No plan keeps to all of this</Trans>}>
      <p>
        {outcome.isIrreducible ? (
          <Trans>These clash. Give up any one of them, and the others can be kept:</Trans>
        ) : (
          <Trans>There was no time to find out which of these clash:</Trans>
        )}
      </p>
      <ul className={styles.list}>
        {outcome.clash.map((group) => (
          <li key={JSON.stringify(group)}>{clashWords(group)}</li>
        ))}
      </ul>
    </Notice>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { PlanRules } from '#shared/domain/cohort/problem.ts';
import { Button } from '../../ui/button/button.tsx';
import { useLockWords } from './clash-notice.tsx';
import { obstacleToLock } from './lock-obstacle.ts';
import { lockValue } from './plan-lock.ts';
import type { PlanView } from './plan-view.ts';
import styles from './planning.module.css';
import type { PlanWords } from './use-plan-words.ts';
import { useWhyWords } from './use-why-words.ts';

type LockListProps = {
  view: PlanView;
  words: PlanWords;
  rules: PlanRules;
  onChange: (rules: PlanRules) => void;
};

function Impossible({ why }: { why: string | undefined }) {
  if (why === undefined) return null;
  return (
    <strong>
      <Trans>No plan can keep to this: {why}.</Trans>
    </strong>
  );
}

/** What has been decided about single firms, and of groups that they are to be held. */
export function LockList({ view, words, rules, onChange }: LockListProps) {
  const { t } = useLingui();
  const nameOf = (firmId: string): string => {
    const firm = view.firm(firmId);
    return firm === undefined ? '–' : words.firm(firm.words);
  };
  const editionName = (editionId: string): string => {
    const edition = view.edition(editionId);
    return edition === undefined ? '–' : words.edition(edition.words);
  };
  const lockWords = useLockWords(nameOf, editionName);
  const whyWords = useWhyWords(view, words);
  const { locks, mustRun } = rules;
  const problem = { ...view.document.problem, rules };
  const impossible = (firmId: string): string | undefined => {
    const firm = view.firm(firmId);
    if (firm === undefined) return undefined;
    const obstacle = obstacleToLock(problem, firm, lockValue(locks, firmId));
    return obstacle === undefined ? undefined : whyWords(obstacle.why, { firm, edition: obstacle.edition });
  };
  if (locks.length + mustRun.length === 0) return null;
  return (
    <section aria-label={t`Locked`}>
      <p>
        <strong>
          <Trans>Locked</Trans>
        </strong>
      </p>
      <ul className={styles.list}>
        {mustRun.map((editionId) => (
          <li key={editionId} className={styles.listRow}>
            <span>
              <Trans>{editionName(editionId)} is to be held.</Trans>
            </span>
            <Button
              variant="quiet"
              aria-label={t`Unlock: ${editionName(editionId)}`}
              onClick={() => onChange({ ...rules, mustRun: mustRun.filter((each) => each !== editionId) })}
            >
              <Trans>Unlock</Trans>
            </Button>
          </li>
        ))}
        {locks.map((lock) => (
          <li key={lock.firmId} className={styles.listRow}>
            <span>
              {lockWords(lock)} <Impossible why={impossible(lock.firmId)} />
            </span>
            <Button
              variant="quiet"
              aria-label={t`Unlock: ${nameOf(lock.firmId)}`}
              onClick={() => onChange({ ...rules, locks: locks.filter((each) => each !== lock) })}
            >
              <Trans>Unlock</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { Lock } from '#shared/domain/cohort/problem.ts';
import { Button } from '../../ui/button/button.tsx';
import { useLockWords } from './clash-notice.tsx';
import type { PlanView } from './plan-view.ts';
import styles from './planning.module.css';
import type { PlanWords } from './use-plan-words.ts';

type LockListProps = {
  view: PlanView;
  words: PlanWords;
  locks: readonly Lock[];
  onChange: (locks: Lock[]) => void;
};

/** What has been decided about single firms. */
export function LockList({ view, words, locks, onChange }: LockListProps) {
  const { t } = useLingui();
  const nameOf = (firmId: string): string => {
    const firm = view.firm(firmId);
    return firm === undefined ? '–' : words.firm(firm.words);
  };
  const lockWords = useLockWords(nameOf, (editionId) => {
    const edition = view.edition(editionId);
    return edition === undefined ? '–' : words.edition(edition.words);
  });
  if (locks.length === 0) return null;
  return (
    <section aria-label={t`Locked`}>
      <p>
        <strong>
          <Trans>Locked</Trans>
        </strong>
      </p>
      <ul className={styles.list}>
        {locks.map((lock) => (
          <li key={lock.firmId} className={styles.listRow}>
            <span>{lockWords(lock)}</span>
            <Button
              variant="quiet"
              aria-label={t`Unlock: ${nameOf(lock.firmId)}`}
              onClick={() => onChange(locks.filter((each) => each !== lock))}
            >
              <Trans>Unlock</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

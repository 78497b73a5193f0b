import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { codesToReplyTo } from '#shared/domain/review/compare-review.ts';
import type { ReviewEntry } from '#shared/domain/review/review.ts';
import { listReviewable } from '#shared/domain/review/review-basis.ts';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useReview } from './review-context.tsx';
import styles from './reviewing.module.css';
import { ThreeWays } from './three-ways.tsx';
import { useSubjectWords } from './use-subject-words.ts';

type ThreeWayListProps = {
  entries: readonly ReviewEntry[];
  /** What stands under an entry that differs, where the firm is to reply to it. */
  replyTo?: ((code: string) => ReactNode) | undefined;
};

type Group = { readonly dimension: string; readonly entries: readonly ReviewEntry[] };

function Groups({ groups, replyTo }: { groups: readonly Group[]; replyTo?: ThreeWayListProps['replyTo'] }) {
  const words = useSubjectWords();
  return groups.map(({ dimension, entries }) => (
    <div key={dimension} className={styles.group}>
      <h3>{words.dimension(dimension)}</h3>
      <ul className={styles.items}>
        {entries.map((entry) => (
          <ThreeWays key={entry.code} entry={entry} reply={replyTo?.(entry.code)} />
        ))}
      </ul>
    </div>
  ));
}

/** What differs first, by area; what both say alike, and what could not be judged, behind a click. */
export function ThreeWayList({ entries, replyTo }: ThreeWayListProps) {
  const { basis } = useReview();
  const differing = new Set(codesToReplyTo(basis, entries));
  const groupsOf = (isWanted: (code: string) => boolean): Group[] =>
    listReviewable(basis)
      .map(({ dimension, items }) => ({
        dimension,
        entries: entries.filter(({ code }) => (code === dimension || items.includes(code)) && isWanted(code)),
      }))
      .filter((group) => group.entries.length > 0);
  const alike = groupsOf((code) => !differing.has(code));
  return (
    <Section title={<Trans>Where the two differ</Trans>}>
      {differing.size === 0 ? (
        <EmptyState title={<Trans>Nothing differs</Trans>} />
      ) : (
        <Groups groups={groupsOf((code) => differing.has(code))} replyTo={replyTo} />
      )}
      {alike.length > 0 && (
        <Details summary={<Trans>The rest of what was gone through</Trans>}>
          <div className={styles.group}>
            <Groups groups={alike} />
          </div>
        </Details>
      )}
    </Section>
  );
}

import type { QueueOrder, QueueRow, QueueView } from '#shared/contracts/advisor-queue.ts';
import { isOpen } from './referral-action.ts';

/** The column that the rows stand in the order of, and which way. */
export const sortedColumn: Record<QueueOrder, { readonly key: string; readonly sorted: 'ascending' | 'descending' }> = {
  due: { key: 'state', sorted: 'ascending' },
  newest: { key: 'state', sorted: 'descending' },
  name: { key: 'firm', sorted: 'ascending' },
  'lowest-level': { key: 'levels', sorted: 'ascending' },
};

/** The day that gives a row its place. */
export type DecidingDay = { readonly kind: 'answer-due' | 'changed' | 'submitted'; readonly at: string };

const submittedOf = ({ facts }: QueueRow): DecidingDay | undefined =>
  facts === null ? undefined : { kind: 'submitted', at: facts.submittedAt };

/** As the server sorts: by the request where there is one that counts, else by when the firm answered last. */
export function decidingDay(row: QueueRow, view: QueueView, order: QueueOrder): DecidingDay | undefined {
  const { referral } = row;
  const submitted = view === 'to-answer' || view === 'under-way' ? undefined : submittedOf(row);
  switch (order) {
    case 'due':
      return referral !== null && isOpen(referral) ? { kind: 'answer-due', at: referral.answerDueAt } : submitted;
    case 'newest':
      return referral === null ? submitted : { kind: 'changed', at: referral.statusSince };
    case 'name':
    case 'lowest-level':
      return undefined;
  }
}

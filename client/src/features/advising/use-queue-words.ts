import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { QueueOrder, QueueView } from '#shared/contracts/advisor-queue.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import type { TimeLeft } from './time-left.ts';

/** What the lists, their orders and what firms are sorted by are called. */
export function useQueueWords() {
  const { t } = useLingui();
  const firmWords = useFirmWords();
  const viewOf: Record<QueueView, string> = {
    'to-answer': t`To answer`,
    'under-way': t`Under way`,
    'rounds-due': t`Time for another round`,
    all: t`All firms`,
  };
  const orderOf: Record<QueueOrder, string> = {
    due: t`Most urgent first`,
    newest: t`Changed last, first`,
    name: t`Name`,
    'lowest-level': t`Lowest level first`,
  };
  return {
    view: (view: QueueView) => viewOf[view],
    order: (order: QueueOrder) => orderOf[order],
    ...firmWords,
    timeLeft: ({ isOverdue, days }: TimeLeft): string => {
      if (days === 0) return isOverdue ? t`Overdue since today` : t`To be answered today`;
      return isOverdue
        ? t`${plural(days, { one: 'Overdue by # day', other: 'Overdue by # days' })}`
        : t`${plural(days, { one: '# day left', other: '# days left' })}`;
    },
  };
}

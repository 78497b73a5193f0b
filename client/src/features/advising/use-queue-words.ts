import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { QueueOrder, QueueView } from '#shared/contracts/advisor-queue.ts';
import type { Branch, SizeClass } from '#shared/domain/firm/firm-profile.ts';
import { outsideRegion } from '#shared/domain/firm/firm-profile.ts';
import type { FirmCounty } from './queue-address.ts';
import type { TimeLeft } from './time-left.ts';

/** What the lists, their orders and what firms are sorted by are called. */
export function useQueueWords() {
  const { t } = useLingui();
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
  const countyOf: Record<FirmCounty, string> = {
    '17': 'Värmland',
    '20': 'Dalarna',
    '21': 'Gävleborg',
    [outsideRegion]: t`Outside the three counties`,
  };
  const branchOf: Record<Branch, string> = {
    'steel-and-metals': t`Steel and metals`,
    'forest-and-bioeconomy': t`Forest and bioeconomy`,
    'metal-products-and-machinery': t`Metal products and machinery`,
    'wood-building': t`Wooden houses and building products`,
    'digital-and-industrial-services': t`Services to industry`,
    'other-industry': t`Other industry`,
  };
  const sizeOf: Record<SizeClass, string> = {
    '1-4': t`1–4 employees`,
    '5-9': t`5–9 employees`,
    '10-49': t`10–49 employees`,
    '50-249': t`50–249 employees`,
    '250-plus': t`250 employees or more`,
  };
  return {
    view: (view: QueueView) => viewOf[view],
    order: (order: QueueOrder) => orderOf[order],
    county: (county: FirmCounty) => countyOf[county],
    branch: (branch: Branch) => branchOf[branch],
    size: (size: SizeClass) => sizeOf[size],
    timeLeft: ({ isOverdue, days }: TimeLeft): string => {
      if (days === 0) return isOverdue ? t`Overdue since today` : t`To be answered today`;
      return isOverdue
        ? t`${plural(days, { one: 'Overdue by # day', other: 'Overdue by # days' })}`
        : t`${plural(days, { one: '# day left', other: '# days left' })}`;
    },
  };
}

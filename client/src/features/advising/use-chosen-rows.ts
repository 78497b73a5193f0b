import { useState } from 'react';
import type { QueueRow, QueueView } from '#shared/contracts/advisor-queue.ts';
import { mayBeReminded } from '#shared/domain/outreach/reminders.ts';
import { isOpen, type RequestTarget, type Target } from './referral-action.ts';
import { rowKey } from './use-queue-list.ts';
import type { ReferralActions } from './use-referral-actions.ts';

const withOr = (keys: ReadonlySet<string>, key: string, isIn: boolean): Set<string> =>
  isIn ? new Set([...keys, key]) : new Set([...keys].filter((each) => each !== key));

/** What is chosen among the rows on the page. */
export function useChosenKeys() {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  return {
    keys,
    choose: (key: string, isChosen: boolean) => setKeys((before) => withOr(before, key, isChosen)),
    chooseAll: (targets: readonly Target[]) => setKeys(new Set(targets.map(({ key }) => key))),
    release: (targets: readonly Target[]) =>
      setKeys((before) => new Set([...before].filter((key) => !targets.some((target) => target.key === key)))),
  };
}

/** The lists of firms are those that one reminds from. */
export const isToRemindFrom = (view: QueueView): boolean => view === 'rounds-due' || view === 'all';

/** A row that something can be done with. */
export type Choice = Target & {
  /** Null where there is none, or it has ended. */
  readonly request: RequestTarget | null;
  readonly isRemindable: boolean;
};

function requestOf(
  target: Target,
  { referralId, revision, status, packageCode }: NonNullable<QueueRow['referral']>,
  provider: RequestTarget['provider'],
): RequestTarget {
  return { ...target, referralId, revision, status, packageCode, provider };
}

/** What can be done with a row of the list; undefined where nothing can. */
export function choiceOf(row: QueueRow, view: QueueView, firmName: string): Choice | undefined {
  const { referral, organisationId, firmId, organisationName: provider } = row;
  const target = { key: rowKey(row), organisationId, firmId, firmName };
  const isRemindable = isToRemindFrom(view) && mayBeReminded(row);
  const request = referral !== null && isOpen(referral) ? requestOf(target, referral, provider) : null;
  return request === null && !isRemindable ? undefined : { ...target, request, isRemindable };
}

/** Something is about to be done, or being done, with these. */
export function busyKeys({ pending, sending }: ReferralActions): Set<string> {
  return new Set([...(pending?.targets ?? []), ...(sending?.targets ?? [])].map(({ key }) => key));
}

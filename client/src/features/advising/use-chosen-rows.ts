import { useState } from 'react';
import type { QueueRow } from '#shared/contracts/advisor-queue.ts';
import { isOpen, type Target } from './referral-action.ts';
import type { ReferralActions } from './use-referral-actions.ts';

const withOr = (keys: ReadonlySet<string>, key: string, isIn: boolean): Set<string> =>
  isIn ? new Set([...keys, key]) : new Set([...keys].filter((each) => each !== key));

/** The requests that are chosen among the rows on the page. */
export function useChosenKeys() {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  return {
    keys,
    choose: (key: string, isChosen: boolean) => setKeys((before) => withOr(before, key, isChosen)),
    chooseAll: (targets: readonly Target[]) => setKeys(new Set(targets.map(({ referralId }) => referralId))),
    release: (targets: readonly Target[]) =>
      setKeys((before) => new Set([...before].filter((key) => !targets.some(({ referralId }) => referralId === key)))),
  };
}

/** What can be acted upon in a row; undefined where nothing can. */
export function targetOf(row: QueueRow, firmName: string): Target | undefined {
  const { referral, organisationId, organisationName } = row;
  if (referral === null || !isOpen(referral)) return undefined;
  const { referralId, revision, status, packageCode } = referral;
  return { organisationId, referralId, revision, status, firmName, packageCode, provider: organisationName };
}

/** Something is about to be done, or being done, with these. */
export function busyKeys({ pending, sending }: ReferralActions): Set<string> {
  return new Set([...(pending?.targets ?? []), ...(sending?.targets ?? [])].map(({ referralId }) => referralId));
}

import { useRevalidator, useSearchParams } from 'react-router';
import { useAfterLeftDeeds } from './left-deeds.ts';
import { type QueueAddress, readQueueAddress, writeQueueAddress } from './queue-address.ts';
import { useAdvisingWords } from './use-advising-words.ts';
import { busyKeys, choiceOf, useChosenKeys } from './use-chosen-rows.ts';
import { useFreshOnReturn } from './use-fresh-on-return.ts';
import { useQueueList } from './use-queue-list.ts';
import { useReferralDesk } from './use-referral-desk.ts';
import { useSearchOfVisit } from './use-search-of-visit.ts';

/** What the address says is to be shown, and the way to have it say something else. */
function useQueueAddress() {
  const [parameters, setParameters] = useSearchParams();
  return {
    address: readQueueAddress(parameters),
    goTo: (next: QueueAddress) => setParameters(writeQueueAddress(next), { replace: true, preventScrollReset: true }),
  };
}

/** The rows that are wanted, what is chosen among them, and what is done with them. */
export function useQueue(ownPersonId: string | null) {
  const words = useAdvisingWords();
  const { address, goTo } = useQueueAddress();
  const [search, setSearch] = useSearchOfVisit(ownPersonId);
  const { revalidate } = useRevalidator();
  const chosenKeys = useChosenKeys();
  const list = useQueueList({ address, search });
  const refresh = () => {
    void revalidate();
    void list.refresh();
  };
  useFreshOnReturn(refresh);
  useAfterLeftDeeds(refresh);
  const desk = useReferralDesk(({ done }) => {
    chosenKeys.release(done);
    refresh();
  });
  const busy = busyKeys(desk.actions);
  const targets = (list.page?.rows ?? [])
    .flatMap((row) => choiceOf(row, address.view, words.firm(row.name)) ?? [])
    .filter(({ key }) => !busy.has(key));
  const chosen = targets.filter(({ key }) => chosenKeys.keys.has(key));
  return { address, goTo, search, setSearch, list, desk, busy, targets, chosen, chosenKeys };
}

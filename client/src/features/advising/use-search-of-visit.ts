import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';

/** Names of firms are written into no address and no storage: what was searched for lasts as long as the page does. */
const searches = new Map<string, string>();

/** With the session goes what was searched for in it. */
export const forgetSearches = (): void => searches.clear();

/** Part of a firm's name, found again by the same person who goes back to the list. */
export function useSearchOfVisit(personId: string | null): [string, (search: string) => void] {
  const { key } = useLocation();
  const visit = `${personId} ${key}`;
  const [search, setSearch] = useState(() => searches.get(visit) ?? '');
  useEffect(() => {
    searches.set(visit, search);
  }, [visit, search]);
  return [search, setSearch];
}

import { useState } from 'react';
import type { LettingIn } from '#shared/contracts/advising.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useAdvisingWords } from './use-advising-words.ts';

export const firmOrders = ['newest', 'name'] as const;
export type FirmOrder = (typeof firmOrders)[number];

/** Which firms are shown and how. What is searched for stays on the page: names of firms have no place in an address. */
export function useFirmList(firms: readonly LettingIn[]) {
  const language = useLanguage();
  const words = useAdvisingWords();
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<FirmOrder>('newest');
  const inSmall = (text: string) => text.toLocaleLowerCase(language);
  const byName = (a: LettingIn, b: LettingIn) => words.firm(a.name).localeCompare(words.firm(b.name), language);
  const byTime = (a: LettingIn, b: LettingIn) => b.since.localeCompare(a.since);
  const shown = firms
    .filter(({ name }) => inSmall(words.firm(name)).includes(inSmall(search.trim())))
    .toSorted(order === 'name' ? byName : byTime);
  return { search, setSearch, order, setOrder, shown };
}

import { useLingui } from '@lingui/react/macro';
import type { IndexField, IndexFormFault } from './read-index-value.ts';

/** What is amiss with a field of a value, and what would do. */
export function useIndexFaultWords(): (field: IndexField, code: IndexFormFault['code']) => string {
  const { t } = useLingui();
  const invalid: Record<IndexField, string> = {
    index: t`Write what the index is called.`,
    source: t`Write who publishes it.`,
    link: t`Write an address that begins with https://.`,
    year: t`Write the year with four figures.`,
    geography: t`Choose a geography.`,
    measures: t`Write what it measures.`,
    dimension: t`Choose an area of the questionnaire, or none.`,
    value: t`Write the value as a number.`,
    unit: t`Choose a unit.`,
    lowest: t`Write the lowest end as a number, or leave it empty.`,
    highest: t`Write the highest end as a number, or leave it empty.`,
    note: t`Write how far it can be compared: it is always shown with the value.`,
  };
  const others: Partial<Record<IndexFormFault['code'], string>> = {
    'in-the-future': t`The year is to come. Check it.`,
    'outside-the-scale': t`The value lies outside its scale. Check both.`,
    'not-above-the-lowest': t`The highest end is not above the lowest. Check both.`,
  };
  return (field, code) => others[code] ?? invalid[field];
}

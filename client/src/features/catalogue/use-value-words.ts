import { useLingui } from '@lingui/react/macro';
import type { LocalisedText } from '#shared/domain/language.ts';
import { describeCondition } from '#shared/domain/routing/describe-condition.ts';
import type { PackageField } from '#shared/domain/routing/drafting/package-fields.ts';
import { textFields } from '#shared/domain/routing/drafting/package-fields.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import { useNames } from './catalogue-context.tsx';
import { useChoiceWords, useTagWords } from './use-choice-words.ts';

/** What stands in a field, as lines to be read; texts in both languages. */
export type ValueLine = { readonly language?: 'sv' | 'en'; readonly text: string };

const inBoth = (text: LocalisedText): ValueLine[] => [
  { language: 'sv', text: text.sv },
  { language: 'en', text: text.en },
];

const isText = (field: PackageField): boolean => (textFields as readonly string[]).includes(field);

/** Puts any value of a field of a package into words. Null when there is none. */
export function useValueWords(): (field: PackageField, value: unknown) => readonly ValueLine[] {
  const { t } = useLingui();
  const names = useNames();
  const words = useChoiceWords();
  const tagWord = useTagWords();
  const listed = (codes: unknown, nameOf: (code: string) => string): ValueLine[] =>
    (codes as readonly string[]).map((code) => ({ text: nameOf(code) }));
  const condition = (value: unknown): ValueLine[] => {
    const { when, why } = value as NonNullable<Package['criteria']>;
    return [{ text: describeCondition(when, names.context) }, ...inBoth(why)];
  };
  const lists: Partial<Record<PackageField, (code: string) => string>> = {
    providers: names.provider,
    steps: names.step,
    supportForms: names.supportForm,
    sizeClasses: names.size,
    branches: names.branch,
    chainRoles: names.role,
    counties: names.county,
    tags: tagWord,
    complements: names.package,
    delivery: (code) => words.delivery[code as keyof typeof words.delivery],
    funding: (code) => words.funding[code as keyof typeof words.funding],
  };
  const ones: Partial<Record<PackageField, (value: never) => string>> = {
    priority: names.priority,
    stance: (value: Package['stance']) => words.stance[value],
    format: (value: Package['format']) => words.format[value],
    intake: (value: Package['intake']) => words.intake[value],
    status: (value: Package['status']) => (value === 'proposal' ? t`Proposal` : t`Confirmed`),
    groupSize: ({ minimum, maximum }: NonNullable<Package['groupSize']>) => t`${minimum}–${maximum} firms`,
  };
  const plain = (field: PackageField, value: unknown): string => {
    const say = ones[field];
    if (say !== undefined) return say(value as never);
    if (typeof value === 'boolean') return value ? t`Yes` : t`No`;
    return String(value);
  };
  return (field, value) => {
    if (value === null || value === undefined) return [];
    if (isText(field)) return inBoth(value as LocalisedText);
    if (field === 'criteria' || field === 'comesAfter') return condition(value);
    if (field === 'dimensions') {
      return (value as Package['dimensions']).map(({ code, bands }) => ({
        text: `${names.dimension(code)}: ${bands.map(names.band).join(', ')}`,
      }));
    }
    const nameOf = lists[field];
    return nameOf === undefined ? [{ text: plain(field, value) }] : listed(value, nameOf);
  };
}

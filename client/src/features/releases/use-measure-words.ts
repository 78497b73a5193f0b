import type { ReleaseNames } from '#shared/domain/benchmark/names.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { useLocalised } from '../../lib/use-language.ts';

/** What is measured, in the words that were its own when the release was begun. */
export function useMeasureWords({ measures, headings }: ReleaseNames) {
  const localise = useLocalised();
  const all = (texts: readonly LocalisedText[] | undefined) => (texts ?? []).map(localise);
  const localised = (text: LocalisedText | undefined, code: string) => (text === undefined ? code : localise(text));
  const measure = (code: string): string => localised(measures[code]?.name, code);
  return {
    measure,
    /** In front of what is said of it: with no colon of its own. */
    inTitle: (code: string): string => measure(code).replace(': ', ', '),
    heading: (code: string): string => localised(headings[code], code),
    headingOf: (measure: string): string => measures[measure]?.heading ?? '',
    classes: (measure: string): string[] => all(measures[measure]?.classes),
    coarse: (measure: string): string[] => all(measures[measure]?.coarse),
  };
}
export type MeasureWords = ReturnType<typeof useMeasureWords>;

import { useLingui } from '@lingui/react/macro';
import type { Place } from '#shared/domain/benchmark/frame.ts';
import type { ReleaseNames } from '#shared/domain/benchmark/names.ts';
import { lowerFirst } from '#shared/domain/wording/lower-first.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { placeOfKey } from './release-view.ts';

/** What groups and divisions are called in a release. */
export function useGroupWords({ attributes }: Pick<ReleaseNames, 'attributes'>) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const value = (attribute: string, code: string): string => {
    const name = attributes[attribute]?.values[code];
    return name === undefined ? code : localise(name);
  };
  const attributeOf = (code: string): string => {
    const name = attributes[code]?.name;
    return name === undefined ? code : localise(name);
  };
  const place = (of: Place): string => {
    const parts = Object.entries(of).map(([attribute, code]) => value(attribute, code));
    return parts.length === 0 ? t`All firms` : parts.join(', ');
  };
  return {
    value,
    place,
    group: (key: string): string => place(placeOfKey(key)),
    breakdown: (codes: readonly string[]): string => {
      const [first, second] = codes.map(attributeOf);
      if (first === undefined) return t`Not divided`;
      const other = second === undefined ? '' : lowerFirst(second, language);
      return second === undefined ? first : t`${first} and ${other}`;
    },
  };
}

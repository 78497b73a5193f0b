import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type EffectVerdict, verdictOf } from '#shared/domain/effect/effect-release.ts';
import { countRisen, type EffectPart, type ShownEffect } from '#shared/domain/effect/read-effects.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { MeasureWords } from './use-measure-words.ts';

/** What differences between firms with and without support say, and no more than that. */
export function useEffectWords(measureWords: MeasureWords) {
  const { t } = useLingui();
  const language = useLanguage();
  const level = (value: number): string => formatNumber(value, language, 1);
  const signed = (value: number): string => (value > 0 ? `+${level(value)}` : level(value));
  const names = (some: readonly ShownEffect[]): string =>
    listInWords(
      some.map(({ measure }) => measureWords.measure(measure)),
      language,
    );
  return {
    signed,
    sentence: ({ estimate, low, high }: ShownEffect): string => {
      const [mean, from, to] = [signed(estimate), signed(low), signed(high)];
      return t`${mean} (between ${from} and ${to}).`;
    },
    /** Both numbers are rounded: what is between them is no number of firms. */
    note: ({ tookPart, matched }: ShownEffect): string =>
      tookPart === matched
        ? t`About ${tookPart} took part, and about as many could be compared with a firm alike.`
        : t`About ${tookPart} took part. About ${matched} of them could be compared with a firm alike.`,
    verdict: (shown: ShownEffect): string => {
      const words: Record<EffectVerdict, string> = {
        more: t`Risen more than firms alike`,
        less: t`Risen less than firms alike`,
        unclear: t`Unclear: the interval holds 0`,
      };
      return words[verdictOf(shown)];
    },
    /** What the areas of one package or step say together. */
    finding: (shown: readonly ShownEffect[]): string[] => {
      const of = (verdict: EffectVerdict) => shown.filter((each) => verdictOf(each) === verdict);
      const [more, less, unclear] = [names(of('more')), names(of('less')), names(of('unclear'))];
      return [
        ...(more !== '' ? [t`Firms that took part have risen more than firms alike in: ${more}.`] : []),
        ...(less !== '' ? [t`Firms that took part have risen less than firms alike in: ${less}.`] : []),
        ...(unclear !== ''
          ? [t`Unclear in: ${unclear}. The interval holds 0, so they may have risen more, less or just as much.`]
          : []),
      ];
    },
    /** The title of the whole. */
    title: (packages: readonly EffectPart[]): string => {
      const { risen, told } = countRisen(packages);
      if (told === 0) return t`Too few firms to tell how any package has gone`;
      const comparisons = plural(told, { one: '# comparison', other: '# comparisons' });
      return t`In ${risen} of ${comparisons}, firms that took part in a package have risen more than firms alike`;
    },
  };
}
export type EffectWords = ReturnType<typeof useEffectWords>;

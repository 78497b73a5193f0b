import { useLingui } from '@lingui/react/macro';
import type { FundingTag } from '#shared/domain/followup/activity.ts';
import type { FollowUpLists } from '#shared/domain/followup/follow-up-lists.ts';
import type { IndexGeography, IndexUnit, IndexValue } from '#shared/domain/followup/index-value.ts';
import type { PortfolioSum } from '#shared/domain/followup/portfolio.ts';
import { portfolioWords } from '#shared/domain/followup/portfolio-words.ts';
import { stepWords } from '#shared/domain/followup/step-words.ts';
import { formatDay, formatExact, formatNumber } from '../../lib/format.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';

/** What the strategy's follow-up is told in. */
export function useFollowUpWords() {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const { status, funding } = portfolioWords(language);
  const { county } = useFirmWords();
  const geographies: Record<IndexGeography, string> = {
    nms: t`Norra Mellansverige`,
    '17': county('17'),
    '20': county('20'),
    '21': county('21'),
    sweden: t`Sweden`,
    eu: t`EU`,
    elsewhere: t`Somewhere else`,
  };
  const units: Record<IndexUnit, string> = { level: t`Mean level`, percent: t`Per cent`, points: t`Index points` };
  const number = (value: number) => formatExact(value, language);
  const valueIn = (value: number, unit: IndexUnit) =>
    unit === 'percent'
      ? t`${number(value)} per cent`
      : unit === 'level'
        ? t`level ${number(value)}`
        : t`${number(value)} points`;
  return {
    status,
    county,
    funding: (tag: FundingTag) => funding(tag),
    ...stepWords(language),
    /** With the county whose region has chosen it: areas of two regions may be called the same. */
    s3Area: (areas: FollowUpLists['s3Areas'], code: string): string => {
      const area = areas.find((each) => each.code === code);
      return area === undefined ? code : `${county(area.region)}: ${localise(area.name)}`;
    },
    geography: (geography: IndexGeography) => geographies[geography],
    unit: (unit: IndexUnit) => units[unit],
    number,
    value: ({ value, unit }: Pick<IndexValue, 'value' | 'unit'>) => valueIn(value, unit),
    scale: ({ lowest, highest }: Pick<IndexValue, 'lowest' | 'highest'>) => {
      if (lowest !== null && highest !== null) return t`from ${number(lowest)} to ${number(highest)}`;
      if (highest !== null) return t`up to ${number(highest)}`;
      return lowest === null ? t`no fixed ends` : t`from ${number(lowest)}, no upper end`;
    },
    period: (from: string, until: string | null) =>
      until === null
        ? t`from ${formatDay(from, language)}`
        : t`${formatDay(from, language)} to ${formatDay(until, language)}`,
    kronor: (kronor: number) => t`SEK ${formatNumber(kronor, language)}`,
    sum: ({ kronor, withoutAmount, activities }: PortfolioSum) => {
      if (activities === 0) return '–';
      if (withoutAmount === activities && kronor === 0) return t`not given`;
      const sum = t`SEK ${formatNumber(kronor, language)}`;
      return withoutAmount === 0 ? sum : t`at least ${sum}`;
    },
  };
}

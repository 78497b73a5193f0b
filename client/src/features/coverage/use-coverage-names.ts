import { useLingui } from '@lingui/react/macro';
import type { ReleaseNames } from '#shared/domain/benchmark/names.ts';
import type { CoverageAttribute, UntoldReason } from '#shared/domain/coverage/coverage.ts';
import type { Counted, LeftOut, PopulationUnit } from '#shared/domain/coverage/population.ts';
import type { PopulationFault } from '#shared/domain/coverage/population-fault.ts';
import type { WeightingBlock } from '#shared/domain/coverage/weighting.ts';
import { counties } from '#shared/domain/firm/firm-profile.ts';
import { formatNumber } from '../../lib/format.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';

/** A file that is not sent, since it would not be taken. */
export class FileTooLarge extends Error {}

/** What groups and measures are called in a release. */
export function useNamesOf({ attributes, measures }: ReleaseNames) {
  const { t } = useLingui();
  const localise = useLocalised();
  return {
    value: (attribute: CoverageAttribute, code: string | null): string => {
      if (code === null) return t`All firms`;
      const name = attributes[attribute]?.values[code];
      return name === undefined ? code : localise(name);
    },
    measure: (code: string): string => {
      const name = measures[code]?.name;
      return name === undefined ? code : localise(name);
    },
  };
}

export function useCoverageWords() {
  const { t } = useLingui();
  const language = useLanguage();
  const problem = useProblemWords();
  const firmWords = useFirmWords();
  const attributes: Record<CoverageAttribute, string> = { county: t`County`, branch: t`Branch`, size: t`Size` };
  const units: Record<PopulationUnit, string> = { firms: t`Firms`, workplaces: t`Workplaces` };
  const leftOut: Record<LeftOut['why'], string> = {
    elsewhere: t`other counties`,
    'not-industry': t`other trades than industry`,
    'partly-industry': t`classes of SNI of which only a part is industry`,
    'nobody-employed': t`without employees`,
    sum: t`sums of other rows`,
    secret: t`numbers that the source keeps secret`,
  };
  const faults: Record<PopulationFault['code'], string> = {
    'no-headings': t`No row has headings for region, industry (SNI) and size class.`,
    'no-year': t`No column tells which year it is of.`,
    'no-numbers': t`There are no numbers in the column of the year. Fill in how many firms there are in each row.`,
    'no-rows': t`No row is of industry in the three counties.`,
    'unknown-region': t`The region is not known`,
    'unknown-industry': t`The industry does not begin with a code of SNI`,
    'unknown-size': t`The size class is not a number of employees`,
    'faulty-number': t`Not a whole number`,
    'row-twice': t`The same row twice`,
    'regions-within': t`A municipality and its county are both there and would be counted twice`,
    'codes-within': t`A code of SNI and the one it lies in are both there and would be counted twice`,
    'sizes-overlap': t`The size class overlaps another and would be counted twice`,
    'county-missing': t`The county is missing`,
    'municipality-missing': t`The municipality is missing, and its county is there only by municipalities`,
    'industry-missing': t`The code of SNI is missing`,
    'size-missing': t`Firms with so many employees are missing`,
    'row-missing': t`The row is missing (region, SNI, employees)`,
  };
  const blocks: Record<WeightingBlock, string> = {
    'not-divided': t`the release does not divide firms this way`,
    'no-mean': t`the level of all firms is hidden`,
    'too-small': t`the population table holds too few firms`,
    secret: t`the source keeps some numbers secret`,
    'no-measure': t`of one of the branches it can not be told how many firms there are`,
    'not-told-apart': t`the source has firms in classes that may be of several of the groups`,
    'not-in-source': t`the source has no firms in one of the groups that are shown`,
    'too-much-hidden': t`too much of the population lies in groups that are hidden`,
    'too-uneven': t`some answers would count too many times as much as others`,
  };
  const untold: Record<UntoldReason, string> = {
    'not-told-apart': t`the source has firms in classes that may be of several groups`,
    'no-measure': t`no code of SNI stands for firms that sell to industry`,
    secret: t`the source keeps all the numbers secret`,
    'not-in-source': t`the source has no firms here, though some have answered`,
  };
  const countyIn = (text: string): string => {
    const county = counties.find((code) => code === text);
    return county === undefined ? text : firmWords.county(county);
  };
  return {
    attribute: (code: CoverageAttribute): string => attributes[code],
    unit: (unit: PopulationUnit): string => units[unit],
    leftOut: (why: LeftOut['why']): string => leftOut[why],
    block: (why: WeightingBlock): string => blocks[why],
    untold: (why: UntoldReason): string => untold[why],
    /** As whoever took it in wrote it; of a table that was made up, in the language of the reader. */
    source: ({ source, isSimulated }: { readonly source: string; readonly isSimulated: boolean }): string =>
      isSimulated ? t`Made-up table for the demo site` : source,
    counted: ({ surely, secretRows }: Pick<Counted, 'surely' | 'secretRows'>): string => {
      const shown = formatNumber(surely, language);
      return secretRows > 0 ? t`at least ${shown}` : shown;
    },
    fault: ({ code, row, text }: PopulationFault): string => {
      const words = faults[code];
      if (row !== null) return t`Row ${row}: ${words}: ${text}`;
      const which = code === 'county-missing' ? countyIn(text) : text;
      return which === '' ? words : t`${words}: ${which}`;
    },
    problem: (failure: unknown): string => {
      const code = failure instanceof ProblemError ? failure.code : null;
      if (failure instanceof FileTooLarge || code === 'payload-too-large')
        return t`The file is larger than 2 MB. Take the three counties only, or fewer years, and choose it again.`;
      if (code === 'file-not-readable')
        return t`The file cannot be read as Excel or CSV. Open it in Excel, save it as .xlsx or .csv and choose it again.`;
      return problem(failure);
    },
  };
}

import { useLingui } from '@lingui/react/macro';
import { divisionFindings, type Outstanding } from '#shared/domain/benchmark/division-findings.ts';
import { scaleOf } from '#shared/domain/benchmark/scale.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import type { ReleaseView } from './release-view.ts';
import { useFigureWords } from './use-figure-words.ts';
import { useGroupWords } from './use-group-words.ts';

type OutstandingOf = {
  view: ReleaseView;
  /** Of one scale. */
  measures: readonly string[];
  nameOf: (measure: string) => string;
};

/** Which groups stand out from all firms, in words; the farthest first. */
export function useOutstanding({ view, measures, nameOf }: OutstandingOf) {
  const { t } = useLingui();
  const language = useLanguage();
  const { names, breakdowns } = view.document.spec;
  const words = useGroupWords(names);
  const figures = useFigureWords();
  const scale = scaleOf(names, measures[0] ?? '');
  const { comparisons, found } = divisionFindings(view.document).outstanding(measures);
  const wordsOf = ({ measure, group, all }: Outstanding) => ({
    area: nameOf(measure),
    name: words.group(group.name),
    share: figures.told(group.mean, scale),
    of: figures.told(all.mean, scale),
  });
  const first = (attribute: string) => found.find((each) => each.attribute === attribute);
  return {
    comparisons,
    found,
    /** With about how many have answered. */
    line: (one: Outstanding): string => {
      const { area, name, share, of } = wordsOf(one);
      const [answered, answeredOfAll] = [one.group.firms, one.all.firms].map((firms) => formatNumber(firms, language));
      return t`${area}: ${name} ${share} (about ${answered} have answered), all firms ${of} (about ${answeredOfAll}).`;
    },
    /** The divisions by one attribute, that with the farthest group first. */
    divisions: breakdowns
      .filter((codes) => codes.length === 1)
      .toSorted((one, other) => {
        const [nearer, farther] = [one, other].map(([code = '']) => Math.abs(first(code)?.difference ?? 0));
        return (farther ?? 0) - (nearer ?? 0);
      }),
    /** What a division says. */
    ofDivision: (attribute: string): string => {
      const one = first(attribute);
      if (one === undefined) return t`no group can be told apart from all firms`;
      const { area, name, share, of } = wordsOf(one);
      return t`${area} stands out, ${name} ${share}, all firms ${of}`;
    },
  };
}

import { type CoverageRow, coverageAttributes, coverageBy } from '#shared/domain/coverage/coverage.ts';
import { populationBeside } from '#shared/domain/coverage/population.ts';
import { hiddenMark } from '../files/file-names.ts';
import { numberIn } from '../files/words.ts';
import { besideWordsIn } from './beside-words.ts';
import type { Chapter, Telling } from './telling.ts';

const decimalsBelow = 10;

/** What can be said of a row, never more surely than the source can tell it. */
function sayRows({ view: { count }, language }: Telling) {
  const say = besideWordsIn(language);
  const percent = (value: number): string => `${numberIn(value, value < decimalsBelow ? 1 : 0, language)} %`;
  return {
    answered: ({ answered }: CoverageRow): string => (answered === null ? hiddenMark : count(answered)),
    there: ({ population, most, untold }: CoverageRow): string => {
      if (untold === 'no-measure') return say('untold');
      if (most === null) return say('thereAtLeast', { population: count(population) });
      return population === most ? count(population) : `${count(population)}–${count(most)}`;
    },
    reached: ({ population, most, untold, answered, reached }: CoverageRow): string => {
      if (answered === null) return hiddenMark;
      if (untold !== null || reached === null) return say('untold');
      return population === most ? percent(reached) : say('atMost', { percent: percent(reached) });
    },
  };
}

/** How evenly the firms of each group have answered, of those there are. */
export const tellCoverage: Chapter = (telling) => {
  const { report, view, beside, language } = telling;
  const say = besideWordsIn(language);
  const { names, release } = view;
  const rowWords = sayRows(telling);
  const population = populationBeside(beside.populations, 'firms', release.document.spec);
  report.heading(2, say('coverage'));
  if (population === undefined) {
    report.paragraph(say('noPopulation'));
    return;
  }
  const covered = coverageAttributes.map((attribute) => ({
    attribute,
    ...coverageBy(attribute, release.document, population.cells),
  }));
  for (const { all } of covered.slice(0, 1))
    report.paragraph(
      say(all.answered === null ? 'reachedHidden' : 'reached', {
        ...{ answered: rowWords.answered(all), population: rowWords.there(all), percent: rowWords.reached(all) },
      }),
      'strong',
    );
  report.paragraph(say('population', { year: population.year, source: population.source }));
  if (population.isSimulated) report.paragraph(say('madeUpTable'), 'strong');
  const shown = covered.filter(({ rows }) => rows.some(({ answered }) => answered !== null));
  for (const { attribute, rows } of shown)
    report.table({
      caption: names.attribute(attribute),
      columns: [say('group'), say('answered'), say('there'), say('percent')],
      rows: rows.map((row) => [
        names.value(attribute, row.value ?? ''),
        rowWords.answered(row),
        rowWords.there(row),
        rowWords.reached(row),
      ]),
    });
  const apart = shown.flatMap(({ attribute, dissimilarity }) =>
    dissimilarity === null
      ? []
      : [say('apart', { by: names.attribute(attribute), percent: numberIn(dissimilarity, 0, language) })],
  );
  if (apart.length > 0) report.list(apart);
  report.paragraph(say('coverageLimit'), 'quiet');
};

import { type CoverageRow, coverageAttributes, coverageBy } from '#shared/domain/coverage/coverage.ts';
import { populationBeside } from '#shared/domain/coverage/population.ts';
import { decimalsOf, toldShare, toldThere } from '#shared/domain/coverage/told-row.ts';
import { hiddenMark } from '../files/file-names.ts';
import { numberIn } from '../files/words.ts';
import { besideWordsIn } from './beside-words.ts';
import type { Chapter, Telling } from './telling.ts';

/** What can be said of a row, in words. */
function sayRows({ view: { count }, language }: Telling) {
  const say = besideWordsIn(language);
  return {
    answered: ({ answered }: CoverageRow): string => (answered === null ? hiddenMark : count(answered)),
    there: (row: CoverageRow): string => {
      const told = toldThere(row);
      switch (told.kind) {
        case 'untold':
          return say('untold');
        case 'exactly':
          return count(told.count);
        case 'at-least':
          return say('thereAtLeast', { population: count(told.count) });
        case 'between':
          return `${count(told.count)}–${count(told.most)}`;
      }
    },
    reached: (row: CoverageRow): string => {
      const told = toldShare(row);
      if (told.kind === 'untold') return say('untold');
      if (told.kind === 'hidden') return hiddenMark;
      const percent = `${numberIn(told.percent, decimalsOf(told.percent), language)} %`;
      return told.kind === 'exactly' ? percent : say('atMost', { percent });
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

import {
  type Coverage,
  type CoverageRow,
  coverageAttributes,
  coverageBy,
  tellSpread,
} from '#shared/domain/coverage/coverage.ts';
import { populationBeside } from '#shared/domain/coverage/population.ts';
import { decimalsOf, toldShare, toldThere } from '#shared/domain/coverage/told-row.ts';
import { formatNumber } from '#shared/domain/wording/format-number.ts';
import { lowerFirst } from '#shared/domain/wording/lower-first.ts';
import { hiddenMark } from '../files/file-names.ts';
import { besideWordsIn } from './beside-words.ts';
import type { Chapter, Finder, Telling } from './telling.ts';

/** What can be said of a row, in words. */
function sayRows({ view: { count }, language }: Omit<Telling, 'report'>) {
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
      const percent = `${formatNumber(told.percent, language, decimalsOf(told.percent))} %`;
      return told.kind === 'exactly' ? percent : say('atMost', { percent });
    },
  };
}

type Silent = Omit<Telling, 'report'>;
type Covered = Coverage & { readonly attribute: (typeof coverageAttributes)[number] };

/** What is known of each division, by the table in use; undefined where there is none or nothing of it is shown. */
function coveredOf({ view, beside }: Silent) {
  const { document } = view.release;
  const population = populationBeside(beside.populations, 'firms', document.spec);
  if (population === undefined) return undefined;
  const covered = coverageAttributes.map(
    (attribute): Covered => ({ attribute, ...coverageBy(attribute, document, population.cells) }),
  );
  const all = covered[0]?.all;
  const shown = covered.filter(({ rows }) => rows.some(({ answered }) => answered !== null));
  if (all === undefined || (all.answered === null && shown.length === 0)) return undefined;
  return { population, all, shown };
}

function sayReached(telling: Silent, all: CoverageRow): string {
  const inRow = sayRows(telling);
  return besideWordsIn(telling.language)(all.answered === null ? 'reachedHidden' : 'reached', {
    ...{ answered: inRow.answered(all), population: inRow.there(all), percent: inRow.reached(all) },
  });
}

const nameIn = ({ view: { names }, language }: Silent, attribute: string): string =>
  lowerFirst(names.attribute(attribute), language);

/** From so many per cent of the answers out of place, answers are called uneven. Our proposal. */
const uneven = 10;

/** The division that is most uneven, with the groups that have answered most and least of those that can be compared. */
function mostUneven(telling: Silent, shown: readonly Covered[]) {
  const [first] = shown
    .filter(({ dissimilarity }) => dissimilarity !== null && dissimilarity >= uneven)
    .toSorted((one, other) => (other.dissimilarity ?? 0) - (one.dissimilarity ?? 0));
  const compared = (first?.rows ?? [])
    .filter(({ reached, shareOfAnswers }) => reached !== null && shareOfAnswers !== null)
    .toSorted((one, other) => (other.reached ?? 0) - (one.reached ?? 0));
  const [most, least] = [compared[0], compared.at(-1)];
  if (first === undefined || most === undefined || least === undefined) return undefined;
  const { reached } = sayRows(telling);
  const nameOf = ({ value }: CoverageRow): string => telling.view.names.value(first.attribute, value ?? '');
  return {
    by: nameIn(telling, first.attribute),
    ...{ most: nameOf(most), high: reached(most), least: nameOf(least), low: reached(least) },
  };
}

/** How many have answered of those there are, and where they have done so most unevenly. */
export const findCoverage: Finder = (telling) => {
  const covered = coveredOf(telling);
  if (covered === undefined || covered.all.answered === null) return {};
  const say = besideWordsIn(telling.language);
  const apart = mostUneven(telling, covered.shown);
  const reached = sayReached(telling, covered.all);
  return {
    news: [apart === undefined ? reached : `${reached} ${say('unevenly', apart)}`],
    questions: apart === undefined ? [] : [say('askUneven', apart)],
  };
};

/** By how much the answers are spread otherwise than the firms, with the group that shows it most. */
function saySpread(telling: Silent, { attribute, ...coverage }: Covered): string[] {
  const say = besideWordsIn(telling.language);
  const spread = tellSpread(coverage);
  if (spread === null) return [];
  const { most, dissimilarity, isOfAll } = spread;
  const by = nameIn(telling, attribute);
  if (dissimilarity < uneven) return [say(isOfAll ? 'evenly' : 'evenlyCompared', { by })];
  const percent = (value: number | null): string => formatNumber(value ?? 0, telling.language);
  return [
    say(isOfAll ? 'apart' : 'apartCompared', {
      by,
      group: telling.view.names.value(attribute, most.value ?? ''),
      firms: percent(most.shareOfPopulation),
      answers: percent(most.shareOfAnswers),
      percent: percent(dissimilarity),
    }),
  ];
}

/** How evenly the firms of each group have answered, of those there are. */
export const tellCoverage: Chapter = ({ report, ...telling }) => {
  const covered = coveredOf(telling);
  if (covered === undefined) return;
  const { view, language } = telling;
  const { names, spec } = view;
  const { population, all, shown } = covered;
  const say = besideWordsIn(language);
  const inRow = sayRows(telling);
  report.heading(2, say('coverage'));
  report.paragraph(sayReached(telling, all), 'strong');
  const { year, source, isSimulated } = population;
  const ofWhich = say(isSimulated ? 'madeUpTable' : 'population', { year, source });
  report.paragraph(spec.population === 'sme' ? `${ofWhich} ${say('withoutLarge')}` : ofWhich);
  for (const { attribute, rows } of shown)
    report.table({
      columns: [names.attribute(attribute), say('answered'), say('there'), say('percent')],
      rows: rows.map((row) => [
        names.value(attribute, row.value ?? ''),
        inRow.answered(row),
        inRow.there(row),
        inRow.reached(row),
      ]),
    });
  const apart = shown.flatMap((each) => saySpread(telling, each));
  if (apart.length > 0) report.list(apart);
  report.paragraph(`${say('rounded', { step: spec.rules.roundTo })} ${say('coverageLimit')}`, 'quiet');
};

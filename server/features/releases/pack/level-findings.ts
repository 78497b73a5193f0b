import type { DivisionEnds, GroupFigure } from '#shared/domain/benchmark/division-findings.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { lowerFirst } from '#shared/domain/wording/lower-first.ts';
import { allFirms } from './pack-view.ts';
import type { Finder, Telling } from './telling.ts';

/** What areas lie highest and lowest of all firms, or that they are alike. */
export const findLevels: Finder = ({ view, say }) => {
  const { level, list } = view;
  const ends = view.endsIn(allFirms);
  const means = view.shownIn(allFirms).map(({ mean }) => mean);
  if (means.length < 2) return {};
  const range = { lowest: level(Math.min(...means)), highest: level(Math.max(...means)) };
  if (ends === null) return { news: [say('range', range)] };
  if (ends.kind === 'alike') {
    const word = range.lowest === range.highest ? 'alikeAt' : 'alike';
    return { calm: [say(word, range)], questions: [say('askAlike')] };
  }
  const [highest, lowest] = [list(ends.highest), list(ends.lowest)];
  return {
    strengths: [say('furthestOn', { areas: highest, level: range.highest })],
    news: [say('furthestToGo', { areas: lowest, level: range.lowest })],
    questions: [say('askLowest', { areas: lowest })],
  };
};

/** In which area the groups of each division differ most, or that they are alike where at least two are shown. */
export const findDivisions: Finder = (telling) => {
  const { view, say, language } = telling;
  const { attributes, differences, isCompared } = view.divided;
  const by = (attribute: string): string => lowerFirst(view.names.attribute(attribute), language);
  const most = [...Map.groupBy(differences('level'), ({ attribute }) => attribute).values()].flatMap(
    ([first]) => first ?? [],
  );
  const told = new Set(most.map(({ attribute }) => attribute));
  const alike = attributes.filter((attribute) => !told.has(attribute) && isCompared(attribute, 'level'));
  return {
    news: most.map((difference) =>
      say(difference.isWhole ? 'groupsDiffer' : 'shownGroupsDiffer', {
        by: by(difference.attribute),
        ...differenceIn(telling, difference),
      }),
    ),
    calm: alike.length === 0 ? [] : [say('groupsAlike', { by: listInWords(alike.map(by), language) })],
    questions: most.map(({ attribute, measure, highest, lowest }) =>
      attribute === 'county'
        ? say('askCounties', { measure: view.names.measure(measure), county: groupsIn(telling, highest) })
        : say('askGroups', { measure: view.names.measure(measure), groups: groupsIn(telling, lowest) }),
    ),
  };
};

const groupsIn = ({ view, language }: Pick<Telling, 'view' | 'language'>, some: readonly GroupFigure[]): string =>
  listInWords(
    some.map(({ place }) => view.group(place)),
    language,
  );

/** What is filled in where a difference is told: the ends, each with its firms. */
export function differenceIn(
  { view, say, language }: Pick<Telling, 'view' | 'say' | 'language'>,
  { measure, highest, lowest, difference }: DivisionEnds,
) {
  const groups = [...highest, ...lowest].map(({ place, mean, firms }) =>
    say('meanOfGroup', { group: view.group(place), mean: view.level(mean), firms: view.count(firms) }),
  );
  return {
    measure: view.names.measure(measure),
    groups: listInWords(groups, language),
    difference: view.level(difference),
  };
}

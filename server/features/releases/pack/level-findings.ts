import { listIn } from '../files/words.ts';
import { allFirms, differencesBetweenCounties } from './pack-view.ts';
import type { Finder } from './telling.ts';

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

/** In which area counties differ most, or that they are alike where at least two are shown. */
export const findCounties: Finder = ({ view, say, language }) => {
  const { names, level, count, valuesOf, isDividedBy, levels, countyMean } = view;
  const [most] = differencesBetweenCounties(view);
  if (most !== undefined) {
    const { measure, highest, lowest } = most;
    const counties = [...highest, ...lowest].map(({ name, mean, firms }) =>
      say('meanOfCounty', { county: names.value('county', name), mean: level(mean), firms: count(firms) }),
    );
    const first = highest.map(({ name }) => names.value('county', name));
    const area = names.measure(measure);
    return {
      news: [say('countiesDiffer', { measure: area, counties: listIn(counties, language) })],
      questions: [say('askCounties', { measure: area, county: listIn(first, language) })],
    };
  }
  if (!isDividedBy('county')) return {};
  const isCompared = levels.some(
    (code) => valuesOf('county').filter((county) => countyMean(code, county) !== undefined).length > 1,
  );
  return isCompared ? { calm: [say('countiesAlike')] } : {};
};

import type { Quantile, ShownCount, ShownRows } from '#shared/domain/achievement/achievement.ts';
import type { AchievementWords } from '#shared/domain/achievement/achievement-words.ts';
import { inNoGroup, otherPackage } from '#shared/domain/achievement/count-achievement.ts';
import { outsideRegion } from '#shared/domain/firm/firm-profile.ts';
import type { Language } from '#shared/domain/language.ts';
import { formatNumber, localeOf } from '#shared/domain/wording/format-number.ts';
import type { ContentBundle } from '../../platform/content/content-bundle.ts';
import { dayInWords } from '../../platform/mail/swedish-time.ts';
import type { AchievementBody } from './get-achievement.ts';

/** What is hidden, and what there is none of. */
export const hiddenMark = '..';

export const asCount = (count: ShownCount, language: Language): string =>
  count === null ? hiddenMark : formatNumber(count, language);

export const asPercent = (percent: number | null, language: Language): string =>
  percent === null ? hiddenMark : new Intl.NumberFormat(localeOf[language], { style: 'percent' }).format(percent / 100);

export const asLevel = (level: number, language: Language): string =>
  new Intl.NumberFormat(localeOf[language], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format(level);

export const asWeekdays = (quantile: Quantile, words: AchievementWords): string => {
  if (quantile === null) return hiddenMark;
  return quantile === 'not-reached' ? words.say('notReached') : String(quantile);
};

type Names = Pick<ContentBundle, 'firmProfileOptions'>;
type Named = { readonly name: string; readonly count: ShownCount };

const named = (rows: ShownRows, nameOf: (code: string) => string): Named[] =>
  rows.map(({ code, count }) => ({ name: nameOf(code), count }));

/** A long list names those that can be shown; the others look alike and are told together. */
function gather(rows: readonly Named[], words: AchievementWords): Named[] {
  const shown = rows.filter(({ count }) => count !== null);
  const others = rows.length - shown.length;
  return others < 2 ? [...rows] : [...shown, { name: words.say('otherParts', { number: others }), count: null }];
}

/** The divisions of firms and of what became of requests, in the order in which they are read. */
export function listDivisions(
  { figures, packageNames, groups }: AchievementBody,
  words: AchievementWords,
  bundle: Names,
) {
  const { language } = words;
  const { counties, sizeClasses, branches } = bundle.firmProfileOptions;
  const among = (options: readonly { code: string; name: { sv: string; en: string } }[]) => (code: string) =>
    options.find((option) => option.code === code)?.name[language] ?? code;
  const countyOf = (code: string) => (code === outsideRegion ? words.say('outsideCounty') : among(counties)(code));
  const packageOf = (code: string) => (code === otherPackage ? words.say('otherPackage') : among(packageNames)(code));
  const groupOf = (code: string) => {
    const group = groups.find((each) => each.code === code);
    if (code === inNoGroup || group === undefined) return words.say('noGroup');
    return words.group(group, dayInWords(new Date(`${group.startsOn}T12:00:00Z`), language));
  };
  const { firms, requests } = figures;
  return {
    firms: [
      { title: words.say('county'), rows: named(firms.byCounty, countyOf) },
      { title: words.say('size'), rows: named(firms.bySize, among(sizeClasses)) },
      { title: words.say('branch'), rows: named(firms.byBranch, among(branches)) },
    ],
    requests: [
      { title: words.say('firstAnswer'), rows: named(requests.byAnswer, words.part) },
      { title: words.say('state'), rows: named(requests.acceptedByState, words.part) },
      { title: words.say('reason'), rows: named(requests.declinedByReason, words.part) },
      { title: words.say('completed'), rows: gather(named(requests.completedByPackage, packageOf), words) },
      ...requests.completedByGroup.map(({ packageCode, rows }) => ({
        title: words.say('groupsOf', { package: packageOf(packageCode) }),
        rows: named(rows, groupOf),
      })),
    ],
  };
}

/** What is said of one period: a calendar year, or null for everything. */
export function listPeriodFigures(
  { figures, answerWithinWeekdays }: AchievementBody,
  year: number | null,
  words: AchievementWords,
) {
  const { language, say } = words;
  const ofYear = (rows: ShownRows) => rows.find(({ code }) => code === String(year))?.count ?? null;
  const { firms, requests } = figures;
  const answering = figures.answering.find((each) => each.year === year);
  const completed = requests.acceptedByState.find(({ code }) => code === 'completed')?.count ?? null;
  return {
    firms: year === null ? firms.total : ofYear(firms.byYear),
    rows: [
      {
        name: say(year === null ? 'firms' : 'newFirms'),
        shown: asCount(year === null ? firms.total : ofYear(firms.byYear), language),
      },
      { name: say('requests'), shown: asCount(year === null ? requests.total : ofYear(requests.byYear), language) },
      {
        name: say('within', { weekdays: answerWithinWeekdays }),
        shown: asPercent(answering?.withinTargetPercent ?? null, language),
      },
      { name: say('median'), shown: asWeekdays(answering?.median ?? null, words) },
      { name: say('ninetieth'), shown: asWeekdays(answering?.ninetieth ?? null, words) },
      {
        name: say('completed'),
        shown: asCount(year === null ? completed : ofYear(requests.completedByYear), language),
      },
    ],
  };
}

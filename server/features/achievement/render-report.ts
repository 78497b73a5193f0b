import type { AchievementPeriod } from '#shared/contracts/achievement.ts';
import type { ShownCount } from '#shared/domain/achievement/achievement.ts';
import { type AchievementWords, achievementWords } from '#shared/domain/achievement/achievement-words.ts';
import type { Language } from '#shared/domain/language.ts';
import { versionNumber } from '#shared/domain/version-number.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { dayInWords } from '../../platform/mail/swedish-time.ts';
import { beginReport, type Report } from '../../platform/pdf/report.ts';
import { type AchievementBody, getAchievement } from './get-achievement.ts';
import { asCount, asLevel, asPercent, hiddenMark, listDivisions, listPeriodFigures } from './report-rows.ts';

type Wanted = { readonly organisationId: string; readonly period: AchievementPeriod; readonly language: Language };

type Telling = {
  readonly report: Report;
  readonly words: AchievementWords;
  readonly document: AchievementBody;
  readonly year: number | null;
  readonly provider: string;
  /** The last day that is counted. */
  readonly day: string;
  readonly made: string;
};

function titleOf({ words, document, year, provider }: Omit<Telling, 'report'>): string {
  const { firms } = listPeriodFigures(document, year, words);
  const filling = { provider, year: year ?? '', count: asCount(firms, words.language) };
  if (firms === null) return words.say(year === null ? 'tooFewAll' : 'tooFewYear', filling);
  return words.say(year === null ? 'reachedAll' : 'reachedYear', filling);
}

type Division = {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly count: ShownCount }[];
};

function tellDivision({ report, words }: Telling, { title, rows }: Division, hasChart: boolean): void {
  const { language } = words;
  const shown = (count: ShownCount) => asCount(count, language);
  report.heading(3, title);
  if (hasChart && rows.some(({ count }) => count !== null)) {
    report.barChart({
      alternative: `${title}. ${rows.map(({ name, count }) => `${name}: ${shown(count)}`).join('; ')}.`,
      bars: rows.map(({ name, count }) => ({ name, value: count, shown: shown(count) })),
    });
  }
  report.table({
    columns: [title, words.say('count')],
    rows: rows.map(({ name, count }) => [name, shown(count)]),
  });
}

function tellPeriod({ report, words, document, year }: Telling): void {
  const heading = words.say(year === null ? 'inShortAll' : 'inShortYear', { year: year ?? '' });
  report.heading(2, heading);
  report.table({
    columns: [words.say('figure'), words.say('value')],
    rows: listPeriodFigures(document, year, words).rows.map(({ name, shown }) => [name, shown]),
  });
}

function tellYears({ report, words, document }: Telling): void {
  const { firms, requests, years } = document.figures;
  const { language } = words;
  report.heading(2, words.say('perYear'));
  const at = (rows: typeof firms.byYear, year: number) =>
    asCount(rows.find(({ code }) => code === String(year))?.count ?? null, language);
  report.table({
    columns: [words.say('year'), words.say('newFirms'), words.say('requests'), words.say('completed')],
    rows: years.map((year) => [
      String(year),
      at(firms.byYear, year),
      at(requests.byYear, year),
      at(requests.completedByYear, year),
    ]),
  });
}

function tellFirms(telling: Telling, divisions: ReturnType<typeof listDivisions>['firms']): void {
  const { report, words, document, provider } = telling;
  const { language } = words;
  const { shared, notShared, outsideHomePercent } = document.figures.firms;
  report.heading(2, words.say('whichFirms'));
  const filling = { provider, shared: asCount(shared, language), notShared: asCount(notShared, language) };
  report.paragraph(words.say('sharing', filling));
  if (outsideHomePercent !== null) {
    report.paragraph(words.say('outside', { percent: asPercent(outsideHomePercent, language) }));
  }
  for (const division of divisions) tellDivision(telling, division, true);
}

function tellChange({ report, words, document }: Telling): void {
  const { language } = words;
  const { change } = document.figures;
  report.heading(2, words.say('change'));
  if (change.digital === null && change.process === null) {
    report.paragraph(words.say('noChange', { fewest: document.protection.fewestForChange }));
    return;
  }
  report.paragraph(words.say('changeText'));
  report.table({
    columns: [words.say('part'), words.say('meanChange'), words.say('interval'), words.say('firms')],
    rows: (['digital', 'process'] as const).map((part) => {
      const shown = change[part];
      if (shown === null) return [words.say(part), hiddenMark, hiddenMark, hiddenMark];
      const ends = [shown.lowest, shown.highest].map((level) => asLevel(level, language));
      const interval = ends.join(` ${words.say('to')} `);
      return [words.say(part), asLevel(shown.mean, language), interval, asCount(shown.firms, language)];
    }),
  });
}

function tellAll(telling: Telling, divisions: ReturnType<typeof listDivisions>): void {
  const { report, words, document, provider, day, made } = telling;
  const { protection, answerWithinWeekdays, isSimulated } = document;
  const { roundTo, rateStepPercent } = protection;
  report.title(titleOf(telling));
  if (isSimulated) report.paragraph(words.say('simulated'), 'strong');
  report.paragraph(words.say('made', { day, made, step: roundTo }));
  tellPeriod(telling);
  tellYears(telling);
  tellFirms(telling, divisions.firms);
  report.heading(2, words.say('whatBecame'));
  for (const division of divisions.requests) {
    const isHidden = division.rows.every(({ count }) => count === null);
    if (division.title === words.say('reason') && isHidden) {
      report.paragraph(words.say('noReasons', { fewest: protection.fewestFirms }));
    } else tellDivision(telling, division, false);
  }
  if (document.figures.requests.completedByGroup.length === 0) {
    report.paragraph(words.say('noGroups', { fewest: protection.fewestFirms }));
  }
  tellChange(telling);
  report.heading(2, words.say('method'));
  report.list(
    words.method({
      ...protection,
      provider,
      weekdays: answerWithinWeekdays,
      step: roundTo,
      rateStep: rateStepPercent,
    }),
  );
}

const wantedYear = (document: AchievementBody, period: AchievementPeriod): number | null => {
  if (period === 'since-start') return null;
  const year = document.figures.years.find((each) => String(each) === period);
  if (year === undefined) throw new DomainError('not-found');
  return year;
};

const lastDay = ({ countedUntil }: AchievementBody): Date => new Date(Date.parse(countedUntil) - 1);

/** The figures of the page as a PDF that can be handed on. */
export async function renderReport(context: Context, access: AccessContext, wanted: Wanted): Promise<Buffer> {
  const { language, period, organisationId } = wanted;
  const document = await getAchievement(context, access, organisationId);
  const words = achievementWords(language);
  const provider = document.organisationName[language];
  const day = dayInWords(lastDay(document), language);
  const madeAt = context.clock.now();
  const made = dayInWords(madeAt, language);
  const known = { words, document, provider, day, made, year: wantedYear(document, period) };
  const report = beginReport({ title: titleOf(known), author: provider, language, madeAt });
  tellAll({ ...known, report }, listDivisions(document, words, context.bundle));
  const version = versionNumber(document.protection.version);
  const filling = { provider, day, version, sha256: document.sha256.slice(0, 16) };
  return report.finish((page, pages) => ({
    left: words.say('footer', filling),
    right: words.say('page', { page, pages }),
  }));
}

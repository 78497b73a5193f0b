import writeExcelFile from 'write-excel-file/node';
import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { dayInWords } from '../../platform/mail/swedish-time.ts';
import { type AchievementBody, getAchievement } from './get-achievement.ts';
import { asCount, asLevel, listDivisions, listPeriodFigures } from './report-rows.ts';
import { type ReportWords, reportWords } from './report-words.ts';

type Row = readonly [string, string, string];

function changeRows({ figures: { change } }: AchievementBody, words: ReportWords): Row[] {
  const { language } = words;
  return (['digital', 'process'] as const).flatMap((part): Row[] => {
    const shown = change[part];
    if (shown === null) return [];
    const interval = [shown.lowest, shown.highest].map((level) => asLevel(level, language)).join(' … ');
    return [
      [words.say(part), words.say('meanChange'), asLevel(shown.mean, language)],
      [words.say(part), words.say('interval'), interval],
      [words.say(part), words.say('firms'), asCount(shown.firms, language)],
    ];
  });
}

function listRows(document: AchievementBody, words: ReportWords, context: Context): Row[] {
  const periods = [null, ...document.figures.years];
  const divisions = listDivisions(document, words, context.bundle);
  const { shared, notShared } = document.figures.firms;
  return [
    ...periods.flatMap((year) =>
      listPeriodFigures(document, year, words).rows.map(
        ({ name, shown }): Row => [year === null ? words.say('inShortAll') : String(year), name, shown],
      ),
    ),
    [words.say('firms'), words.say('shared'), asCount(shared, words.language)],
    [words.say('firms'), words.say('notShared'), asCount(notShared, words.language)],
    ...[...divisions.firms, ...divisions.requests].flatMap(({ title, rows }) =>
      rows.map(({ name, count }): Row => [title, name, asCount(count, words.language)]),
    ),
    ...changeRows(document, words),
  ];
}

/** Every cell is text, so that no program takes any of it for a formula. */
const cell = (value: string, fontWeight?: 'bold') => ({
  value,
  type: String,
  ...(fontWeight === undefined ? {} : { fontWeight }),
});

/** Every figure of every period in one sheet, as the page shows it. */
export async function renderWorkbook(
  context: Context,
  access: AccessContext,
  { organisationId, language }: { organisationId: string; language: Language },
): Promise<Buffer> {
  const document = await getAchievement(context, access, organisationId);
  const words = reportWords(language);
  const { isSimulated, protection, organisationName, countedUntil, sha256 } = document;
  const day = dayInWords(new Date(Date.parse(countedUntil) - 1), language);
  const provider = organisationName[language];
  const about = [
    words.say('subject', { provider }),
    ...(isSimulated ? [words.say('simulated')] : []),
    words.say('counted', { day, step: protection.roundTo }),
    words.say('footer', { provider, day, version: protection.version, sha256 }),
  ];
  const head = [words.say('division'), words.say('figure'), words.say('value')].map((text) => cell(text, 'bold'));
  const sheet = [
    ...about.map((text) => [cell(text)]),
    head,
    ...listRows(document, words, context).map((row) => row.map((text) => cell(text))),
  ];
  return writeExcelFile(sheet, {
    columns: [{ width: 32 }, { width: 48 }, { width: 24 }],
    sheet: words.say('sheet'),
  }).toBuffer();
}

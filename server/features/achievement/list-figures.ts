import type { AchievementWords } from '#shared/domain/achievement/achievement-words.ts';
import { achievementWords } from '#shared/domain/achievement/achievement-words.ts';
import type { Language } from '#shared/domain/language.ts';
import { versionNumber } from '#shared/domain/version-number.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { dayInWords } from '../../platform/mail/swedish-time.ts';
import { type AchievementBody, getAchievement } from './get-achievement.ts';
import { asCount, asLevel, listDivisions, listPeriodFigures } from './report-rows.ts';

/** Of what, which figure, and how much. */
export type Row = readonly [string, string, string];

function changeRows({ figures: { change } }: AchievementBody, words: AchievementWords): Row[] {
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

function listRows(document: AchievementBody, words: AchievementWords, context: Context): Row[] {
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

export type Wanted = { readonly organisationId: string; readonly language: Language };

export type Sheet = {
  readonly name: string;
  /** What it is about, line by line. */
  readonly about: readonly string[];
  readonly head: Row;
  readonly rows: readonly Row[];
};

/** Every figure of every period, as the page shows it. */
export async function makeSheet(
  context: Context,
  access: AccessContext,
  { organisationId, language }: Wanted,
): Promise<Sheet> {
  const document = await getAchievement(context, access, organisationId);
  const words = achievementWords(language);
  const { isSimulated, protection, organisationName, countedUntil, sha256 } = document;
  const day = dayInWords(new Date(Date.parse(countedUntil) - 1), language);
  const provider = organisationName[language];
  return {
    name: words.say('sheet'),
    about: [
      words.say('subject', { provider }),
      ...(isSimulated ? [words.say('simulated')] : []),
      words.say('counted', { day, step: protection.roundTo }),
      words.say('footer', { provider, day, version: versionNumber(protection.version), sha256 }),
    ],
    head: [words.say('division'), words.say('figure'), words.say('value')],
    rows: listRows(document, words, context),
  };
}

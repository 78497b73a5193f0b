import type { ShownCount, ShownRows } from '#shared/domain/achievement/achievement.ts';
import type { Language } from '#shared/domain/language.ts';
import { csvLine, csvStart, csvText } from '#shared/domain/open-data/csv-text.ts';
import type { PackageKind } from '#shared/domain/outcomes/outcome-codes.ts';
import { type OutcomeWords, outcomeWords } from '#shared/domain/outcomes/outcome-words.ts';
import type { Outcomes, PackageOutcomes, RuleOutcomes } from '#shared/domain/outcomes/outcomes.ts';
import { versionNumber } from '#shared/domain/version-number.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { dayInWords } from '../../platform/mail/swedish-time.ts';
import { getRuleOutcomes, type RuleOutcomesBody } from './get-rule-outcomes.ts';

/** What is hidden, and what there is none of. */
const hiddenMark = '..';

/** What, of which package or area, in which period, by what divided, which part, and how many. */
type Row = readonly [string, string, string, string, string, string];

/** Of one thing in one period. */
type Heading = readonly [what: string, about: string, period: string];

const asCount = (count: ShownCount): string => (count === null ? hiddenMark : String(count));

function rowsBy(heading: Heading, division: string, rows: ShownRows, nameOf: (code: string) => string): Row[] {
  return rows.map(({ code, count }): Row => [...heading, division, nameOf(code), asCount(count)]);
}

/** What is divided by what it came to: a period of a package, or a rule. */
function cameTo(heading: Heading, kind: PackageKind, of: Omit<RuleOutcomes, 'ruleId'>, words: OutcomeWords): Row[] {
  const nameOf = (code: string) => words.part(kind, code);
  return [
    [...heading, '', words.say('all'), asCount(of.total)],
    ...rowsBy(heading, words.outcomeOf(kind), of.byOutcome, nameOf),
    ...of.byDetail.flatMap(({ outcome, rows }) =>
      rowsBy(heading, `${nameOf(outcome)}: ${words.detailOf(outcome)}`, rows, nameOf),
    ),
  ];
}

const periodName = (year: number | null, words: OutcomeWords): string =>
  year === null ? words.say('sinceStart') : String(year);

function periodRows(kind: PackageKind, about: string, period: Outcomes, words: OutcomeWords): Row[] {
  const heading: Heading = [words.kind(kind), about, periodName(period.year, words)];
  return [
    ...cameTo(heading, kind, period, words),
    ...rowsBy(heading, words.placeOf(kind), period.byPlace, (code) => words.part(kind, code)),
    ...rowsBy(heading, words.say('version'), period.byVersion, (number) => words.say('versionNumber', { number })),
  ];
}

function packageRows(of: PackageOutcomes, { packages, rules }: RuleOutcomesBody, words: OutcomeWords): Row[] {
  const { language } = words;
  const about = packages.find(({ code }) => code === of.packageCode)?.name[language] ?? of.packageCode;
  const ruleName = (id: string) => `${id} ${rules.find((rule) => rule.id === id)?.name[language] ?? ''}`.trim();
  return [
    ...of.suggestions.flatMap((period) => periodRows('suggestion', about, period, words)),
    ...of.requests.flatMap((period) => periodRows('request', about, period, words)),
    ...of.placements.flatMap((period) => periodRows('placement', about, period, words)),
    ...of.rules.flatMap((rule) =>
      cameTo(
        [`${words.say('rule')}: ${ruleName(rule.ruleId)}`, about, words.say('sinceStart')],
        'suggestion',
        rule,
        words,
      ),
    ),
  ];
}

function askRows({ asked, dimensions }: RuleOutcomesBody, words: OutcomeWords): Row[] {
  return asked.flatMap(({ dimension, total, byYear }) => {
    const about = dimensions.find(({ code }) => code === dimension)?.name[words.language] ?? dimension;
    const row = (period: string, count: ShownCount): Row => [
      words.kind('ask'),
      about,
      period,
      '',
      words.say('all'),
      asCount(count),
    ];
    return [row(words.say('sinceStart'), total), ...byYear.map(({ code, count }) => row(code, count))];
  });
}

/** Every count of every period as CSV, a word for what each column is in its first line. */
export async function renderOutcomeTable(context: Context, access: AccessContext, language: Language): Promise<string> {
  const document = await getRuleOutcomes(context, access);
  const words = outcomeWords(language);
  const { protection, countedUntil, isSimulated, sha256 } = document;
  const day = dayInWords(new Date(Date.parse(countedUntil) - 1), language);
  const head = (['what', 'about', 'period', 'division', 'part', 'number'] as const).map((word) => words.say(word));
  const about = [
    words.say('title'),
    ...(isSimulated ? [words.say('simulated')] : []),
    words.say('counted', { day, step: protection.roundTo }),
    ...words.method({ ...protection, step: protection.roundTo }),
    words.say('footer', { version: versionNumber(protection.version), sha256 }),
  ];
  const rows = [
    ...document.outcomes.flatMap((each) => packageRows(each, document, words)),
    ...askRows(document, words),
  ];
  const lines = [head, ...rows, ...about.map((text) => [text, '', '', '', '', ''])];
  return csvStart + lines.map((line) => csvLine(line.map((text) => csvText(text)))).join('');
}

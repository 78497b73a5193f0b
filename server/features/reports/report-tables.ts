import type { Language } from '#shared/domain/language.ts';
import { isOfTheFirm, type Report, type ReportAnswer } from '#shared/domain/report/report.ts';
import { respondentRoles } from '#shared/domain/respondents/respondent-role.ts';
import { drawnLevel } from '#shared/domain/scoring/present-level.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { say, whyDeclined } from './report-words.ts';

export type Cell = string | number | Date | null;
export type Table = { readonly name: string; readonly head: readonly string[]; readonly rows: readonly Cell[][] };

export function answerText(answer: ReportAnswer, language: Language): string {
  switch (answer.kind) {
    case 'words':
      return answer.text[language];
    case 'own-words':
      return answer.text;
    case 'number':
      return answer.unit === null ? String(answer.number) : `${answer.number} ${answer.unit[language]}`;
    case 'yes':
    case 'no':
    case 'dont-know':
    case 'not-applicable':
    case 'no-answer':
      return say(answer.kind, language);
  }
}

type Levels = Pick<Report['dimensions'][number], 'level' | 'range'>;

/** Exact; none where the page tells none, since the answers that are missing could move it too far. */
const cellOfLevel = ({ level, range }: Levels): number | null => (drawnLevel(level, range) === null ? null : level);

function statusOf({ status, level, range }: Report['dimensions'][number], language: Language): string {
  return say(status === 'scored' && cellOfLevel({ level, range }) === null ? 'unsureLevel' : status, language);
}

/** Levels as exact means, with everything that stands beside them. */
export function levelTable({ parts, dimensions, change, comparison }: Report, language: Language): Table {
  const rows = [
    ...parts.map(({ part, name, level, range, reviews }): Cell[] => [
      ...[part, name[language], cellOfLevel({ level, range }), range?.lowest ?? null, range?.highest ?? null],
      ...[
        null,
        null,
        null,
        null,
        null,
        null,
        reviews[0] === undefined ? null : cellOfLevel(reviews[0]),
        null,
        null,
        null,
        null,
      ],
    ]),
    ...dimensions.map((each): Cell[] => {
      const moved = change?.dimensions.find(({ dimension }) => dimension === each.dimension);
      const peers = comparison?.peers.find(({ dimension }) => dimension === each.dimension);
      return [
        ...[
          each.dimension,
          each.name[language],
          cellOfLevel(each),
          each.range?.lowest ?? null,
          each.range?.highest ?? null,
        ],
        ...[each.importance, each.answeredWeight, each.applicableWeight, each.dontKnow, each.notApplicable],
        statusOf(each, language),
        each.reviews[0] === undefined ? null : cellOfLevel(each.reviews[0]),
        ...[moved?.difference ?? null, peers?.mean ?? null],
        each.target?.level ?? null,
        each.target && say(each.target.isProposal ? 'proposedTarget' : 'ownTarget', language),
      ];
    }),
  ];
  return {
    name: say('levels', language),
    head: [
      ...(['code', 'area', 'level', 'lowest', 'highest', 'importance', 'answeredWeight'] as const),
      ...(['applicableWeight', 'dont-know', 'not-applicable', 'status', 'reviewed', 'difference', 'mean'] as const),
      ...(['target', 'targetFrom'] as const),
    ].map((word) => say(word, language)),
    rows,
  };
}

export function answerTable({ dimensions, otherItems }: Report, language: Language): Table {
  const groups = [
    ...dimensions.map(({ name, items }) => ({ name: name[language], items })),
    { name: '', items: otherItems },
  ];
  return {
    name: say('answers', language),
    head: (['area', 'code', 'question', 'answer', 'points', 'weight', 'comment'] as const).map((word) =>
      say(word, language),
    ),
    rows: groups.flatMap(({ name, items }) =>
      items.map(({ item, question, answer, comment, counts }): Cell[] => [
        ...[name, item, question[language]],
        answer.kind === 'number' ? answer.number : answerText(answer, language),
        ...[counts?.points ?? null, counts?.weight ?? null, comment],
      ]),
    ),
  };
}

/** How far apart answers of several people lie, question by question; none where one answered alone. */
export function agreementTable({ agreement }: Report, language: Language): Table | undefined {
  if (agreement === null) return undefined;
  return {
    name: say('answersOfSeveral', language),
    head: [
      ...(['code', 'question', 'answerCount', 'lowest', 'middleAnswer', 'highest'] as const),
      ...respondentRoles,
    ].map((word) => say(word, language)),
    rows: agreement.items.map(({ item, question, answers, lowest, median, highest, roles }): Cell[] => [
      ...[item, question[language], answers, lowest, median, highest],
      ...respondentRoles.map((role) => roles.find((each) => each.role === role)?.mean ?? null),
    ]),
  };
}

/** In the order of the firm; then what it has declined, and what it asks for, each said to be that. */
export function suggestionTable({ suggestions, choices, nextSteps }: Report, language: Language): Table {
  return {
    name: say('suggestions', language),
    head: (['kind', 'name', 'provider', 'why'] as const).map((word) => say(word, language)),
    rows: [
      ...nextSteps.map(({ question, area, target }): Cell[] => [
        ...[say('nextStep', language), question[language], area[language], target[language]],
      ]),
      ...suggestions.map(({ name, provider, reasons }): Cell[] => [
        ...[say('package', language), name[language], provider[language]],
        reasons.map((reason) => reason[language]).join(' '),
      ]),
      ...(choices?.declined ?? []).map(({ name, provider, reason, note }): Cell[] => [
        ...[say('declinedPackage', language), name[language], provider[language]],
        whyDeclined({ reason, note }, language),
      ]),
      ...(choices?.asks ?? []).map(({ name, words }): Cell[] => [say('ask', language), words, name[language], null]),
    ],
  };
}

/** A day as a spreadsheet has it. */
const cellOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

export function aboutTable(report: Report, sha256: string, language: Language): Table {
  const { firm, receipt, madeFrom, asOf } = report;
  const rows: Cell[][] = [
    [say('firm', language), firm.name ?? ''],
    ...(firm.isSimulated ? [[say('simulated', language), '']] : []),
    [say('number', language), firm.organisationNumber ?? ''],
    [say('submitted', language), cellOf(swedishDate(new Date(receipt.submittedAt)))],
    [say('asOf', language), cellOf(asOf)],
    [say('receipt', language), receipt.number],
    [say('form', language), madeFrom.form.name[language]],
    [say('version', language), madeFrom.version],
    [say('rules', language), madeFrom.scoringRules],
    [say('catalogue', language), madeFrom.catalogueVersion],
    [say('definition', language), madeFrom.definitionSha256],
    ['SHA-256', sha256],
    [say('rounding', language), ''],
    ...(isOfTheFirm(report) ? [] : [[say('toOthers', language), '']]),
    ...(report.choices === null ? [[say('choicesToOthers', language), '']] : []),
    ...(report.choices?.isReordered === true ? [[say('ownOrder', language), '']] : []),
    [say('proposal', language), ''],
  ];
  return { name: say('about', language), head: [say('what', language), say('value', language)], rows };
}

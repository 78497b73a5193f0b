import { isOfTheFirm, type ReportDimension } from '#shared/domain/report/report.ts';
import { shownLevel } from '#shared/domain/report/shown-level.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { namedFirst } from '#shared/domain/wording/named-first.ts';
import { shownVersion } from '#shared/domain/wording/shown-version.ts';
import { dayInWords } from '../../platform/mail/swedish-time.ts';
import { beginReport } from '../../platform/pdf/report.ts';
import { say as sayIn, titleOf, whyNothing } from './report-words.ts';
import { tellAgreement } from './tell-agreement.ts';
import { tellChange, tellComparison, tellMeasures } from './tell-comparison.ts';
import { tellImportance, tellMoves, tellRulers, tellTogether } from './tell-levels.ts';
import { tellMethod, tellViewers } from './tell-method.ts';
import { tellSteps, tellSupport } from './tell-support.ts';
import type { PaperTask, Telling } from './telling.ts';

function tellTitle({ paper, report, language, say }: Telling): void {
  const { firm, receipt, madeFrom, asOf } = report;
  paper.title(titleOf(report, language));
  if (!isOfTheFirm(report)) paper.paragraph(say('toOthers'));
  if (firm.isSimulated) paper.paragraph(say('simulated'), 'strong');
  const days = { submitted: receipt.submittedAt, asOf };
  const facts = [
    madeFrom.form.name[language],
    `${say('submitted')} ${dayInWords(new Date(days.submitted), language)}`,
    `${say('asOf')} ${dayInWords(new Date(days.asOf), language)}`,
  ];
  paper.paragraph(`${facts.join(' · ')}. ${say('selfRated')} ${say('proposal')}`, 'quiet');
}

function tellSummary({ paper, report, language, say, level }: Telling): void {
  const { summary, parts, nextSteps, suggestions } = report;
  paper.heading(2, say('summary'));
  paper.paragraph(say(summary.balance ?? 'unknownBalance'), 'strong');
  const [step] = nextSteps;
  const [first] = suggestions;
  paper.list([
    ...parts.map((part) => `${part.name[language]}: ${level(part)}`),
    ...(['strongest', 'weakest'] as const).flatMap((end) => {
      const { named, hasMore } = namedFirst(summary[end]);
      const names = [...named.map((name) => name[language]), ...(hasMore ? [say('moreAlike')] : [])];
      return names.length === 0 ? [] : [say(end, { areas: listInWords(names, language) })];
    }),
    ...(step === undefined ? [] : [say('firstStep', { question: step.question[language] })]),
    first === undefined
      ? say(whyNothing(report))
      : say('firstPackage', { name: first.name[language], provider: first.provider[language] }),
  ]);
}

function tellStrengths({ paper, report, language, say, level }: Telling): void {
  const { dimensions, practices } = report.strengths;
  paper.heading(2, say('strengths'));
  if (dimensions.length + practices.length === 0) {
    paper.list([say('noStrengths')]);
    return;
  }
  const rangeOf = (code: string) => report.dimensions.find(({ dimension }) => dimension === code)?.range ?? null;
  paper.list([
    ...dimensions.map(({ dimension, name, level: own, practices: held }) => {
      const shown = level({ level: own, range: rangeOf(dimension) });
      const questions = held.map(({ question }) => question[language]).join(' ');
      return say('strongArea', { area: name[language], level: shown, questions });
    }),
    ...practices.map(({ area, question, answer }) =>
      say('strongPractice', { area: area[language], question: question[language], answer: answer[language] }),
    ),
  ]);
}

const chapters = [
  ...[tellTitle, tellSummary, tellStrengths, tellRulers, tellTogether, tellAgreement, tellImportance],
  ...[tellSteps, tellMoves, tellSupport, tellChange, tellComparison, tellMeasures, tellMethod, tellViewers],
];

/** The report on paper: words first, then pictures with their tables, then how it was worked out. */
export async function renderReport(task: PaperTask): Promise<Buffer> {
  const { report, sha256, language } = task;
  const say: Telling['say'] = (word, filling) => sayIn(word, language, filling);
  const paper = beginReport({
    ...{ title: titleOf(report, language), language },
    author: (isOfTheFirm(report) ? report.firm.name : null) ?? 'Måttstock',
    madeAt: new Date(`${report.asOf}T00:00:00Z`),
  });
  const telling = {
    ...task,
    paper,
    say,
    level: (of: Pick<ReportDimension, 'level' | 'range'>) => shownLevel(of.level, of.range, language),
  };
  for (const tell of chapters) tell(telling);
  const left = say('footer', {
    receipt: report.receipt.number,
    version: report.madeFrom.version,
    rules: shownVersion(report.madeFrom.scoringRules),
    day: report.asOf,
    sha256: sha256.slice(0, 16),
  });
  return paper.finish((page, pages) => ({
    left: report.firm.isSimulated ? `${say('simulated')} · ${left}` : left,
    right: say('page', { page, pages }),
  }));
}

import { notComparedReasons } from '#shared/domain/benchmark/not-compared.ts';
import { findChanges, findingOf, findings } from '#shared/domain/change/change-findings.ts';
import type { Language } from '#shared/domain/language.ts';
import { isOfTheFirm, type Report, type ReportDimension } from '#shared/domain/report/report.ts';
import { shownLevel } from '#shared/domain/report/shown-level.ts';
import { quadrants } from '#shared/domain/scoring/importance-quadrants.ts';
import { drawnLevel } from '#shared/domain/scoring/present-level.ts';
import { proposedTarget, targetAreas } from '#shared/domain/scoring/targets.ts';
import { formatNumber } from '#shared/domain/wording/format-number.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { namedFirst } from '#shared/domain/wording/named-first.ts';
import { shownVersion } from '#shared/domain/wording/shown-version.ts';
import { dayInWords } from '../../platform/mail/swedish-time.ts';
import { beginReport, type Report as Paper } from '../../platform/pdf/report.ts';
import { type ReportWord, say as sayIn, titleOf, whyDeclined, whyNothing } from './report-words.ts';

export type PaperTask = { readonly report: Report; readonly sha256: string; readonly language: Language };

type Telling = PaperTask & {
  readonly paper: Paper;
  readonly say: (word: ReportWord, filling?: Readonly<Record<string, string | number>>) => string;
  readonly level: (of: Pick<ReportDimension, 'level' | 'range'>) => string;
};

const scaleTop = 4;
const mostMoves = 6;
/** Below it a tenth would say nothing. */
const leastTenth = 0.1;

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

function tellRulers(telling: Telling): void {
  const { paper, report, language, say, level } = telling;
  const ends = { low: report.scale.at(0)?.name[language] ?? '0', high: report.scale.at(-1)?.name[language] ?? '4' };
  paper.heading(2, say('rulers'));
  tellTargets(telling);
  paper.paragraph(say('rulersText'), 'quiet');
  paper.rulerLegend({
    value: say('signOfLevel'),
    range: say('signOfRange'),
    mark: say('signOfImportance'),
    target: say('signOfTarget'),
  });
  const targetShown = ({ target }: ReportDimension) =>
    target === null ? '–' : `${target.level} (${say(target.isProposal ? 'proposedTarget' : 'ownTarget')})`;
  const inWords = (each: ReportDimension) =>
    [
      `${each.name[language]}: ${level(each)}`,
      ...(each.importance === null ? [] : [`${say('importance').toLowerCase()} ${each.importance}`]),
      ...(each.target === null ? [] : [`${say('target').toLowerCase()} ${targetShown(each)}`]),
    ].join(', ');
  for (const part of report.parts) {
    const own = report.dimensions.filter((each) => each.part === part.part);
    if (own.length === 0) continue;
    paper.heading(3, `${part.name[language]}: ${level(part)}`);
    const rows = own.map((each) => ({
      name: each.name[language],
      value: drawnLevel(each.level, each.range),
      range: each.range,
      mark: each.importance,
      target: each.target?.level ?? null,
      shown: level(each),
    }));
    const alternative = `${part.name[language]}. ${own.map(inWords).join('; ')}.`;
    paper.rulerChart({ ...ends, rows, most: scaleTop, alternative });
    paper.table({
      columns: [say('area'), say('level'), say('lowest'), say('highest'), say('importance'), say('target')],
      rows: own.map((each) => [
        each.name[language],
        level(each),
        each.range === null ? '–' : formatNumber(each.range.lowest, language, 1),
        each.range === null ? '–' : formatNumber(each.range.highest, language, 1),
        each.importance === null ? '–' : formatNumber(each.importance, language),
        targetShown(each),
      ]),
    });
    const reviewed = own.flatMap((each) =>
      each.reviews.map((review) =>
        say('reviewedBy', { by: review.by[language], area: each.name[language], level: level(review) }),
      ),
    );
    if (reviewed.length > 0) paper.list(reviewed);
  }
}

function tellTogether({ paper, report, language, say, level }: Telling): void {
  const { stage, summary, parts } = report;
  paper.heading(2, say('together'));
  paper.paragraph(say(summary.balance ?? 'unknownBalance'));
  paper.list(parts.filter(({ part }) => part !== 'module').map((part) => `${part.name[language]}: ${level(part)}`));
  if (stage === null) {
    paper.paragraph(say('noStage'));
    return;
  }
  const { reached, next } = stage;
  paper.paragraph(
    reached === null
      ? say('stageNone')
      : `${say('stageReached', { stage: reached.stage, name: reached.name[language] })} ${reached.meaning[language]}`,
  );
  if (next === null || stage.inTheWay.length === 0) return;
  paper.paragraph(say('inTheWay', { stage: next.stage, name: next.name[language] }), 'strong');
  paper.list(stage.inTheWay.map((each) => each[language]));
}

/** Whose the targets are. */
function tellTargets({ paper, report, say }: Telling): void {
  const all = targetAreas(report.dimensions).length;
  const own = report.dimensions.filter(({ target }) => target?.isProposal === false).length;
  if (!isOfTheFirm(report)) paper.paragraph(say('targetsToOthers', { target: proposedTarget }));
  else if (own === 0) paper.paragraph(say('targetsProposed', { target: proposedTarget }));
  else if (own < all) paper.paragraph(say('targetsMixed', { own, all, target: proposedTarget }));
  else paper.paragraph(say('targetsOwn'));
}

function tellImportance(telling: Telling): void {
  const { paper, report, language, say, level } = telling;
  const { placed, unplaced } = report.importance;
  paper.heading(2, say('importanceTitle'));
  const filled = quadrants.filter((quadrant) => placed[quadrant].length > 0);
  if (filled.length === 0) {
    paper.paragraph(say('noImportance'));
    return;
  }
  const rangeOf = (code: string) => report.dimensions.find(({ dimension }) => dimension === code)?.range ?? null;
  paper.paragraph(say('importanceText'));
  tellTargets(telling);
  for (const quadrant of filled) {
    paper.table({
      columns: [say(quadrant), say('importance'), say('level'), say('target')],
      rows: placed[quadrant].map(({ dimension, name, importance, level: own, target, isUnsure }) => {
        const shown = level({ level: own, range: rangeOf(dimension) });
        const area = isUnsure ? `${name[language]} (${say('unsure')})` : name[language];
        return [area, formatNumber(importance, language), shown, String(target.level)];
      }),
    });
  }
  if (unplaced.length === 0) return;
  paper.paragraph(say('unplaced', { areas: unplaced.map(({ name }) => name[language]).join(', ') }), 'quiet');
}

/** By how much one step would raise an area; where little is known, what would tell most. */
function tellMoves({ paper, report, language, say }: Telling): void {
  const toBegin = new Set(report.importance.placed.begin.map(({ dimension }) => dimension));
  const raised = report.dimensions
    .flatMap(({ dimension, name, moves }) =>
      moves.raise.slice(0, 1).map((move) => ({ ...move, area: name[language], isFirst: toBegin.has(dimension) })),
    )
    .flatMap(({ rise, ...move }) => (rise === null ? [] : [{ ...move, rise }]))
    .toSorted((one, other) => Number(other.isFirst) - Number(one.isFirst) || other.rise - one.rise)
    .slice(0, mostMoves);
  const unknown = report.dimensions
    .flatMap(({ name, moves }) => moves.unknown.slice(0, 1).map((each) => ({ ...each, area: name[language] })))
    .toSorted((one, other) => other.width - one.width)
    .slice(0, mostMoves / 2);
  if (raised.length + unknown.length === 0) return;
  paper.heading(2, say('moves'));
  paper.paragraph(say('movesText'), 'quiet');
  if (raised.length > 0) {
    paper.table({
      columns: [say('question'), say('now'), say('oneStep'), say('rise')],
      rows: raised.map(({ area, question, points, raisedTo, rise }) => [
        `${area}: ${question[language]}`,
        ...[points, raisedTo].map((each) => formatNumber(each, language)),
        `+${formatNumber(rise, language, rise < leastTenth ? 2 : 1)}`,
      ]),
    });
  }
  if (unknown.length === 0) return;
  paper.paragraph(say('unknownMoves'));
  paper.list(
    unknown.map(({ area, question, width }) =>
      say('unknownMove', { area, question: question[language], width: formatNumber(width, language, 1) }),
    ),
  );
}

function tellSteps({ paper, report, language, say }: Telling): void {
  paper.heading(2, say('steps'));
  if (report.nextSteps.length === 0) {
    paper.paragraph(say('noSteps'));
    return;
  }
  for (const [at, step] of report.nextSteps.entries()) {
    paper.heading(3, `${at + 1}. ${step.question[language]}`);
    paper.paragraph(step.area[language], 'quiet');
    paper.list([
      say('today') + step.today[language],
      say(step.isProposal ? 'aim' : 'ownAim', { aim: step.aim }) + step.target[language],
      ...(step.begin === null ? [] : [say('wayToBegin') + step.begin[language]]),
    ]);
  }
}

/** What the firm has made of its suggestions, or that the file does not tell. */
function tellChoices({ paper, report, language, say }: Telling): void {
  const { choices } = report;
  if (choices === null) return;
  if (choices.declined.length > 0) {
    paper.heading(3, say('declinedTitle'));
    paper.list(
      choices.declined.map(({ name, provider, reason, note }) => {
        const why = whyDeclined({ reason, note }, language);
        return say('declined', { name: name[language], provider: provider[language], why });
      }),
    );
  }
  if (choices.asks.length === 0) return;
  paper.heading(3, say('asksTitle'));
  paper.list(choices.asks.map(({ name, words }) => `${name[language]}: ${words}`));
}

function tellSupport(telling: Telling): void {
  const { paper, report, language, say } = telling;
  const { notices, suggestions, choices, runnerUp, waiting, gaps } = report;
  paper.heading(2, say('support'));
  for (const notice of notices) paper.paragraph(notice[language], 'strong');
  if (suggestions.length === 0) paper.paragraph(say(whyNothing(report)));
  else paper.paragraph(`${say('proposal')} ${say('contact')}`, 'quiet');
  if (choices === null) paper.paragraph(say('choicesToOthers'));
  else if (choices.isReordered && suggestions.length > 0) paper.paragraph(say('ownOrder'));
  for (const { name, provider, summary, reasons, isProviderConfirmed } of suggestions) {
    paper.heading(3, name[language]);
    paper.paragraph(`${provider[language]}${isProviderConfirmed ? '' : ` (${say('toConfirm')})`}`, 'strong');
    paper.paragraph(summary[language]);
    paper.list(reasons.map((reason) => reason[language]));
  }
  tellChoices(telling);
  if (runnerUp !== null) {
    const { name, provider, reasons } = runnerUp;
    paper.paragraph(say('runnerUp', { name: name[language], provider: provider[language] }));
    paper.list(reasons.map((reason) => reason[language]));
  }
  if (waiting.length > 0) {
    paper.heading(3, say('waiting'));
    paper.list(waiting.map(({ name, reason }) => `${name[language]}. ${reason[language]}`));
  }
  if (gaps.length === 0) return;
  paper.heading(3, say('gaps'));
  paper.list(gaps.map((gap) => gap[language]));
}

function tellChange({ paper, report, language, say }: Telling): void {
  const { change } = report;
  if (change === null) return;
  const shown = (value: number | null) => (value === null ? '–' : formatNumber(value, language, 1));
  paper.heading(2, say('changeTitle'));
  const { of, compared, headline } = findChanges(change.dimensions, (area) => area);
  paper.paragraph(say(headline), 'strong');
  paper.paragraph(say('changeText', { day: dayInWords(new Date(change.since), language) }));
  const told = findings.filter((finding) => finding !== 'within-error' && of[finding].length > 0);
  if (told.length > 0)
    paper.list(told.map((finding) => `${say(finding)}: ${of[finding].map(({ name }) => name[language]).join(', ')}.`));
  if (of['sign-of-rise'].length + of['sign-of-fall'].length > 0) {
    paper.paragraph(say(headline === 'signs' ? 'onlySigns' : 'someSigns', { count: compared }));
  } else if (headline === 'holding' && compared > 1) paper.paragraph(say('allHold', { count: compared }));
  paper.table({
    columns: [say('area'), say('before'), say('now'), say('verdict')],
    rows: change.dimensions.map(({ name, before, after, verdict, holdsTogether }) => [
      name[language],
      shown(before),
      shown(after),
      say(findingOf(verdict, holdsTogether)).toLowerCase(),
    ]),
  });
}

function tellComparison({ paper, report, language, say, level }: Telling): void {
  const { comparison, dimensions } = report;
  if (comparison === null) return;
  const shown = (value: number | null) => (value === null ? '–' : formatNumber(value, language, 1));
  const group = comparison.group.map(({ value }) => value[language]).join(', ');
  paper.heading(2, say('comparisonTitle'));
  if (comparison.isSimulated) paper.paragraph(say('simulatedGroup'), 'strong');
  paper.paragraph(say('comparisonText', { group: group === '' ? say('allFirms') : group }));
  paper.table({
    columns: [say('area'), say('own'), say('mean'), say('firms')],
    rows: comparison.peers.map(({ dimension, name, mean, firms }) => {
      const own = dimensions.find((each) => each.dimension === dimension);
      return [name[language], own === undefined ? '–' : level(own), shown(mean), formatNumber(firms, language)];
    }),
  });
  const missing = notComparedReasons.flatMap((why) => {
    const areas = comparison.notCompared.filter((each) => each.why === why).map(({ name }) => name[language]);
    return areas.length === 0 ? [] : [say(`${why}Areas`, { areas: areas.join(', ') })];
  });
  if (missing.length === 0) return;
  const counts = { missing: comparison.notCompared.length, all: dimensions.length };
  paper.paragraph(say('notCompared', counts));
  paper.list(missing);
}

function tellMeasures({ paper, report, language, say }: Telling): void {
  type Figure = Report['measures'][number]['total'];
  const shown = (figure: Figure) => {
    if (figure === null) return say('nothingKnown');
    return figure.lowest === figure.highest ? String(figure.lowest) : `${figure.lowest}–${figure.highest}`;
  };
  paper.heading(2, say('measuresTitle'));
  paper.paragraph(say('measuresText'));
  if (report.measuresLeaveOut) paper.paragraph(say('measuresLeaveOut'));
  for (const { name, version, highest, total, dimensions } of report.measures) {
    const title = say('measureVersion', { name: name[language], version: shownVersion(version) });
    paper.table({
      columns: [title, `${say('figure')} (0–${highest})`],
      rows: [
        [name[language], shown(total)],
        ...dimensions.map((dimension) => [dimension.name[language], shown(dimension.figure)]),
      ],
    });
  }
}

function tellMethod({ paper, report, language, sha256, say, level }: Telling): void {
  const { firm, receipt, madeFrom, dimensions } = report;
  paper.heading(2, say('method'));
  paper.list([
    say('methodMean'),
    say('methodShare', { share: formatNumber(madeFrom.minimumShareAnswered * 100, language) }),
    say('methodRounding'),
    say('methodHash', { sha256, definition: madeFrom.definitionSha256 }),
  ]);
  paper.table({
    columns: [say('madeFrom'), say('value')],
    rows: [
      ...(firm.organisationNumber === null ? [] : [[say('number'), firm.organisationNumber]]),
      [say('receipt'), receipt.number],
      [say('submitted'), dayInWords(new Date(receipt.submittedAt), language)],
      [say('form'), madeFrom.form.name[language]],
      [say('version'), String(madeFrom.version)],
      [say('rules'), `${shownVersion(madeFrom.scoringRules)} (${madeFrom.scoringRules})`],
      [say('catalogue'), String(madeFrom.catalogueVersion)],
    ],
  });
  const incomplete = dimensions.filter(
    ({ answeredWeight, applicableWeight, notApplicable }) => answeredWeight < applicableWeight || notApplicable > 0,
  );
  if (incomplete.length === 0) {
    paper.paragraph(say('complete'));
    return;
  }
  if (incomplete.length < dimensions.length) paper.paragraph(say('incomplete'));
  paper.table({
    columns: [
      say('area'),
      say('answeredWeight'),
      say('applicableWeight'),
      say('dont-know'),
      say('not-applicable'),
      say('level'),
    ],
    rows: incomplete.map((each) => [
      each.name[language],
      ...[each.answeredWeight, each.applicableWeight, each.dontKnow, each.notApplicable].map(String),
      level(each),
    ]),
  });
}

function tellViewers({ paper, report, language, say }: Telling): void {
  const { viewers } = report;
  paper.heading(2, say('viewersTitle'));
  if (viewers === null) paper.paragraph(say('viewersHidden'));
  else if (viewers.length === 0) paper.paragraph(say('viewersNone'));
  else paper.list(viewers.map(({ receiver, purpose }) => `${receiver[language]} ${say(purpose)}`));
  if (viewers !== null) paper.paragraph(say('linksApart'), 'quiet');
  paper.paragraph(say('fileNote'), 'quiet');
}

const chapters = [
  ...[tellTitle, tellSummary, tellStrengths, tellRulers, tellTogether, tellImportance, tellSteps],
  ...[tellMoves, tellSupport, tellChange, tellComparison, tellMeasures, tellMethod, tellViewers],
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

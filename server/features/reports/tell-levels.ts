import type { ReportDimension } from '#shared/domain/report/report.ts';
import { isOfTheFirm } from '#shared/domain/report/report.ts';
import { quadrants } from '#shared/domain/scoring/importance-quadrants.ts';
import { drawnLevel } from '#shared/domain/scoring/present-level.ts';
import { proposedTarget, targetAreas } from '#shared/domain/scoring/targets.ts';
import { formatNumber } from '#shared/domain/wording/format-number.ts';
import type { Telling } from './telling.ts';

const scaleTop = 4;
const mostMoves = 6;
/** Below it a tenth would say nothing. */
const leastTenth = 0.1;

/** Whose the targets are. */
function tellTargets({ paper, report, say }: Telling): void {
  const all = targetAreas(report.dimensions).length;
  const own = report.dimensions.filter(({ target }) => target?.isProposal === false).length;
  if (!isOfTheFirm(report)) paper.paragraph(say('targetsToOthers', { target: proposedTarget }));
  else if (own === 0) paper.paragraph(say('targetsProposed', { target: proposedTarget }));
  else if (own < all) paper.paragraph(say('targetsMixed', { own, all, target: proposedTarget }));
  else paper.paragraph(say('targetsOwn'));
}

export function tellRulers(telling: Telling): void {
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

export function tellTogether({ paper, report, language, say, level }: Telling): void {
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

export function tellImportance(telling: Telling): void {
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
export function tellMoves({ paper, report, language, say }: Telling): void {
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

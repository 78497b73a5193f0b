import { firstComparedGroup } from '../benchmark/first-compared-group.ts';
import { whyNotCompared } from '../benchmark/not-compared.ts';
import { type Figure, measureFigures } from '../crosswalk/figure.ts';
import { highestFigure } from '../crosswalk/measure.ts';
import { dimensionTextKeys, formTextKeys, scaleTextKeys, textOf } from '../instrument/text-keys.ts';
import type { DimensionScore } from '../scoring/score.ts';
import { summariseProfile } from '../scoring/summarise-profile.ts';
import { type Report, reportFormat } from './report.ts';
import { agreementInWords } from './report-agreement.ts';
import { dimensionOf, importanceAgainstLevel, otherItemsOf, partsOf, strengthsOf } from './report-levels.ts';
import { type ReportSource, wordsOf } from './report-source.ts';
import { stageOf, stepsOf } from './report-steps.ts';
import { supportOf } from './report-support.ts';

function changeOf({ change }: ReportSource): Report['change'] {
  if (change === null) return null;
  return {
    since: change.since,
    rulesVersion: change.told.rulesVersion,
    dimensions: change.told.dimensions.map(({ dimension, name, verdict, change: moved }) => ({
      ...{ dimension, name, verdict },
      before: moved?.before ?? null,
      after: moved?.after ?? null,
      difference: moved?.difference ?? null,
      limit: moved?.limit ?? null,
      holdsTogether: moved?.holdsTogether === true,
    })),
  };
}

/** The same group as the page begins with. */
function comparisonOf(source: ReportSource): Report['comparison'] {
  const { comparison, scoreProfile } = source;
  const compared = firstComparedGroup(comparison?.groups ?? []);
  const published = { measures: comparison?.measures ?? [], peers: compared?.peers ?? [] };
  const areas = scoreProfile.dimensions.map((score) => ({
    dimension: score.dimension,
    name: wordsOf(source, dimensionTextKeys.name(score.dimension)),
    why: whyNotCompared(score, published),
  }));
  const peers = areas.flatMap(({ dimension, name, why }) => {
    const found = compared?.peers.find(({ measure }) => measure === dimension);
    if (why !== null || found === undefined) return [];
    const { measure: _, ...figures } = found;
    return [{ dimension, name, ...figures }];
  });
  const notCompared = areas.flatMap(({ why, ...area }) => (why === null ? [] : [{ ...area, why }]));
  if (compared === undefined || peers.length === 0) return null;
  const isSimulated = comparison?.releases.some((release) => release.isSimulated) === true;
  return { group: [...compared.values], isSimulated, peers, notCompared };
}

const shownOf = (figure: Figure | null) => figure && { lowest: figure.shown.lowest, highest: figure.shown.highest };

function measuresOf({ measures, answersToMeasure: answers, profile, added }: ReportSource): Report['measures'] {
  return measures.map((measure) => {
    const figures = measureFigures(measure, { answers, profile, added: added ?? {} });
    return {
      ...{ code: measure.code, version: measure.version, name: measure.name },
      highest: highestFigure(measure),
      total: shownOf(figures.total),
      dimensions: figures.dimensions.map(({ code, figure }) => ({
        name: measure.dimensions.find((each) => each.code === code)?.name ?? { sv: code, en: code },
        figure: shownOf(figure),
      })),
    };
  });
}

/** Everything that the files of a result show. Levels are exact means: each file says how it rounds them. */
export function composeReport(source: ReportSource): Report {
  const { definition, scoreProfile, formCode, version } = source;
  const { balance, strongest, weakest } = summariseProfile(scoreProfile);
  const namesOf = (scores: readonly DimensionScore[]) =>
    scores.map(({ dimension }) => wordsOf(source, dimensionTextKeys.name(dimension)));
  return {
    format: reportFormat,
    ...{ asOf: source.asOf, firm: source.firm, receipt: source.receipt },
    madeFrom: {
      form: { code: formCode, name: textOf(definition.texts, formTextKeys.name(formCode), formCode) },
      ...version,
      scoringRules: scoreProfile.rulesVersion,
      minimumShareAnswered: definition.structure.scoring.minimumShareAnswered,
    },
    scale: [0, 1, 2, 3, 4].map((level) => ({ level, name: wordsOf(source, scaleTextKeys.level(level)) })),
    summary: { balance, strongest: namesOf(strongest), weakest: namesOf(weakest) },
    strengths: strengthsOf(source),
    importance: importanceAgainstLevel(source),
    parts: partsOf(source),
    dimensions: scoreProfile.dimensions.map((score) => dimensionOf(source, score)),
    otherItems: otherItemsOf(source),
    stage: stageOf(source),
    nextSteps: stepsOf(source),
    ...supportOf(source),
    change: changeOf(source),
    comparison: comparisonOf(source),
    measures: measuresOf(source),
    agreement: agreementInWords(source),
    measuresLeaveOut: source.added === null,
    viewers: source.viewers,
  };
}

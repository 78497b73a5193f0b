import type * as z from 'zod/mini';
import type { CrosswalkSource, crosswalkSchema } from '#shared/contracts/crosswalk.ts';
import type { Grounds } from '#shared/domain/crosswalk/derive-row.ts';
import { type Figure, type MeasuredFigures, measureFigures } from '#shared/domain/crosswalk/figure.ts';
import {
  type CrosswalkFact,
  highestFigure,
  type Measure,
  type MeasureDimension,
  type MeasureQuestion,
  questionsOf,
} from '#shared/domain/crosswalk/measure.ts';
import type { Context } from '../../platform/context.ts';
import type { Material } from './access.ts';

export type CrosswalkBody = z.input<typeof crosswalkSchema>;
type MeasureBody = CrosswalkBody['measures'][number];
type QuestionBody = MeasureBody['dimensions'][number]['questions'][number];

/** What is known of one measure, and of what. */
type Told = {
  readonly measure: Measure;
  readonly figures: MeasuredFigures;
  readonly grounds: Grounds;
  readonly material: Material;
};

/** Answers whose question means what the rules were written for, and added ones that stand, by row. */
function groundsOf({ submitted, added, changedItems }: Material): Grounds {
  const steps = (added ?? []).flatMap(({ rowCode, step }) => (step === null ? [] : [[rowCode, step] as const]));
  const answers = Object.fromEntries(
    Object.entries(submitted.answers).filter(([item]) => !changedItems.includes(item)),
  );
  return { answers, profile: submitted.profile, added: Object.fromEntries(steps) };
}

function describeSource(fact: CrosswalkFact, { answers, added }: Grounds): CrosswalkSource[] {
  if ('certification' in fact) return [{ certification: fact.certification }];
  if ('row' in fact) {
    const step = added[fact.row];
    return step === undefined ? [] : [{ row: fact.row, step }];
  }
  const value = answers[fact.item]?.value ?? null;
  return value === null ? [] : [{ item: fact.item, value }];
}

const describeFigure = (figure: Figure | null) =>
  figure === null ? null : { shown: figure.shown, bands: figure.bands };

function describeQuestion(question: MeasureQuestion, { measure, figures, grounds, material }: Told): QuestionBody {
  const resolved = new Map(figures.questions.get(question.code)?.rows.map((row) => [row.code, row]));
  const added = material.added && new Map(material.added.map((row) => [row.rowCode, row]));
  return {
    code: question.code,
    number: question.number,
    text: question.text,
    steps: measure.steps[question.kind],
    rows: question.rows.flatMap((row) => {
      const found = resolved.get(row.code);
      if (found === undefined) return [];
      const own = added?.get(row.code);
      return [
        {
          code: row.code,
          text: row.text,
          because: row.derived?.because ?? null,
          isExclusive: row.isExclusive === true,
          ...found.range,
          origin: found.origin,
          sources: found.sources.flatMap((fact) => describeSource(fact, grounds)),
          added: added && { step: own?.step ?? null, revision: own?.revision ?? 0 },
        },
      ];
    }),
  };
}

function describeDimension(dimension: MeasureDimension, told: Told): MeasureBody['dimensions'][number] {
  const { code, name, formula, cautions, questions } = dimension;
  const figure = told.figures.dimensions.find((each) => each.code === code)?.figure ?? null;
  return {
    ...{ code, name, formula, cautions },
    figure: describeFigure(figure),
    questions: questions.map((question) => describeQuestion(question, told)),
  };
}

function describeMeasure(measure: Measure, material: Material): MeasureBody {
  const grounds = groundsOf(material);
  const figures = measureFigures(measure, grounds);
  const { code, version, scale, name, about, formula, source, cautions, bands } = measure;
  return {
    ...{ code, version, scale, name, about, formula, source, cautions, bands },
    highest: highestFigure(measure),
    total: describeFigure(figures.total),
    dimensions: measure.dimensions.map((dimension) =>
      describeDimension(dimension, { measure, figures, grounds, material }),
    ),
  };
}

const factsIn = (measure: Measure): readonly CrosswalkFact[] =>
  questionsOf(measure)
    .flatMap(({ rows }) => rows.flatMap(({ derived }) => derived?.from ?? []))
    .flatMap(({ when }) => ('all' in when ? when.all : [when]));

/** Of the questions that have changed, those that something would be derived from. */
function changedItemsUsed(measures: readonly Measure[], { changedItems }: Material): string[] {
  const used = new Set(measures.flatMap(factsIn).flatMap((fact) => ('item' in fact ? [fact.item] : [])));
  return changedItems.filter((item) => used.has(item)).sort();
}

/** Every measure with its figures and rows, derived anew from what was submitted and what has been added. */
export function describeCrosswalk({ bundle }: Pick<Context, 'bundle'>, material: Material): CrosswalkBody {
  const { responseId, instrumentVersionId, formCode, firmName, isSimulated, submittedAt } = material.submitted;
  return {
    ...{ responseId, instrumentVersionId, formCode, firmName, isSimulated },
    submittedAt: submittedAt.toISOString(),
    changedItems: changedItemsUsed(bundle.measures, material),
    measures: bundle.measures.map((measure) => describeMeasure(measure, material)),
  };
}

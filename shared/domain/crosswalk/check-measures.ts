import type { Structure } from '../instrument/definition.ts';
import { indexStructure } from '../instrument/index-structure.ts';
import { repeatedCodes } from '../repeated-codes.ts';
import type { CatalogueIssue } from '../routing/build-catalogue.ts';
import {
  type Bound,
  type CrosswalkFact,
  highestFigure,
  highestSteps,
  type Measure,
  type MeasureQuestion,
  type MeasureRow,
  questionsOf,
} from './measure.ts';

type Issue = CatalogueIssue;
type Known = { readonly structure: Structure; readonly highestOf: ReadonlyMap<string, number> };

const factsOf = ({ when }: Bound): readonly CrosswalkFact[] => ('all' in when ? when.all : [when]);

function checkItemFact(fact: Extract<CrosswalkFact, { item: string }>, { structure }: Known, path: string): Issue[] {
  const item = indexStructure(structure).items.get(fact.item);
  if (item === undefined) return [{ code: 'unknown-item', path, detail: `there is no item ${fact.item}` }];
  const unfit = (detail: string): Issue[] => [{ code: 'unfit-fact', path, detail: `${fact.item} ${detail}` }];
  if ('isNotApplicable' in fact) return item.allowsNotApplicable ? [] : unfit('cannot be marked not applicable');
  if (!('choices' in fact)) return item.kind === 'ladder' ? [] : unfit('has no levels');
  if (item.kind !== 'single-choice') return unfit('has no single choice');
  const known = new Set(item.choices.map(({ code }) => code));
  return fact.choices.filter((choice) => !known.has(choice)).flatMap((choice) => unfit(`has no choice ${choice}`));
}

function checkFact(fact: CrosswalkFact, known: Known, path: string): Issue[] {
  if ('item' in fact) return checkItemFact(fact, known, path);
  if ('certification' in fact) return [];
  const highest = known.highestOf.get(fact.row);
  if (highest === undefined) return [{ code: 'unknown-row', path, detail: `there is no row ${fact.row}` }];
  const step = 'atLeast' in fact ? fact.atLeast : fact.atMost;
  return step <= highest ? [] : [{ code: 'unknown-step', path, detail: `${fact.row} has no step ${step}` }];
}

function checkRow(row: MeasureRow, kind: MeasureQuestion['kind'], known: Known): Issue[] {
  const path = row.code;
  const highest = highestSteps[kind];
  return (row.derived?.from ?? []).flatMap((bound) => {
    const step = 'lowest' in bound ? bound.lowest : bound.highest;
    // A bound at the end of the scale says nothing, and one beyond it cannot be met.
    const isIdle = 'lowest' in bound ? step < 1 || step > highest : step >= highest;
    const idle = isIdle ? [{ code: 'idle-bound', path, detail: `${step} narrows nothing of 0-${highest}` }] : [];
    const own = factsOf(bound).some((fact) => 'row' in fact && fact.row === row.code);
    const circle = own ? [{ code: 'derived-from-itself', path, detail: 'a row says nothing of itself' }] : [];
    return [...idle, ...circle, ...factsOf(bound).flatMap((fact) => checkFact(fact, known, path))];
  });
}

function checkQuestion(question: MeasureQuestion, measure: Measure, known: Known): Issue[] {
  const { code: path, kind, rows } = question;
  const counted = rows.filter(({ isExclusive }) => isExclusive !== true);
  return [
    ...(measure.steps[kind].length === highestSteps[kind] + 1
      ? []
      : [{ code: 'steps-without-words', path, detail: `${kind} has ${highestSteps[kind] + 1} steps` }]),
    ...(counted.length === 0 ? [{ code: 'nothing-counted', path, detail: 'every row excludes the others' }] : []),
    ...(kind !== 'ticks' && counted.length < rows.length
      ? [{ code: 'exclusive-scale', path, detail: 'only a tick excludes others' }]
      : []),
    ...(measure.scale === 'points' && kind !== 'ticks'
      ? [{ code: 'scale-in-points', path, detail: 'a point is had or not' }]
      : []),
    ...rows.flatMap((row) => checkRow(row, kind, known)),
  ];
}

function checkBands(measure: Measure): Issue[] {
  const starts = measure.bands.map(({ from }) => from);
  const isRising = starts.every((from, index) => (index === 0 ? from === 0 : from > (starts[index - 1] ?? from)));
  const isWithin = starts.every((from) => from <= highestFigure(measure));
  return isRising && isWithin
    ? []
    : [{ code: 'bands-out-of-order', path: measure.code, detail: 'bands begin at 0 and rise within the scale' }];
}

/** What keeps measures from being derived from the questionnaire as it is; empty when there is nothing to remark on. */
export function checkMeasures(measures: readonly Measure[], structure: Structure): Issue[] {
  const questions = measures.flatMap(questionsOf);
  const codes = [
    ...measures.map(({ code }) => code),
    ...measures.flatMap(({ dimensions }) => dimensions.map(({ code }) => code)),
    ...questions.map(({ code }) => code),
    ...questions.flatMap(({ rows }) => rows.map(({ code }) => code)),
  ];
  const highestOf = new Map(
    questions.flatMap(({ kind, rows }) => rows.map(({ code }) => [code, highestSteps[kind]] as const)),
  );
  return [
    ...[...repeatedCodes(codes)].map((code) => ({ code: 'repeated-code', path: code, detail: 'stands twice' })),
    ...measures.flatMap((measure) => [
      ...checkBands(measure),
      ...questionsOf(measure).flatMap((question) => checkQuestion(question, measure, { structure, highestOf })),
    ]),
  ];
}

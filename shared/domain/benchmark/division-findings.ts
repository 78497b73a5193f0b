import type { ReleaseCell } from './cell.ts';
import { figureOf } from './cell-figure.ts';
import { pairsAmong } from './chance.ts';
import { type Figure, type Finding, findEnds, isApart, type Named } from './finding.ts';
import { groupKey, type Place, statedValues } from './frame.ts';
import type { ReleaseDocument } from './release.ts';
import { type Scale, scaleOf } from './scale.ts';

/** A group that is shown. `name`: its key. */
export type GroupFigure = Named & { readonly place: Place };

type InDivision = { readonly attribute: string; readonly measure: string };

/** Where the groups of a division lie apart in one measure. */
export type DivisionEnds = InDivision & {
  /** Several where they share the end. */
  readonly highest: readonly GroupFigure[];
  readonly lowest: readonly GroupFigure[];
  /** Every group of the division is shown. */
  readonly isWhole: boolean;
  /** In the units of the scale. */
  readonly difference: number;
};

/** A group that lies apart from all firms in one measure. */
export type Outstanding = InDivision & {
  readonly group: GroupFigure;
  readonly all: Figure;
  /** Above 0: the group lies higher. */
  readonly difference: number;
};

/** What is left of a difference of published figures beyond this is the computer's rounding. */
const inTenths = (value: number): number => Math.round(value * 10) / 10;

const farthestFirst = <One extends { readonly difference: number }>(found: readonly One[]): One[] =>
  found.toSorted((one, other) => Math.abs(other.difference) - Math.abs(one.difference));

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/**
 * Where the groups of a release can be told apart. Whoever tells of one has chosen it among all areas and divisions. So all
 * pairs of shown groups count together, in all measures of one scale and all divisions by one attribute: whatever a page
 * says of one area and papers of the whole is said by the same measure. Divisions by two attributes, which are looked at in
 * one area after the other, count each for itself.
 */
export function divisionFindings({ spec, cells }: Pick<ReleaseDocument, 'spec' | 'cells'>) {
  const byKey = new Map<string, ReleaseCell>(cells.map((cell) => [`${cell.measure} ${cell.group}`, cell]));
  const singles = spec.breakdowns.filter((codes) => codes.length === 1);
  const attributes = singles.flat();
  const figureIn = (measure: string, group: string): Figure | null => {
    const cell = byKey.get(`${measure} ${group}`);
    const mean = figureOf(cell, scaleOf(spec.names, measure));
    const firms = cell?.firms ?? null;
    return mean === null || firms === null ? null : { mean, firms };
  };
  const placesIn = (breakdown: readonly string[]): Place[] =>
    breakdown.reduce<Place[]>(
      (places, code) =>
        places.flatMap((place) => statedValues(spec, code).map((value) => ({ ...place, [code]: value }))),
      [{}],
    );
  const groupsIn = (measure: string, breakdown: readonly string[]): GroupFigure[] =>
    placesIn(breakdown).flatMap((place) => {
      const name = groupKey(place);
      const figure = figureIn(measure, name);
      return figure === null ? [] : [{ name, place, ...figure }];
    });
  const ofScale = (scale: Scale): string[] => spec.measures.filter((code) => scaleOf(spec.names, code) === scale);
  const shownIn = (measures: readonly string[], breakdowns: readonly (readonly string[])[]): number[] =>
    measures.flatMap((measure) => breakdowns.map((breakdown) => groupsIn(measure, breakdown).length));
  const pairsOver = (scale: Scale, breakdowns: readonly (readonly string[])[]): number =>
    sum(shownIn(ofScale(scale), breakdowns).map(pairsAmong));
  return {
    attributes,
    /** The groups of one division in one measure: which lie highest and lowest. */
    ends: (measure: string, breakdown: readonly string[]): Finding<GroupFigure> | null => {
      const scale = scaleOf(spec.names, measure);
      const comparisons = pairsOver(scale, breakdown.length === 1 ? singles : [breakdown]);
      return findEnds(groupsIn(measure, breakdown), scale, { scale, comparisons });
    },
    /** Whether at least two groups are shown beside each other in a measure of the scale. */
    isCompared: (attribute: string, scale: Scale): boolean => pairsOver(scale, [[attribute]]) > 0,
    /** Every measure and division by one attribute whose ends can be told apart, the farthest first. */
    differences: (scale: Scale): DivisionEnds[] => {
      const comparisons = pairsOver(scale, singles);
      const found = attributes.flatMap((attribute) =>
        ofScale(scale).flatMap((measure): DivisionEnds[] => {
          const groups = groupsIn(measure, [attribute]);
          const ends = findEnds(groups, scale, { scale, comparisons });
          if (ends?.kind !== 'apart') return [];
          const { highest, lowest } = ends;
          const isWhole = groups.length === statedValues(spec, attribute).length;
          const difference = inTenths((highest[0]?.mean ?? 0) - (lowest[0]?.mean ?? 0));
          return [{ attribute, measure, highest, lowest, isWhole, difference }];
        }),
      );
      return farthestFirst(found);
    },
    /**
     * Every group of one attribute that lies apart from all firms in one of the measures, which are of one scale: the
     * farthest first. A group is a part of all, so that chance parts the two less than is reckoned here.
     */
    outstanding: (measures: readonly string[]) => {
      const comparisons = sum(shownIn(measures, singles));
      const found = attributes.flatMap((attribute) =>
        measures.flatMap((measure): Outstanding[] => {
          const all = figureIn(measure, groupKey({}));
          if (all === null) return [];
          const scale = scaleOf(spec.names, measure);
          return groupsIn(measure, [attribute])
            .filter((group) => isApart(group, all, { scale, comparisons }))
            .map((group) => ({ attribute, measure, group, all, difference: inTenths(group.mean - all.mean) }));
        }),
      );
      return { comparisons, found: farthestFirst(found) };
    },
  };
}

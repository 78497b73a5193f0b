import type { ReleaseCell } from '#shared/domain/benchmark/cell.ts';
import { groupKey, type Place, statedValues } from '#shared/domain/benchmark/frame.ts';
import type { ReleaseDocument } from '#shared/domain/benchmark/release.ts';

export type ShownGroup = { readonly key: string; readonly place: Place };

/** What one can look up in a release. */
export type ReleaseView = {
  readonly document: ReleaseDocument;
  /** Nothing for a group that is not shown, and for one that is not in the release: they look alike. */
  readonly cell: (measure: string, group: string) => ShownCell | undefined;
  readonly groupsOf: (breakdown: readonly string[]) => ShownGroup[];
  readonly valuesOf: (attribute: string) => readonly string[];
};
export type ShownCell = ReleaseCell & { readonly firms: number };

export const allFirms = groupKey({});

const isShown = (cell: ReleaseCell | undefined): cell is ShownCell => cell !== undefined && cell.firms !== null;

export function viewRelease(document: ReleaseDocument): ReleaseView {
  const cells = new Map(document.cells.map((cell) => [`${cell.measure} ${cell.group}`, cell]));
  const valuesOf = (attribute: string) => statedValues(document.spec, attribute);
  return {
    document,
    cell: (measure, group) => {
      const found = cells.get(`${measure} ${group}`);
      return isShown(found) ? found : undefined;
    },
    groupsOf: (breakdown) =>
      breakdown
        .reduce<Place[]>(
          (places, code) => places.flatMap((place) => valuesOf(code).map((value) => ({ ...place, [code]: value }))),
          [{}],
        )
        .map((place) => ({ key: groupKey(place), place })),
    valuesOf,
  };
}

/** The group that a key names. */
export function placeOfKey(key: string): Place {
  return key === allFirms ? {} : Object.fromEntries(key.split('&').map((pair) => pair.split('=', 2)));
}

/** A breakdown in an address or a form. */
export const breakdownKey = (codes: readonly string[]): string => codes.join('-by-');
export const breakdownOf = (key: string): string[] => (key === '' ? [] : key.split('-by-'));

import fc from 'fast-check';
import type { Lock, PlanEdition, PlanFirm, PlanProblem } from '#shared/domain/cohort/problem.ts';
import { branches, counties, sizeClasses } from '#shared/domain/firm/firm-profile.ts';

export const firmIdOf = (index: number): string => `00000000-0000-4000-8000-0000000000f${index}`;
export const editionIdOf = (index: number): string => `00000000-0000-4000-8000-0000000000e${index}`;

const places = [
  { latitude: 59.38, longitude: 13.5 },
  { latitude: 60.61, longitude: 15.63 },
  { latitude: 60.67, longitude: 17.14 },
  { latitude: 61.01, longitude: 14.54 },
];
const packages = ['alpha', 'beta'];

const position = fc.option(fc.constantFrom(...places), { nil: null });
const period = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 }))
  .map(([from, length]) => ({ from: `2027-03-0${from}`, to: `2027-03-0${from + length}` }));

/** A list of one now and then, else an empty one. */
const sometimes = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.tuple(fc.nat(3), one).map(([chance, given]) => (chance === 0 ? [given] : []));

const edition = (index: number): fc.Arbitrary<PlanEdition> =>
  fc.record({
    editionId: fc.constant(editionIdOf(index)),
    packageCode: fc.constantFrom(...packages),
    places: fc.integer({ min: 0, max: 4 }),
    minimumGroup: fc.integer({ min: 0, max: 3 }),
    period,
    position,
  });

const points = (most: number) => fc.integer({ min: 0, max: most });
const need = (packageCode: string, editions: number) =>
  fc.record({
    waitsFor: sometimes(fc.nat(editions - 1).map(editionIdOf)).map(([one = null]) => one),
    packageCode: fc.constant(packageCode),
    fit: fc.record({ ranking: points(40), level: points(20), importance: points(20), wish: points(20) }),
    waitingDays: fc.option(fc.integer({ min: 0, max: 500 }), { nil: null }),
  });

function firm(index: number, editions: number): fc.Arbitrary<PlanFirm> {
  return fc.record({
    firmId: fc.constant(firmIdOf(index)),
    sizeClass: fc.constantFrom(...sizeClasses),
    county: fc.constantFrom(...counties, 'outside' as const),
    branch: fc.constantFrom(...branches),
    position,
    needs: fc
      .tuple(...packages.map((code) => fc.option(need(code, editions), { nil: undefined, freq: 4 })))
      .map((needs) => needs.filter((each) => each !== undefined)),
    busy: sometimes(period),
    placedIn: sometimes(fc.nat(editions - 1).map(editionIdOf)),
  });
}

function rules(firms: number, editions: number) {
  const firmId = fc.nat(firms - 1).map(firmIdOf);
  const editionId = fc.nat(editions - 1).map(editionIdOf);
  const twoFirms = fc
    .uniqueArray(firmId, { minLength: Math.min(2, firms), maxLength: 2 })
    .map(([one = '', other = '']): [string, string] => [one, other]);
  const pairs = fc.array(twoFirms, { maxLength: firms < 2 ? 0 : 2 });
  const lock: fc.Arbitrary<Lock> = fc.oneof(
    fc.record({ kind: fc.constant('in' as const), firmId, editionId }),
    fc.record({ kind: fc.constant('out' as const), firmId, editionId }),
    fc.record({ kind: fc.constant('somewhere' as const), firmId }),
    fc.record({ kind: fc.constant('nowhere' as const), firmId }),
  );
  return fc.record({
    mostKm: fc.constantFrom(null, null, 120, 200, 300),
    editionsPerFirm: fc.integer({ min: 1, max: 2 }),
    together: pairs,
    apart: pairs,
    locks: fc.array(lock, { maxLength: 2 }),
    mustRun: sometimes(editionId),
  });
}

const weight = fc.integer({ min: 0, max: 10 });

/** Small enough for every plan to be tried. */
export function arbitraryProblem(mostPairs: number): fc.Arbitrary<PlanProblem> {
  return fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 }))
    .filter(([firms, editions]) => firms * editions <= mostPairs)
    .chain(([firms, editions]) =>
      fc.record({
        editions: fc.tuple(...Array.from({ length: editions }, (_, index) => edition(index))),
        firms: fc.tuple(...Array.from({ length: firms }, (_, index) => firm(index, editions))),
        rules: rules(firms, editions),
        wishes: fc.record({ sizes: fc.nat(3), counties: fc.nat(3), large: fc.boolean() }),
        weights: fc.record({
          fit: weight,
          waiting: weight,
          county: weight,
          sizes: weight,
          counties: weight,
          large: weight,
        }),
        servedBefore: fc.record({ '17': fc.nat(4), '20': fc.nat(4), '21': fc.nat(4) }),
      }),
    );
}

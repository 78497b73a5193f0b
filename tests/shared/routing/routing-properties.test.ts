import fc from 'fast-check';
import { expect, test } from 'vitest';
import { branches, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { chooseSuggestions } from '#shared/domain/routing/choose-suggestions.ts';
import { compareParts } from '#shared/domain/routing/compare-parts.ts';
import { evaluateCondition } from '#shared/domain/routing/evaluate-condition.ts';
import { buildFactBase } from '#shared/domain/routing/fact-base.ts';
import { meetAtSameTime } from '#shared/domain/routing/group-standing.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import { stances } from '#shared/domain/routing/package.ts';
import type { Routing } from '#shared/domain/routing/routing.ts';
import type { RoutingCondition } from '#shared/domain/routing/routing-condition.ts';
import type { RoutingInput } from '#shared/domain/routing/routing-input.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import type { Firm } from './arbitrary-firm.ts';
import { firms, places } from './arbitrary-firm.ts';
import { suggestedCodes } from './read-routing.ts';
import { dimensionNames, structure } from './routing-fixture.ts';
import { catalogue } from './shipped-catalogue.ts';
import { help } from './small-catalogue.ts';

const inputFor = ({ answers, profile, context }: Firm, used: Catalogue = catalogue): RoutingInput => ({
  structure,
  scoreProfile: scoreResponse(structure, 'quick', profile, answers),
  answers,
  profile,
  catalogue: used,
  context,
});
const route = (firm: Firm, used?: Catalogue): Routing => chooseSuggestions(inputFor(firm, used));
const packageOf = (code: string): Package | undefined => catalogue.packages.find((each) => each.code === code);
const grounds = ['own-priority', 'need', 'need-ambitious', 'strength', 'rule'];

test('nothing is suggested without something of the firm that it matches, a criterion that is not false and a reason', () => {
  fc.assert(
    fc.property(firms, (firm) => {
      const routing = route(firm);
      const facts = buildFactBase(inputFor(firm));
      for (const { packageCode, dimensions, reasons } of routing.suggestions) {
        const each = packageOf(packageCode);
        const isIncluded = routing.firedRules.some(({ ruleId }) =>
          catalogue.rules.some(
            ({ id, effects }) =>
              id === ruleId && effects.some((one) => one.effect === 'include' && one.codes.includes(packageCode)),
          ),
        );
        const isMatched = dimensions.some((code) => {
          const band = routing.needs.find((need) => need.dimension === code)?.band ?? '';
          return each?.dimensions.some((one) => one.code === code && one.bands.includes(band)) === true;
        });
        expect(isIncluded || isMatched).toBe(true);
        expect(each?.sizeClasses).toContain(firm.profile.sizeClass);
        if (each?.criteria !== undefined) expect(evaluateCondition(each.criteria.when, facts).truth).not.toBe('false');
        expect(reasons.some(({ code }) => grounds.includes(code))).toBe(true);
      }
    }),
  );
});

const criterion = (when: RoutingCondition): Package['criteria'] => ({ when, why: help.name });

const addedPackages: fc.Arbitrary<Package> = fc
  .record({
    stance: fc.constantFrom(...stances),
    dimensions: fc.uniqueArray(
      fc.record({
        // Those that firms have gaps in as often as all others together.
        code: fc.oneof(fc.constantFrom('D5', 'D7', 'D9'), fc.constantFrom(...dimensionNames)),
        bands: fc.subarray(['low', 'mid', 'high'], { minLength: 1 }),
      }),
      { minLength: 1, maxLength: 4, selector: ({ code }) => code },
    ),
    sizeClasses: fc.subarray([...sizeClasses], { minLength: 1 }),
    isByRuleOnly: fc.boolean(),
    minimumDimensions: fc.constantFrom(1, 2),
    criteria: fc.constantFrom(
      undefined,
      criterion({ branch: [...branches] }),
      criterion({ not: { branch: [...branches] } }),
    ),
  })
  .map(({ criteria, ...rest }) => ({
    ...help,
    ...rest,
    code: 'added',
    branches: [],
    ...(criteria === undefined ? {} : { criteria }),
  }));

test('a package that is added removes a gap only where it helps with that need, and makes none', () => {
  fc.assert(
    fc.property(firms, addedPackages, (firm, added) => {
      const gapsOf = (used: Catalogue) => route(firm, used).gaps.map(({ dimension }) => dimension);
      const before = gapsOf(catalogue);
      const after = gapsOf({ ...catalogue, packages: [...catalogue.packages, added] });
      const facts = buildFactBase(inputFor(firm));
      const isOpenToFirm =
        added.stance === 'receive' &&
        added.isByRuleOnly !== true &&
        added.sizeClasses.includes(firm.profile.sizeClass) &&
        (added.criteria === undefined || evaluateCondition(added.criteria.when, facts).truth !== 'false');
      const helps = (dimension: string): boolean => {
        const band = facts.dimensions.get(dimension)?.band ?? '';
        return isOpenToFirm && added.dimensions.some(({ code, bands }) => code === dimension && bands.includes(band));
      };
      expect(before).toEqual(expect.arrayContaining(after));
      for (const gone of before.filter((dimension) => !after.includes(dimension))) expect(helps(gone)).toBe(true);
    }),
    { numRuns: 600 },
  );
});

test('another county changes who gives it and in what order, but removes no suggestion', () => {
  fc.assert(
    fc.property(firms, places, (firm, municipality) => {
      const moved = route({ ...firm, profile: { ...firm.profile, municipality } });
      expect(suggestedCodes(moved).sort()).toEqual(suggestedCodes(route(firm)).sort());
    }),
  );
});

test('no two suggestions are ones that do not go together, or have only groups that meet at the same time', () => {
  fc.assert(
    fc.property(firms, (firm) => {
      const { suggestions } = route(firm);
      const joinable = (code: string) =>
        (firm.context.editions ?? []).filter((one) => one.packageCode === code && one.standing === 'open');
      for (const [place, one] of suggestions.entries()) {
        for (const other of suggestions.slice(place + 1)) {
          const codes = [one.packageCode, other.packageCode];
          const conflicts = (catalogue.conflicts ?? []).filter(({ packages }) =>
            codes.every((code) => packages.includes(code)),
          );
          expect(conflicts).toEqual([]);
          if (one.cohort !== 'open' || other.cohort !== 'open') continue;
          const pairs = joinable(one.packageCode).flatMap((a) =>
            joinable(other.packageCode).map((b) => [a, b] as const),
          );
          expect(pairs.some(([a, b]) => !meetAtSameTime(a, b))).toBe(true);
        }
      }
    }),
  );
});

test('what the firm has taken, or is in, is never suggested', () => {
  fc.assert(
    fc.property(firms, (firm) => {
      const { takenPackages, packagesUnderWay } = firm.context;
      const past = [...(takenPackages ?? []), ...(packagesUnderWay ?? [])];
      expect(suggestedCodes(route(firm)).filter((code) => past.includes(code))).toEqual([]);
    }),
  );
});

test('the runner-up is the best that lost, to a suggestion that has at least its points', () => {
  fc.assert(
    fc.property(firms, (firm) => {
      const { runnerUp, considered, suggestions } = route(firm);
      const lost = considered.filter(({ total }) => total !== null);
      if (runnerUp === null || runnerUp === undefined) {
        expect(lost).toEqual([]);
        return;
      }
      const fitOf = ({ components }: { components: typeof runnerUp.components }) =>
        components.filter(({ code }) => code !== 'home-county').reduce((sum, { points }) => sum + points, 0);
      const winner = suggestions.find(({ packageCode }) => packageCode === runnerUp.against);
      expect(lost[0]?.packageCode).toBe(runnerUp.packageCode);
      expect(winner && fitOf(winner)).toBeGreaterThanOrEqual(fitOf(runnerUp) - 0.001);
      const sides = compareParts(runnerUp.components, winner?.components ?? []);
      const ahead = sides.reduce((sum, { own, theirs }) => sum + theirs - own, 0);
      const [, told] = runnerUp.reasons;
      if (told?.code === 'runner-up-level') {
        expect(ahead).toBeCloseTo(0, 6);
        return;
      }
      const most = Math.max(...sides.map(({ own, theirs }) => theirs - own));
      const { component, theirs, own, difference } = told?.params ?? {};
      expect(difference).toMatchObject({ value: expect.closeTo(ahead, 6) });
      expect(theirs?.kind === 'number' && own?.kind === 'number' && theirs.value - own.value).toBeCloseTo(most, 6);
      expect(component).toMatchObject({ kind: 'component' });
    }),
  );
});

test('a routing can be made again from what is stored of it', () => {
  fc.assert(
    fc.property(firms, (firm) => {
      const routing = route(firm);
      expect(routing.context && route({ ...firm, context: routing.context })).toEqual(routing);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { chooseSuggestions } from '#shared/domain/routing/choose-suggestions.ts';
import { renderReason } from '#shared/domain/routing/render-reason.ts';
import type { Need, Routing } from '#shared/domain/routing/routing.ts';
import { routingSchema } from '#shared/domain/routing/routing.ts';
import { scoreResponse } from '#shared/domain/scoring/score-response.ts';
import type { Firm } from './arbitrary-firm.ts';
import { firms, places } from './arbitrary-firm.ts';
import { candidatesOf } from './read-routing.ts';
import type { Importance } from './routing-fixture.ts';
import { dimensionNames, routeOf, structure } from './routing-fixture.ts';
import { catalogue } from './shipped-catalogue.ts';

function route({ answers, profile, context }: Firm, used: Catalogue = catalogue): Routing {
  const scoreProfile = scoreResponse(structure, 'quick', profile, answers);
  return chooseSuggestions({ structure, scoreProfile, answers, profile, catalogue: used, context });
}

const highest = structure.scoring.bands.at(-1)?.code;
const counts = ({ need, band }: Need): boolean =>
  need !== null && need >= catalogue.ranking.minimumNeed && band !== highest;

const meets = (packageCode: string, dimension: string): boolean =>
  catalogue.packages.some(
    ({ code, dimensions }) => code === packageCode && dimensions.some((one) => one.code === dimension),
  );

test('a firm with a need gets one to three suggestions or a gap, unless something is held back for it', () => {
  fc.assert(
    fc.property(firms, (firm) => {
      const { needs, suggestions, gaps, postponed, considered } = route(firm);
      const heldBack = considered.filter(({ outcome }) => outcome === 'withheld' || outcome === 'already-taken');
      expect(suggestions.map(({ rank }) => rank)).toEqual([1, 2, 3].slice(0, suggestions.length));
      if (needs.some(counts) && postponed.length + heldBack.length === 0) {
        expect(suggestions.length + gaps.length).toBeGreaterThanOrEqual(1);
      }
    }),
  );
});

test('no need that counts is met by silence', () => {
  fc.assert(
    fc.property(firms, (firm) => {
      const routing = route(firm);
      const gaps = routing.gaps.map(({ dimension }) => dimension);
      for (const { dimension } of routing.needs.filter(counts)) {
        const isTakenUp = candidatesOf(routing).some((code) => meets(code, dimension));
        expect(isTakenUp || gaps.includes(dimension)).toBe(true);
      }
    }),
  );
});

test('an answer that is said to pull a dimension down lies below the target, and there is always one', () => {
  fc.assert(
    fc.property(firms, (firm) => {
      for (const { code, params } of route(firm).suggestions.flatMap(({ reasons }) => reasons)) {
        if (code !== 'need' && code !== 'need-ambitious') continue;
        const { target, answers } = params;
        const goal = target?.kind === 'number' ? target.value : Number.NaN;
        const points =
          answers?.kind === 'evidence' ? answers.evidence.map((each) => 'points' in each && each.points) : [];
        expect(points.length).toBeGreaterThan(0);
        for (const each of points) expect(each).toBeLessThan(goal);
      }
    }),
  );
});

test('every suggestion has a step of the strategy, a green statement, and reasons in both languages', () => {
  const steps = catalogue.steps.map(({ code }) => code);
  fc.assert(
    fc.property(firms, (firm) => {
      for (const suggestion of route(firm).suggestions) {
        const offered = catalogue.packages.find(({ code }) => code === suggestion.packageCode);
        expect(suggestion.steps.length).toBeGreaterThanOrEqual(1);
        expect(steps).toEqual(expect.arrayContaining(suggestion.steps));
        expect(offered?.greenStatement.sv).toBeTruthy();
        expect(offered?.greenStatement.en).toBeTruthy();
        expect(suggestion.reasons.length).toBeGreaterThanOrEqual(1);
      }
    }),
  );
});

test('every reason is said in full in both languages', () => {
  const key = /\b(reason|component|evidence|flag|number|gap|wish|county|branch|size|chain-role|list)\.[a-z0-9-]/;
  fc.assert(
    fc.property(firms, (firm) => {
      const { suggestions, notices, postponed, gaps, considered } = route(firm);
      const attachments = suggestions.flatMap((suggestion) => suggestion.attachments);
      const others = [...notices, ...attachments, ...postponed, ...gaps, ...considered].map(({ reason }) => reason);
      for (const reason of [...suggestions.flatMap(({ reasons }) => reasons), ...others]) {
        for (const language of ['sv', 'en'] as const) {
          const said = renderReason(reason, catalogue, {}, language);
          expect(said).not.toMatch(/[{}]/);
          expect(said).not.toMatch(key);
          expect(said).toMatch(/[.?!]$/);
        }
      }
    }),
  );
});

test('the county filters nothing: moving the firm changes no candidate, no gap and no rule', () => {
  fc.assert(
    fc.property(firms, places, (firm, municipality) => {
      const here = route(firm);
      const there = route({ ...firm, profile: { ...firm.profile, municipality } });
      expect(candidatesOf(there)).toEqual(candidatesOf(here));
      expect(there.gaps).toEqual(here.gaps);
      expect(there.firedRules).toEqual(here.firedRules);
    }),
  );
});

test('a need that no package meets is a gap', () => {
  const levels = fc.double({ min: 0, max: 2.75, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(...dimensionNames), levels, fc.constantFrom<Importance>(0, 1, 2, 3, 4), (...given) => {
      const [dimension, level, importance] = given;
      const packages = catalogue.packages.filter(({ code }) => !meets(code, dimension));
      const { needs, gaps } = routeOf({
        levels: { [dimension]: level },
        importance: { [dimension]: importance },
        catalogue: { ...catalogue, packages, declaredGaps: [] },
      });
      const need = needs.find((one) => one.dimension === dimension);
      expect(gaps.map((gap) => gap.dimension)).toEqual(need !== undefined && counts(need) ? [dimension] : []);
    }),
  );
});

test('neither the order of the answers nor that of the catalogue plays a part', () => {
  fc.assert(
    fc.property(firms, (firm) => {
      const answers = Object.fromEntries(Object.entries(firm.answers).reverse());
      const { steps, providers, branchProviders, packages, rules, attachments } = catalogue;
      const turned: Catalogue = {
        ...catalogue,
        steps: steps.toReversed(),
        providers: providers.toReversed(),
        branchProviders: branchProviders.toReversed(),
        packages: packages.toReversed(),
        rules: rules.toReversed(),
        attachments: attachments.toReversed(),
      };
      expect(route({ ...firm, answers }, turned)).toEqual(route(firm));
    }),
  );
});

test('the same firm is always routed the same way, and the routing can be stored', () => {
  fc.assert(
    fc.property(firms, (firm) => {
      const routing = route(firm);
      expect(route(structuredClone(firm), structuredClone(catalogue))).toEqual(routing);
      expect(routingSchema.parse(routing)).toEqual(routing);
    }),
  );
});

import { expect, test } from 'vitest';
import { attachmentsOf, firedIds, outcomeOf, partsOf, postponedCodes, suggestedCodes } from './read-routing.ts';
import { allAt, digital, process, routeOf } from './routing-fixture.ts';

// Nine firms beside the three of the brief (worked-cases.test.ts): every branch, size and county, and one from outside.
// Need = (3 - level) x importance x wish; unanswered 2 x 0.75 = 1.5. Rank as in section 7 of docs/method-routing.md.

const totalsOf = (routing: ReturnType<typeof routeOf>) => routing.suggestions.map(({ total }) => total);

/*
 * Wood building, 34 employees, Mora (Dalarna), own product. PM6 is decisive and wanted now: target 4.
 *   PM6 (4 - 1.2) x 4 x 1 = 11.2; D6 (3 - 1.2) x 1.5 = 2.7; PM1-PM5 (3 - 2) x 1.5 = 1.5; X1 1.5 x 1.25 = 1.875
 *   wood-building          11.2 + 0.25 x 2.7 = 11.875, shown as 11.88; own priority 20; Paper Province 1.5; made for the
 *                          branch 1; group 1.5; cross-actor 0.5; green 0.5: 36.88
 *   measures-and-delivery  11.2; 20; 1.5; 1.5; group at 10-49 1: 35.20, but PM6 is met already
 *   connect-the-bottleneck PM3 1.5; 1.5; 1.5; 1: 5.50
 *   process-coaching       1.5 + 0.25 x 1.5 = 1.875, shown as 1.88; 1.5; 1.5: 4.88
 */
test('a wood builder in Mora gets the programme that is made for its branch, before a better known course', () => {
  const routing = routeOf({
    levels: { ...allAt(process, 2), PM6: 1.2, D6: 1.2, X1: 2 },
    importance: { PM6: 4 },
    wish: { PM6: 'yes' },
    profile: {
      municipality: '2062',
      branch: 'wood-building',
      sizeClass: '10-49',
      chainRole: 'own-product',
      employees: 34,
    },
  });

  expect(firedIds(routing)).toEqual(['M-middle', 'M-own-product']);
  expect(suggestedCodes(routing)).toEqual(['wood-building', 'connect-the-bottleneck', 'process-coaching']);
  expect(totalsOf(routing)).toEqual([36.88, 5.5, 4.88]);
  expect(routing.suggestions[0]?.crossCounty?.localContactProviderCode).toBe('region-20');
  expect(routing.runnerUp).toMatchObject({ packageCode: 'measures-and-delivery', total: 35.2 });
  expect(outcomeOf(routing, 'measures-and-delivery')).toBe('same-need-covered');
});

/*
 * Smithy, 3 employees, Kristinehamn (Värmland), subcontractor to several. 1-4 employees: one theme.
 *   PM1 = PM3 = (3 - 1) x 1.5 = 3; D5 = 3; D1 = (3 - 1.2) x 1.5 = 2.7
 *   mentor-for-owners        PM1 3; Triple Steelix 1.5; mentor in a small firm 2: 6.50
 *   from-hour-price-to-offer D1 2.7; group 1.5; at home 0.5; clinic in a small firm 2: 6.70, of which the county's 0.5
 *                            decides nothing: 6.20, and another theme
 *   smallest-firm-guidance   3 + 0.25 x 3 = 3.75; at home 0.5; 2: 6.25
 * What helps with D5 is for firms from five employees: a gap.
 */
test('a smithy of three in Kristinehamn gets one theme, a mentor, and is told that nobody helps it to be found', () => {
  const routing = routeOf({
    levels: { PM1: 1, PM3: 1, D1: 1.2, D5: 1 },
    profile: {
      municipality: '1781',
      branch: 'steel-and-metals',
      sizeClass: '1-4',
      chainRole: 'subcontractor',
      employees: 3,
      largestCustomerPercent: 30,
    },
  });
  const [mentor] = routing.suggestions;

  expect(suggestedCodes(routing)).toEqual(['mentor-for-owners']);
  expect(mentor && partsOf(mentor)).toEqual({ need: 3, speciality: 1.5, 'rule M-small': 2 });
  expect(routing.runnerUp).toMatchObject({ packageCode: 'from-hour-price-to-offer', total: 6.7 });
  expect(outcomeOf(routing, 'from-hour-price-to-offer')).toBe('one-theme');
  expect(outcomeOf(routing, 'measures-and-delivery')).toBe('not-eligible');
  expect(routing.gaps.map(({ dimension }) => dimension)).toEqual(['D5']);
});

/*
 * Food producer, 28 employees, Bollnäs (Gävleborg), other industry, own product; processes 2.8, so (3 - 2.8) x 1.5 = 0.3.
 *   D5 (3 - 1.4) x 3 x 1 = 4.8, own priority; X4 (3 - 1) x 3 x 0.75 = 4.5
 *   found-abroad       4.8; 20; group 1.5; export centre at home 0.5; 1: 27.80
 *   cluster-delegation 4.5; 1.5; 0.5; at home 0.5; 1: 8.00, but takes the same people as found-abroad
 *   supplier-network   4.5; for other roles -1; 1.5; 0.5; 0.5; 1: 7.00
 *   export-step        4.5; 1.5; 0.5: 6.50; X4 is met, but it goes with found-abroad
 */
test('a food producer in Bollnäs is helped abroad one way at a time', () => {
  const routing = routeOf({
    levels: { D5: 1.4, X4: 1, ...allAt(process, 2.8) },
    importance: { D5: 3, X4: 3 },
    wish: { D5: 'yes', X4: 'later' },
    profile: {
      municipality: '2183',
      branch: 'other-industry',
      sizeClass: '10-49',
      chainRole: 'own-product',
      employees: 28,
    },
  });

  expect(suggestedCodes(routing)).toEqual(['found-abroad', 'supplier-network', 'export-step']);
  expect(totalsOf(routing)).toEqual([27.8, 7, 6.5]);
  expect(routing.suggestions.map(({ crossCounty }) => crossCounty)).toEqual([null, null, null]);
  expect(routing.runnerUp).toMatchObject({
    packageCode: 'cluster-delegation',
    against: 'found-abroad',
    total: 8,
  });
  expect(outcomeOf(routing, 'cluster-delegation')).toBe('not-together');
});

/*
 * Steelworks, 1,200 employees, Borlänge (Dalarna). 250 or more: a partner, no customer of packages.
 *   challenge-owner   partner 2; Triple Steelix 1.5; 1.5; 0.5; at home 0.5; 6: 12.00
 *   consortium-partner 2; 1.5; 1.5; 0.5; 0.5: 6.00
 *   region-showcase   giver 2; 1.5; at home 0.5: 4.00; X1 is met by a partner's role, and this is a giver's
 *   test-bed-network  2; the institute follows 0.75; 1.5; 0.5: 4.75, but X1 and X3 are met already
 * X2 (3 - 2) x 1.5 = 1.5 counts, and no package that meets it is for a firm of this size.
 */
test('a steelworks in Borlänge is asked to own challenges, and its own need is recorded', () => {
  const routing = routeOf({
    levels: { PM6: 3.2, X3: 3, X1: 3.1, X2: 2 },
    profile: {
      municipality: '2081',
      branch: 'steel-and-metals',
      sizeClass: '250-plus',
      chainRole: 'own-product',
      employees: 1200,
    },
  });

  expect(firedIds(routing)).toEqual(['M-large-firm', 'M-own-product']);
  expect(suggestedCodes(routing)).toEqual(['challenge-owner', 'consortium-partner', 'region-showcase']);
  expect(totalsOf(routing)).toEqual([12, 6, 4]);
  expect(routing.gaps).toMatchObject([{ dimension: 'X2', need: 1.5, reason: { code: 'gap-size' } }]);
  expect(routing.runnerUp).toMatchObject({ packageCode: 'test-bed-network', total: 4.75 });
});

/*
 * Machine builder, 120 employees, Karlstad (Värmland); everything digital and in processes at 3, X1 2. All high: X-12.
 *   consortium-partner   2; Triple Steelix 1.5; 1.5; 0.5; X-12 30 and 5: 40.50
 *   mentor-firm          2; 1.5; 1.5; 30 and 5: 40.00
 *   outage-exercise      2; 1.5; 1.5; 30: 35.00
 *   procurement-dialogue 2; 1.5; 0.5; 0.5; at home 0.5; 30: 35.00, of which the county's 0.5 decides nothing: fourth
 *   energy-plan          X1 (3 - 2) x 1.5 x 1.25 = 1.875, shown as 1.88; 1.5; 1.5; 0.5: 5.38
 */
test('a machine builder in Karlstad that is far ahead gives and takes part', () => {
  const routing = routeOf({
    levels: { ...allAt(digital, 3), ...allAt(process, 3), X1: 2 },
    profile: {
      municipality: '1780',
      branch: 'metal-products-and-machinery',
      sizeClass: '50-249',
      chainRole: 'own-product',
      employees: 120,
    },
  });

  expect(firedIds(routing)).toEqual(['X-12', 'M-larger', 'M-own-product']);
  expect(suggestedCodes(routing)).toEqual(['consortium-partner', 'mentor-firm', 'outage-exercise']);
  expect(totalsOf(routing)).toEqual([40.5, 40, 35]);
  expect(routing.suggestions.map(({ crossCounty }) => crossCounty?.localContactProviderCode)).toEqual([
    'region-17',
    'region-17',
    'region-17',
  ]);
  expect(routing.considered.find(({ packageCode }) => packageCode === 'energy-plan')?.total).toBe(5.38);
});

/*
 * Electronics works, 12 employees, Gävle, subcontractor; no backup (D9.1 = 0) and new technology stops there (D8.4 = 1).
 *   D2 (3 - 1.2) x 3 x 1 = 5.4, own priority; D8 (3 - 1) x 2 x 1 = 4, of importance 2 and so none; processes
 *   (3 - 1.6) x 1.5 = 2.1; their mean 1.6 is not low, so X-1 does not fire.
 *   system-and-data-basics  5.4; 20; Triple Steelix 1.5; 1.5; 1: 29.40
 *   digital-basics-together 4; 1.5; 1.5; demo X-5 2; 1: 10.00; learning to take in stands before taking in: first
 *   connect-the-bottleneck  PM3 2.1; 1.5; 1.5; demo 2; 1: 8.10
 *   study-visits            PM1 2.1; 1.5; 1.5; demo 2: 7.10
 */
test('an electronics works in Gävle gets its backup now, learns to take in technology, and then takes it in', () => {
  const routing = routeOf({
    levels: { ...allAt(process, 1.6), D2: 1.2, D8: 1 },
    points: { 'D8.4': 1, 'D9.1': 0 },
    importance: { D2: 3, D8: 2 },
    wish: { D2: 'yes', D8: 'yes' },
    profile: {
      municipality: '2180',
      branch: 'metal-products-and-machinery',
      sizeClass: '10-49',
      chainRole: 'subcontractor',
      employees: 12,
      largestCustomerPercent: 40,
    },
  });

  expect(firedIds(routing)).toEqual(['X-5', 'X-9', 'M-middle']);
  expect(routing.notices.map(({ code }) => code)).toEqual(['security-basics']);
  expect(suggestedCodes(routing)).toEqual([
    'digital-basics-together',
    'system-and-data-basics',
    'connect-the-bottleneck',
  ]);
  expect(totalsOf(routing)).toEqual([10, 29.4, 8.1]);
  expect(routing.suggestions[1]?.reasons.map(({ code }) => code)).toContain('comes-after-other');
  expect(routing.runnerUp).toMatchObject({ packageCode: 'study-visits', total: 7.1 });
});

/*
 * Pulp supplier, 90 employees, Västerås, outside the three counties; successor unclear (X2.6 = 1), 12 % women, X2.4 = 1.
 *   X2 (3 - 1) x 1.5 = 3; PM5 (3 - 2) x 1.5 = 1.5
 *   skills-matrix-and-plan 3; 1.5: 4.50; of as many points as start-with-inclusion and workplace-appeal: by the code
 *   learning-at-work       PM5 1.5; 1.5; coaching at 50-249 1: 4.00
 *   succession-planning    brought in by X-7, 3; individual: 3.00
 */
test('a supplier in Västerås is helped as others are, with who takes over and with more who stay', () => {
  const routing = routeOf({
    levels: { X2: 1, PM5: 2 },
    points: { 'X2.4': 1, 'X2.6': 1 },
    profile: {
      municipality: '1980',
      branch: 'forest-and-bioeconomy',
      sizeClass: '50-249',
      chainRole: 'system-supplier',
      employees: 90,
      womenPercent: 12,
    },
  });

  expect(firedIds(routing)).toEqual(['X-7', 'X-8', 'M-larger']);
  expect(suggestedCodes(routing)).toEqual(['skills-matrix-and-plan', 'learning-at-work', 'succession-planning']);
  expect(totalsOf(routing)).toEqual([4.5, 4, 3]);
  expect(attachmentsOf(routing)).toEqual([['succession-talk', 'inclusion-element'], [], []]);
  expect(routing.suggestions.map(({ crossCounty }) => crossCounty?.localContactProviderCode ?? null)).toEqual([
    null,
    null,
    null,
  ]);
  expect(routing.runnerUp).toMatchObject({ packageCode: 'start-with-inclusion', total: 4.5 });
});

/*
 * Supplier to paper mills, 45 employees, Säffle (Värmland); sells nothing abroad itself (X4.1 = 0), its parts do (X4.5 = 3).
 *   X4 (3 - 1.2) x 1.5 = 2.7; PM6 (3 - 2.2) x 1.5 = 1.2; X3 (3 - 1) x 1.5 = 3
 *   supplier-network        2.7 + 0.25 x 1.2 = 3; Paper Province 1.5; for subcontractors 1; 1.5; 0.5; at home 0.5;
 *                           joint task X-6 2; X-11 4; 1: 15.00
 *   joint-test              X3 3; 1.5; 1.5; 0.5; X-6 2; 1: 9.50
 *   lead-time-with-customers PM6 1.2; 1.5; 1.5; 0.5; 0.5; 1: 6.20; PM6 is met, but it goes with the network
 * Exporting on its own waits.
 */
test('a supplier to paper mills in Säffle goes abroad through its customers', () => {
  const routing = routeOf({
    levels: { X4: 1.2, PM6: 2.2, X3: 1 },
    points: { 'X4.1': 0, 'X4.5': 3, 'X3.2': 1 },
    profile: {
      municipality: '1785',
      branch: 'forest-and-bioeconomy',
      sizeClass: '10-49',
      chainRole: 'subcontractor',
      employees: 45,
      largestCustomerPercent: 35,
    },
  });

  expect(firedIds(routing)).toEqual(['X-6', 'X-11', 'M-middle']);
  expect(suggestedCodes(routing)).toEqual(['supplier-network', 'joint-test', 'lead-time-with-customers']);
  expect(totalsOf(routing)).toEqual([15, 9.5, 6.2]);
  expect(postponedCodes(routing).toSorted()).toEqual(['cluster-delegation', 'export-step']);
  expect(outcomeOf(routing, 'setup-and-maintenance')).toBe('same-need-covered');
});

/*
 * Plastics works, 22 employees, Ludvika (Dalarna); all at 3 but D7 1, decisive and wanted now, and D9 1.2.
 *   D7 (4 - 1) x 4 x 1 = 12; D9 (3 - 1.2) x 1.5 = 2.7: nobody helps with either, and both are recorded.
 *   consortium-partner 2; 1.5; 0.5; at home 0.5: 4.50
 *   model-lab          2; 1.5; 0.5: 4.00
 *   mentor-firm        2; 1.5; at home 0.5: 4.00
 */
test('a plastics works in Ludvika is told that its greatest need has no package, and asked to help others', () => {
  const routing = routeOf({
    levels: { ...allAt(process, 3), ...allAt(digital, 3), D7: 1, D9: 1.2 },
    importance: { D7: 4 },
    wish: { D7: 'yes' },
    profile: {
      municipality: '2085',
      branch: 'other-industry',
      sizeClass: '10-49',
      chainRole: 'own-product',
      employees: 22,
    },
  });

  expect(routing.gaps).toMatchObject([
    { dimension: 'D7', need: 12, reason: { code: 'gap-declared' } },
    { dimension: 'D9', reason: { code: 'gap-declared' } },
  ]);
  expect(routing.suggestions.flatMap(({ dimensions }) => dimensions)).not.toContain('D7');
  expect(suggestedCodes(routing)).toEqual(['consortium-partner', 'model-lab', 'mentor-firm']);
  expect(totalsOf(routing)).toEqual([4.5, 4, 4]);
  expect(routing.runnerUp).toBeNull();
});

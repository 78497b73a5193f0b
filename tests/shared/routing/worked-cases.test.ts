import { expect, test } from 'vitest';
import { renderReason } from '#shared/domain/routing/render-reason.ts';
import { attachmentsOf, firedIds, partsOf, suggestedCodes } from './read-routing.ts';
import { allAt, digital, process, routeOf } from './routing-fixture.ts';
import { catalogue } from './shipped-catalogue.ts';

/*
 * Metal workshop, 18 employees, Hudiksvall, subcontractor with one customer at 62 %; process mean 0.9, D2 1.2, D9.2 = 0.
 * The firm wants support with D2 this year; nothing else is said of importance and wishes.
 *
 * Needs = (3 - level) x importance x wish. Unanswered: importance 2, wish 0.75, together 1.5. D2: wish yes, 2 x 1 = 2.
 *   PM1 = PM2 = (3 - 0.5) x 1.5 = 3.75; PM3 = PM4 = PM5 = (3 - 1) x 1.5 = 3; PM6 = (3 - 1.4) x 1.5 = 2.4;
 *   D2 = (3 - 1.2) x 2 = 3.6.
 * Process mean (0.5 + 0.5 + 1 + 1 + 1 + 1.4) / 6 = 0.9, low, and D2 wanted: X-1. D9.2 = 0: X-9. 62 > 50: supplier rule.
 * Rank = largest need + a quarter of the second, and the rest:
 *   process-cohort         3.75 + 0.25 x 3.75 = 4.69; Triple Steelix is first for the branch 1.5; group 1.5; X-1 30;
 *                          group at 10-49 employees 1: 38.69
 *   measures-and-delivery  3 + 0.25 x 2.4 = 3.6; 1.5 + 1.5 + 30 + 1: 37.60
 *   supplier-network       2.4; 1.5; subcontractor 1; group 1.5; cross-actor 0.5; one large customer 4; 1: 11.90
 *   skills-matrix-and-plan PM5 3; group 1.5; provider at home 0.5; 1: 6.00, fourth
 */
test('a metal workshop in Hudiksvall gets security now, processes, its customer, and technology later', () => {
  const routing = routeOf({
    levels: { PM1: 0.5, PM2: 0.5, PM3: 1, PM4: 1, PM5: 1, PM6: 1.4, D2: 1.2 },
    points: { 'D9.2': 0, 'X4.5': 2 },
    wish: { D2: 'yes' },
    profile: {
      municipality: '2184',
      branch: 'metal-products-and-machinery',
      sizeClass: '10-49',
      chainRole: 'subcontractor',
      employees: 18,
      largestCustomerPercent: 62,
    },
  });
  const [cohort, measures, network] = routing.suggestions;

  expect(firedIds(routing)).toEqual(['X-1', 'X-9', 'M-middle', 'M-one-large-customer']);
  expect(routing.notices.map(({ code }) => code)).toEqual(['security-basics']);
  expect(suggestedCodes(routing)).toEqual(['process-cohort', 'measures-and-delivery', 'supplier-network']);
  expect(cohort && partsOf(cohort)).toEqual({
    need: 4.69,
    speciality: 1.5,
    group: 1.5,
    'rule X-1': 30,
    'rule M-middle': 1,
  });
  expect(cohort?.total).toBe(38.69);
  expect(measures?.total).toBe(37.6);
  expect(network?.total).toBe(11.9);
  expect(cohort?.steps).toContain('P3.1');
  expect(network?.steps).toContain('P3.3');
  expect(routing.postponed).toMatchObject([{ packageCode: 'system-and-data-basics', ruleIds: ['X-1'] }]);
  expect(attachmentsOf(routing)).toEqual([['shock-readiness'], [], []]);
  expect(cohort?.providerCode).toBe('triple-steelix');
  expect(cohort?.crossCounty).toMatchObject({
    providerCounties: ['20'],
    firmCounty: '21',
    localContactProviderCode: 'region-21',
  });
  const reason = cohort?.crossCounty?.reason;
  expect(reason && renderReason(reason, catalogue, {}, 'sv')).toBe(
    'Triple Steelix finns i Dalarna och ni i Gävleborg. Det som passar er bäst går före närheten. På hemmaplan kan Region Gävleborg vara er kontakt.',
  );
});

/*
 * Packaging converter, 74 employees, Säffle, own products; processes 3.0, PM4.5 = 1, X1 1.8, D1 1.6; no wishes given.
 *
 * Needs: X1 = (3 - 1.8) x 1.5 x 1.25 (own product) = 2.25; D1 = (3 - 1.6) x 1.5 = 2.1; processes (3 - 3) = 0.
 * Process mean 3.0, high, and PM4.5 = 1: X-2, which brings in the exploration track.
 *   exploration-track        no need; the incubator in Värmland follows for the branch 1.5 x 0.5 = 0.75; group 1.5;
 *                            cross-actor 0.5; at home 0.5; X-2 8: 11.25
 *   circular-business-sprint 2.25 + 0.25 x 2.1 = 2.775, shown as 2.78; Paper Province is first 1.5; group 1.5;
 *                            green 0.5; at home 0.5: 6.78
 *   side-stream-trial        2.25; the test bed follows 0.75; cross-actor 0.5; green 0.5; X-2 2: 6.00
 *   energy-plan              X1 2.25; Paper Province 1.5; group 1.5; green 0.5; at home 0.5: 6.25, of which the county's
 *                            0.5 decides nothing: 5.75, fourth, a quarter of a point behind the trial
 *   mentor-firm              giver 2; 1.5; group 1.5; at home 0.5: 5.50, fourth
 *   servitisation-sprint     D1 2.1; group 1.5; at home 0.5; coaching at 50-249 1: 5.10, but D1 is met already
 */
test('a packaging converter in Säffle explores, with the circular side and the business together', () => {
  const routing = routeOf({
    levels: { ...allAt(process, 3), X1: 1.8, D1: 1.6 },
    points: { 'PM4.5': 1 },
    profile: {
      municipality: '1785',
      branch: 'forest-and-bioeconomy',
      sizeClass: '50-249',
      chainRole: 'own-product',
      employees: 74,
    },
  });
  const [exploration, sprint, trial] = routing.suggestions;

  expect(firedIds(routing)).toEqual(['X-2', 'M-larger', 'M-own-product']);
  expect(suggestedCodes(routing)).toEqual(['exploration-track', 'circular-business-sprint', 'side-stream-trial']);
  expect(exploration?.total).toBe(11.25);
  expect(sprint && partsOf(sprint)).toEqual({
    need: 2.78,
    speciality: 1.5,
    group: 1.5,
    green: 0.5,
    'home-county': 0.5,
  });
  expect(sprint?.total).toBe(6.78);
  expect(trial?.total).toBe(6);
  expect(sprint?.providerCode).toBe('paper-province');
  expect(trial?.providerCode).toBe('test-bed-circular-bioeconomy');
  expect(trial?.crossCounty).toBeNull();
  expect(attachmentsOf(routing)).toEqual([['seed-funding'], [], []]);
  expect(routing.suggestions.flatMap(({ steps }) => steps)).toEqual(
    expect.arrayContaining(['P3.2', 'P1.2', 'P5.3', 'P5.5']),
  );
  expect(routing.runnerUp).toMatchObject({ packageCode: 'energy-plan', against: 'side-stream-trial' });
  expect(routing.considered).toMatchObject([
    { packageCode: 'energy-plan', outcome: 'lower-rank', total: 6.25 },
    { packageCode: 'mentor-firm', outcome: 'lower-rank', total: 5.5 },
    { packageCode: 'servitisation-sprint', outcome: 'same-need-covered', total: 5.1 },
  ]);
});

/*
 * Industrial software, 9 employees, Falun; all of D at 3.2, X4 0.8, X2.4 = 1 and 11 % women; no wishes given.
 *
 * Needs: X4 = (3 - 0.8) x 1.5 = 3.3; D above the target, 0. X2.4 low and few women: X-8. 5-9 employees: one theme.
 *   export-step        3.3; group 1.5; export centre at home 0.5; clinic in a small firm 2: 7.30
 *   cluster-delegation 3.3; Compare and FPX are both first for the branch, Compare is listed first 1.5; group 1.5;
 *                      cross-actor 0.5: 6.80; goes with the export step, so the one theme allows it
 *   mentor-firm        giver 2; 1.5; group 1.5: 5.00; a role is no help, so the one theme allows it
 *   model-lab          giver 2; group 1.5; cross-actor 0.5: 4.00, fourth
 *   supplier-network   3.3 + 1.5 + 1.5 + 0.5; for other roles -1; 24 weeks in a small firm -3: 2.80, and X4 is met
 *   consortium-partner giver 2 + 1.5 + 1.5 + 0.5; two years in a small firm -3: 2.50
 */
test('an industrial software firm in Falun goes abroad as a client and mentors others', () => {
  const routing = routeOf({
    levels: { ...allAt(digital, 3.2), X4: 0.8 },
    points: { 'X2.4': 1 },
    profile: {
      municipality: '2080',
      branch: 'digital-and-industrial-services',
      sizeClass: '5-9',
      chainRole: 'service-to-industry',
      employees: 9,
      womenPercent: 11,
    },
  });
  const [exporting, delegation, mentor] = routing.suggestions;

  expect(firedIds(routing)).toEqual(['X-8', 'M-small', 'M-supplier-pool']);
  expect(suggestedCodes(routing)).toEqual(['export-step', 'cluster-delegation', 'mentor-firm']);
  expect(routing.suggestions.map(({ total }) => total)).toEqual([7.3, 6.8, 5]);
  expect(exporting?.providerCode).toBe('export-centre-20');
  expect(exporting?.crossCounty).toBeNull();
  expect(delegation?.providerCode).toBe('compare');
  expect(delegation?.crossCounty).toMatchObject({ providerCounties: ['17'], localContactProviderCode: 'region-20' });
  expect(mentor && partsOf(mentor)).toEqual({ giver: 2, speciality: 1.5, group: 1.5 });
  expect(attachmentsOf(routing)).toEqual([['inclusion-element', 'keep-roles-apart'], [], []]);
  const steps = routing.suggestions.flatMap((suggestion) => suggestion.steps);
  expect(steps).toEqual(expect.arrayContaining(['P2.1', 'P2.3']));
  expect(catalogue.attachments.find(({ code }) => code === 'inclusion-element')?.steps).toContain('P4.4');
});

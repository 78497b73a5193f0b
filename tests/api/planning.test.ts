import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { refuseTooMany } from '#server/features/planning/refuse-too-many.ts';
import type { PlanCandidates, PlanSummary } from '#shared/contracts/plans.ts';
import * as contract from '#shared/contracts/plans.ts';
import { checkPlan } from '#shared/domain/cohort/check-plan.ts';
import type { MoveCost } from '#shared/domain/cohort/move-cost.ts';
import { mostFirms } from '#shared/domain/cohort/problem.ts';
import { scorePlan } from '#shared/domain/cohort/score-plan.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { letIn, readAccess, startFirmsApp, withdraw } from '../support/firms.ts';
import { meanwhile } from '../support/meanwhile.ts';
import type { Staff } from '../support/people.ts';
import { signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import { insertEdition, insertPlacement } from '../support/placements.ts';
import { planningBy, planOf, planSettings, type WantedPlan, wantedPackages } from '../support/plans.ts';
import { populate, worldAt } from '../support/population.ts';
import { askForContact } from '../support/referrals.ts';
import type { TestApp } from '../support/test-app.ts';

const provider = 'triple-steelix';

let site: TestApp;
let advisor: Staff;
let stranger: Staff;
let editionIds: string[];
let planId: string;

const settings = planSettings;
const { url, read, ended, ...planning } = planningBy(() => advisor);

beforeAll(async () => {
  site = await startFirmsApp();
  // Enough for each test below to use up a few firms that want the same package, on whatever day.
  await populate(site, worldAt(site, new Date()), 240);
  advisor = await signedInAs(site, 'advisor', { organisation: provider });
  stranger = await signedInAs(site, 'manager', { organisation: 'fpx' });
  const [first = '', second = ''] = await wantedPackages(site, provider);
  const facts = { provider, places: 8, minimumGroup: 3 };
  editionIds = [
    await insertEdition(site, { ...facts, packageCode: first }),
    await insertEdition(site, { ...facts, packageCode: second, startsOn: '2027-05-01', endsOn: '2027-06-01' }),
  ];
  planId = (await solved()).planId;
});
afterAll(() => site.close());

const make = (wanted: WantedPlan = {}) => planning.make({ editionIds, ...wanted });
const solved = (wanted: WantedPlan = {}) => planning.solved({ editionIds, ...wanted });
const preview = (ids = editionIds) => planning.preview(ids);

/** Everybody who is nobody's advisor. */
async function others() {
  return [
    await signedIn(site),
    await signedInOwner(site),
    await signedInAs(site, 'analyst'),
    await signedInAs(site, 'editor'),
    await signedInAs(site, 'administrator'),
  ];
}

type Method = 'get' | 'post';

function familiesOf(method: Method, rest: () => string, body?: () => object) {
  const call = (visitor: Staff['visitor'], address: string) =>
    method === 'get' ? visitor.get(address) : visitor.post(address, body?.());
  return {
    'refuses who has no key': async () => {
      expectProblem(await call(site.newVisitor(), url(rest())), 401, 'sign-in-required');
    },
    'refuses the wrong role': async () => {
      for (const { visitor } of await others()) expectProblem(await call(visitor, url(rest())), 404, 'not-found');
      const unproved = await signedInAs(site, 'advisor', { organisation: provider, hasSecondFactor: false });
      expectProblem(await call(unproved.visitor, url(rest())), 403, 'second-factor-required');
    },
  };
}

const ofPlan = (rest = '') => `plans/${planId}${rest}`;

/** The address of another's plan, under the own organisation and under theirs, and of a plan that nobody has. */
async function findsNothing(method: Method, rest: (id: string) => string, body?: object): Promise<void> {
  const visit = ({ visitor }: Staff, address: string) =>
    method === 'get' ? visitor.get(address) : visitor.post(address, body);
  expectProblem(await visit(stranger, url(rest(planId))), 404, 'not-found');
  expectProblem(await visit(stranger, url(rest(planId), stranger)), 404, 'not-found');
  expectProblem(await visit(advisor, url(rest(planId), stranger)), 404, 'not-found');
}

type Request = { firmId: string; packageCode: string; receiver: string; status: string };

/** A request for contact that has come so far, with the consent that it rests on. */
async function insertRequest({ firmId, packageCode, receiver, status }: Request): Promise<string> {
  const consentId = randomUUID();
  await site.admin.query(
    `update consents set withdrawn_at = now()
     where firm_id = $1 and purpose = 'contact' and provider_code = $2 and withdrawn_at is null`,
    [firmId, receiver],
  );
  await site.admin.query(
    `insert into consents (consent_id, firm_id, purpose, provider_code, wording_version, language)
     values ($1, $2, 'contact', $3, 'contact-1', 'sv')`,
    [consentId, firmId, receiver],
  );
  await site.admin.query(
    `insert into referrals (referral_id, firm_id, submission_id, consent_id, catalogue_version_id, package_code,
       provider_code, is_suggested, firm_name, contact_name, email, status, answer_due_at, status_since)
     select $1, firm_id, submission_id, $2, (select catalogue_version_id from catalogue_versions limit 1), $3, $4,
       false, 'Smeden AB', 'Åsa Öberg', 'asa@smeden.example', $5, now(), now()
     from firm_summaries where firm_id = $6`,
    [randomUUID(), consentId, packageCode, receiver, status, firmId],
  );
  return consentId;
}

describeEndpoint(contract.previewPlan, {
  ...familiesOf(
    'post',
    () => 'plan-candidates',
    () => ({ editionIds }),
  ),
  'hides what belongs to another firm': async () => {
    const theirs = await insertEdition(site, { provider: 'fpx' });

    expectProblem(await stranger.visitor.post(url('plan-candidates'), { editionIds }), 404, 'not-found');
    expectProblem(await stranger.visitor.post(url('plan-candidates', stranger), { editionIds }), 404, 'not-found');
    expectProblem(await advisor.visitor.post(url('plan-candidates'), { editionIds: [theirs] }), 404, 'not-found');
    const reply = await stranger.visitor.post(url('plan-candidates', stranger), { editionIds: [theirs] });
    const ids = reply.json<PlanCandidates>().firms.map(({ firmId }) => firmId);
    const { rows } = await site.admin.query<{ id: string }>(
      `select firm_id as id from consents where provider_code = 'fpx' and purpose = 'result' and withdrawn_at is null`,
    );
    const consenting = new Set(rows.map(({ id }) => id));
    expect(ids.every((id) => consenting.has(id))).toBe(true);
  },
  'refuses an invalid request': async () => {
    for (const body of [{}, { editionIds: [] }, { editionIds: ['x'] }, { editionIds, more: 1 }]) {
      expectProblem(await advisor.visitor.post(url('plan-candidates'), body), 422, 'invalid-request');
    }
  },
  'does not find what is not there': async () => {
    const closed = await insertEdition(site, { provider, status: 'completed' });
    for (const ids of [[randomUUID()], [closed]]) {
      expectProblem(await advisor.visitor.post(url('plan-candidates'), { editionIds: ids }), 404, 'not-found');
    }
  },
  succeeds: async () => {
    const { firms, editions } = await preview();

    expect(firms.length).toBeGreaterThan(10);
    expect(editions.map(({ editionId }) => editionId).toSorted()).toEqual(editionIds.toSorted());
    for (const { facts } of firms) expect(facts.needs.length).toBeGreaterThan(0);
  },
});

describeEndpoint(contract.makePlan, {
  ...familiesOf(
    'post',
    () => 'plans',
    () => ({ editionIds, ...settings }),
  ),
  'hides what belongs to another firm': async () => {
    const body = { editionIds, ...settings };
    expectProblem(await stranger.visitor.post(url('plans'), body), 404, 'not-found');
    expectProblem(await stranger.visitor.post(url('plans', stranger), body), 404, 'not-found');
    const theirs = await insertEdition(site, { provider: 'fpx' });
    const own = { ...settings, editionIds: [theirs] };
    const [firm] = (await preview()).firms;
    const locks = [{ kind: 'nowhere', firmId: firm?.firmId }];
    const foreign = [
      { fromPlanId: planId },
      { rules: { ...settings.rules, locks } },
      { rules: { ...settings.rules, mustRun: editionIds } },
    ];
    for (const part of foreign)
      expectProblem(await stranger.visitor.post(url('plans', stranger), { ...own, ...part }), 404, 'not-found');
  },
  'refuses an invalid request': async () => {
    const [first] = (await preview()).firms;
    const firmId = first?.firmId ?? '';
    const faulty = [
      { weights: { ...settings.weights, fit: 11 } },
      { rules: { ...settings.rules, mostKm: -1 } },
      { rules: { ...settings.rules, together: [[firmId, firmId]] } },
      { wishes: { sizes: 9, counties: 0, large: true } },
    ];
    for (const part of faulty) {
      const reply = await advisor.visitor.post(url('plans'), { editionIds, ...settings, ...part });
      expectProblem(reply, 422, 'invalid-request');
    }
  },
  'does not find what is not there': async () => {
    const unknown = [
      { editionIds: [randomUUID()] },
      { fromPlanId: randomUUID() },
      { rules: { ...settings.rules, locks: [{ kind: 'nowhere', firmId: randomUUID() }] } },
      { rules: { ...settings.rules, mustRun: [randomUUID()] } },
    ];
    for (const part of unknown) {
      const reply = await advisor.visitor.post(url('plans'), { editionIds, ...settings, ...part });
      expectProblem(reply, 404, 'not-found');
    }
  },
  succeeds: async () => {
    const document = await solved();
    const plan = planOf(document);

    expect(document).toMatchObject({ status: 'done', outcome: { status: 'optimal' }, withdrawn: 0 });
    expect(plan.assignments.length).toBeGreaterThan(5);
    expect(plan.assignments.length).toBeLessThanOrEqual(16);
    expect(checkPlan(document.problem, plan)).toEqual([]);
    expect(scorePlan(document.problem, plan).total).toBeGreaterThan(0);
    expect(planOf(await solved())).toEqual(plan);
  },
});

describeEndpoint(contract.listPlans, {
  ...familiesOf('get', () => 'plans'),
  'hides what belongs to another firm': async () => {
    expectProblem(await stranger.visitor.get(url('plans')), 404, 'not-found');
    expect((await stranger.visitor.get(url('plans', stranger))).json()).toEqual({ plans: [] });
  },
  'refuses an invalid request': async () => {
    const reply = await advisor.visitor.get('/api/advisor/organisations/x/plans');
    expectProblem(reply, 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const reply = await advisor.visitor.get(`/api/advisor/organisations/${randomUUID()}/plans`);
    expectProblem(reply, 404, 'not-found');
  },
  succeeds: async () => {
    const { plans } = (await advisor.visitor.get(url('plans'))).json<{ plans: PlanSummary[] }>();

    expect(plans.find((plan) => plan.planId === planId)).toMatchObject({
      outcome: 'optimal',
      editions: 2,
      placed: planOf(await read(planId)).assignments.length,
    });
  },
});

describeEndpoint(contract.getPlan, {
  ...familiesOf('get', () => ofPlan()),
  'hides what belongs to another firm': () => findsNothing('get', (id) => `plans/${id}`),
  'refuses an invalid request': async () => {
    expectProblem(await advisor.visitor.get(url('plans/x')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await advisor.visitor.get(url(`plans/${randomUUID()}`)), 404, 'not-found');
  },
  succeeds: async () => {
    const document = await read(planId);

    expect(document.firms).toHaveLength(document.problem.firms.length);
    expect(document.problem).toMatchObject(settings);
  },
});

describeEndpoint(contract.cancelPlan, {
  ...familiesOf('post', () => ofPlan('/cancellation')),
  'hides what belongs to another firm': () => findsNothing('post', (id) => `plans/${id}/cancellation`),
  'refuses an invalid request': async () => {
    expectProblem(await advisor.visitor.post(url('plans/x/cancellation')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await advisor.visitor.post(url(`plans/${randomUUID()}/cancellation`)), 404, 'not-found');
  },
  succeeds: async () => {
    const id = await make();
    const reply = await advisor.visitor.post(url(`plans/${id}/cancellation`));

    expect(reply.json()).toEqual({ status: 'cancelled' });
    expect(await ended(id)).toMatchObject({ status: 'cancelled', outcome: null });
    const again = await advisor.visitor.post(url(ofPlan('/cancellation')));
    expect(again.json()).toEqual({ status: 'done' });
  },
});

/** A firm with a place by the plan. */
async function placedFirm(): Promise<string> {
  return planOf(await read(planId)).assignments[0]?.firmId ?? '';
}

async function free(): Promise<void> {
  const { plans } = (await advisor.visitor.get(url('plans'))).json<{ plans: PlanSummary[] }>();
  for (const plan of plans) await ended(plan.planId);
}

describeEndpoint(contract.findPlanCosts, {
  ...familiesOf('post', () => ofPlan(`/firms/${randomUUID()}/costs`)),
  'hides what belongs to another firm': async () => {
    const firmId = await placedFirm();
    await findsNothing('post', (id) => `plans/${id}/firms/${firmId}/costs`);
  },
  'refuses an invalid request': async () => {
    expectProblem(await advisor.visitor.post(url(ofPlan('/firms/x/costs'))), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await advisor.visitor.post(url(ofPlan(`/firms/${randomUUID()}/costs`))), 404, 'not-found');
  },
  succeeds: async () => {
    await free();
    const firmId = await placedFirm();
    // A search that was called off leaves the planner a moment later.
    const reply = await vi.waitFor(
      async () => {
        const given = await advisor.visitor.post(url(ofPlan(`/firms/${firmId}/costs`)));
        expect(given.statusCode, given.body).toBe(200);
        return given;
      },
      { timeout: 10_000, interval: 200 },
    );

    const { costs } = reply.json<{ costs: MoveCost[] }>();
    expect(costs).toHaveLength(2);
    expect(costs.at(-1)).toMatchObject({ editionId: null, answer: 'exact' });
    for (const { cost } of costs) if (cost !== null) expect(cost).toBeGreaterThanOrEqual(0);
  },
});

const anyPlaces = { places: [{ firmId: randomUUID(), editionId: randomUUID() }] };

describeEndpoint(contract.invitePlanned, {
  ...familiesOf(
    'post',
    () => ofPlan('/invitations'),
    () => anyPlaces,
  ),
  'hides what belongs to another firm': async () => {
    await findsNothing('post', (id) => `plans/${id}/invitations`, anyPlaces);
    // A place of another's plan is none of the own.
    const [place] = planOf(await read(planId)).assignments;
    const other = await solved({ editionIds: editionIds.slice(1) });
    const foreign = { firmId: place?.firmId ?? '', editionId: editionIds[0] ?? '' };
    expect(await planning.invite(other.planId, [foreign])).toMatchObject([{ outcome: 'refused', code: 'not-found' }]);
  },
  'refuses an invalid request': async () => {
    const { places } = anyPlaces;
    const tooMany = Array.from({ length: contract.mostInvitedAtOnce + 1 }, () => places[0]);
    for (const body of [undefined, {}, { places: [] }, { places: tooMany }, { places, more: 1 }])
      expectProblem(await advisor.visitor.post(url(ofPlan('/invitations')), body), 422, 'invalid-request');
    expectProblem(await advisor.visitor.post(url('plans/x/invitations'), anyPlaces), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const reply = await advisor.visitor.post(url(`plans/${randomUUID()}/invitations`), anyPlaces);
    expectProblem(reply, 404, 'not-found');
  },
  succeeds: async () => {
    const facts = {
      provider,
      places: 5,
      minimumGroup: 2,
      packageCode: (await wantedPackages(site, provider))[0] ?? '',
    };
    const own = [await insertEdition(site, facts)];
    const document = await solved({ editionIds: own });
    const { assignments } = planOf(document);
    const [first, ...rest] = assignments;
    if (first === undefined) throw new Error('nobody has a place');
    // Somebody else has placed one of them elsewhere meanwhile.
    const other = await insertEdition(site, facts);
    await insertPlacement(site, { editionId: other, firmId: first.firmId, status: 'placed' });

    const results = await planning.invite(document.planId, assignments);

    const placedElsewhere = {
      outcome: 'refused',
      code: 'already-placed',
      now: { status: 'placed', isElsewhere: true },
    };
    expect(results).toEqual([
      { ...placedElsewhere, ...first },
      ...rest.map((place) => ({ outcome: 'invited', ...place, hasTakenUp: expect.any(Boolean) })),
    ]);
    const { rows } = await site.admin.query('select 1 from placements where edition_id = $1', [own[0]]);
    expect(rows).toHaveLength(4);
    expect(await planning.invite(document.planId, assignments)).toEqual([
      { ...placedElsewhere, ...first },
      ...rest.map((place) => ({ outcome: 'there', ...place, status: 'invited' })),
    ]);
  },
});

describe('a plan that is changed', () => {
  test('keeps what is locked, and otherwise stays as near to the plan before as it can', async () => {
    const { planId: fromPlanId, ...document } = await solved();
    const before = planOf({ planId: fromPlanId, ...document });
    const [first] = before.assignments;
    if (first === undefined) throw new Error('nobody has a place');
    const locks = [{ kind: 'in' as const, ...first }];
    expect(planOf(await solved({ rules: { ...settings.rules, locks }, fromPlanId }))).toEqual(before);

    const out = [{ kind: 'nowhere' as const, firmId: first.firmId }];
    const after = planOf(await solved({ rules: { ...settings.rules, locks: out }, fromPlanId }));
    expect(after.assignments.map(({ firmId }) => firmId)).not.toContain(first.firmId);
  });

  test('says which rules clash, in the numbering of the rules it shows', async () => {
    const [first] = planOf(await solved()).assignments;
    if (first === undefined) throw new Error('nobody has a place');
    const locks = [
      { kind: 'in' as const, ...first },
      { kind: 'nowhere' as const, firmId: first.firmId },
    ];

    const { outcome, problem } = await solved({ rules: { ...settings.rules, locks } });

    expect(outcome).toMatchObject({ status: 'infeasible', isIrreducible: true });
    if (outcome?.status !== 'infeasible') return;
    const clashing = outcome.clash.flatMap((group) =>
      group.kind === 'lock' ? [problem.rules.locks[group.index]] : [],
    );
    expect(clashing).toEqual(locks);
  });
});

describe('a firm in a plan', () => {
  test('sees that it stood in a list, and is gone from the plan with its consent', async () => {
    const owner = await signedInOwner(site);
    const { packageCode, providerCode } = await askForContact(site, owner);
    const consentId = await letIn(owner, providerCode);
    const staff = await signedInAs(site, 'advisor', { organisation: providerCode });
    const ids = [await insertEdition(site, { provider: providerCode, packageCode, minimumGroup: 1 })];
    const isThere = async (): Promise<boolean> => {
      const reply = await staff.visitor.post(url('plan-candidates', staff), { editionIds: ids });
      return reply.json<PlanCandidates>().firms.some(({ firmId }) => firmId === owner.firmId);
    };
    expect(await isThere()).toBe(true);
    const made = await staff.visitor.post(url('plans', staff), { editionIds: ids, ...settings });
    const address = url(`plans/${made.json<{ planId: string }>().planId}`, staff);

    expect((await readAccess(owner.visitor, owner.firmId)).looks).toMatchObject([{ what: 'list' }]);
    expect((await staff.visitor.get(address)).body).toContain(owner.firmId);
    await withdraw(owner, consentId);
    const after = await staff.visitor.get(address);
    expect(after.json()).toMatchObject({ withdrawn: 1 });
    expect(after.body).not.toContain(owner.firmId);
    expect(await isThere()).toBe(false);
    const { rows } = await site.admin.query('select 1 from plan_firms where firm_id = $1', [owner.firmId]);
    expect(rows).toEqual([]);
  });

  test('is not kept by a plan that is made while the consent is withdrawn', async () => {
    await free();
    const firmId = (await preview()).firms[0]?.firmId ?? '';
    const id = await meanwhile(
      site,
      (holder) =>
        holder.query(
          `update consents set withdrawn_at = now() where firm_id = $1 and purpose = 'result' and withdrawn_at is null`,
          [firmId],
        ),
      make,
      () => Promise.resolve(),
    );
    const plan = await ended(id);

    expect(plan.withdrawn).toBe(0);
    expect(plan.firms.map((firm) => firm.firmId)).not.toContain(firmId);
  });

  describe('whose request for what it needs', () => {
    /** A firm that has not asked for what it needs does so now, and that comes to its end. */
    async function closedRequest(status: string) {
      const isUnasked = ({ facts }: PlanCandidates['firms'][number]): boolean =>
        facts.needs.length === 1 && facts.needs[0]?.waitingDays === null;
      const firm = (await preview()).firms.findLast(isUnasked);
      const firmId = firm?.firmId ?? '';
      const packageCode = firm?.facts.needs[0]?.packageCode ?? '';
      const consentId = await insertRequest({ firmId, packageCode, receiver: provider, status });
      const hindrance = async (): Promise<string | undefined> => {
        const { firms, hindered } = await preview();
        if (firms.some((each) => each.firmId === firmId)) return undefined;
        return hindered.find((each) => each.firmId === firmId)?.hindrance ?? 'is gone';
      };
      const withdrawContact = () =>
        site.admin.query('update consents set withdrawn_at = now() where consent_id = $1', [consentId]);
      return { hindrance, withdrawContact };
    }

    test('has ended is read as long as the consent to contact stands', async () => {
      const { hindrance, withdrawContact } = await closedRequest('declined');
      expect(await hindrance()).toBe('request-ended');

      await withdrawContact();
      expect(await hindrance()).toBeUndefined();
    });

    test('was taken back is not told of', async () => {
      const { hindrance } = await closedRequest('withdrawn');

      expect(await hindrance()).toBeUndefined();
    });
  });

  test('is in no plan any more once it is erased', async () => {
    const { assignments } = planOf(await read(planId));
    const firmId = assignments[0]?.firmId ?? '';
    await site.admin.query('update firms set reduced_at = now() where firm_id = $1', [firmId]);

    const { rows } = await site.admin.query('select 1 from plan_firms where firm_id = $1', [firmId]);
    expect(rows).toEqual([]);
    expect(JSON.stringify(await read(planId))).not.toContain(firmId);
  });
});

/** As their newest answers are routed when they were on their way into the package of an edition. */
async function answeredWhileUnderWay(firmIds: readonly string[], editionId: string): Promise<void> {
  const client = await site.admin.connect();
  try {
    // Straight into the tables: only what was frozen matters, and not what led to it.
    await client.query(`begin; set local session_replication_role = 'replica'`);
    const facts = [firmIds, editionId];
    await client.query(
      `update submissions s set submitted_at = now(), routing = jsonb_set(s.routing, '{considered}', jsonb_build_array(jsonb_build_object(
         'packageCode', e.package_code, 'outcome', 'under-way', 'total', null,
         'reason', '{"code": "under-way", "params": {}}'::jsonb)))
       from editions e where e.edition_id = $2 and s.firm_id = any ($1::uuid[])`,
      facts,
    );
    await client.query(
      `delete from suggestions g using editions e
       where e.edition_id = $2 and g.package_code = e.package_code and g.firm_id = any ($1::uuid[])`,
      facts,
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

describe('a firm that lost its place', () => {
  type Ending = { status: string; reason: string | null };

  /** Three firms with places in an edition, and the next one of the same package. */
  async function placedThree() {
    const packageCode = (await wantedPackages(site, provider))[1] ?? '';
    const facts = { provider, places: 5, minimumGroup: 1, packageCode, startsOn: '2028-01-10', endsOn: '2028-02-10' };
    const [gone, next] = [await insertEdition(site, facts), await insertEdition(site, facts)];
    const { firms } = await preview([next]);
    // The list does not tell who is in a group elsewhere.
    const { rows } = await site.admin.query<{ id: string }>(
      `select firm_id as id from placements where package_code = $1 and status in ('invited', 'placed', 'waiting')`,
      [packageCode],
    );
    const firmIds = firms.flatMap(({ firmId }) => (rows.some(({ id }) => id === firmId) ? [] : [firmId])).slice(0, 3);
    expect(firmIds).toHaveLength(3);
    for (const firmId of firmIds) await insertPlacement(site, { editionId: gone, firmId, status: 'invited' });
    return { gone, next, firmIds };
  }

  test('because the group was cancelled is among the candidates of the next one', async () => {
    const { gone, next, firmIds } = await placedThree();
    const during = await preview([next]);
    expect(during.hindered.filter(({ firmId }) => firmIds.includes(firmId))).toHaveLength(3);

    const move = { move: 'cancel', revision: 1, reason: 'too-few-firms' };
    const reply = await advisor.visitor.post(url(`editions/${gone}/moves`), move);
    expect(reply.statusCode, reply.body).toBe(200);

    const { firms, hindered } = await preview([next]);
    expect(firms.map(({ firmId }) => firmId)).toEqual(expect.arrayContaining(firmIds));
    expect(hindered.filter(({ firmId }) => firmIds.includes(firmId))).toEqual([]);
  });

  test('and has answered again while it was under way is a candidate of the next one all the same', async () => {
    const { gone, next, firmIds } = await placedThree();
    const { firms: before } = await preview([next]);
    await answeredWhileUnderWay(firmIds, next);
    await site.admin.query(
      `update placements set status = 'left', reason = 'edition-cancelled', answer_by = null
      where edition_id = $1`,
      [gone],
    );

    const { firms } = await preview([next]);
    expect(before.map(({ firmId }) => firmId)).not.toEqual(expect.arrayContaining(firmIds));
    expect(firms.map(({ firmId }) => firmId)).toEqual(expect.arrayContaining(firmIds));
  });

  describe('and has answered again while it was under way', () => {
    /** Everybody whom the list names, those that cannot be planned for too. */
    async function listed(editionId: string): Promise<string[]> {
      const { firms, hindered } = await preview([editionId]);
      return [...firms, ...hindered].map(({ firmId }) => firmId).toSorted();
    }

    async function callOff(editionId: string): Promise<void> {
      await site.admin.query(
        `with ended as (
           update placements set status = 'left', reason = 'edition-cancelled', answer_by = null, status_since = now()
           where edition_id = $1 returning firm_id, placement_id, status, reason)
         insert into placement_events (firm_id, placement_id, status, move, reason)
         select firm_id, placement_id, status, 'leave', reason from ended`,
        [editionId],
      );
    }

    type Going = (firmId: string, packageCode: string) => Promise<unknown>;
    const placedAs =
      (status: string): Going =>
      async (firmId, packageCode) => {
        const theirs = await insertEdition(site, { provider: 'fpx', places: 5, minimumGroup: 1, packageCode });
        await insertPlacement(site, { editionId: theirs, firmId, status });
      };
    const askedAs =
      (status: string): Going =>
      (firmId, packageCode) =>
        insertRequest({ firmId, packageCode, receiver: 'fpx', status });

    test.each<[string, Going]>([
      ...['invited', 'placed', 'waiting', 'completed', 'left'].map((each): [string, Going] => [
        `a place (${each}) at`,
        placedAs(each),
      ]),
      ...['chosen', 'accepted', 'started', 'completed', 'declined'].map((each): [string, Going] => [
        `a request (${each}) to`,
        askedAs(each),
      ]),
    ])('stands in the same list before and after %s another provider', async (_, go) => {
      const { gone, next, firmIds } = await placedThree();
      await answeredWhileUnderWay(firmIds, next);
      await callOff(gone);
      const before = await listed(next);
      await go(firmIds[0] ?? '', (await wantedPackages(site, provider))[1] ?? '');

      expect(before).toEqual(expect.arrayContaining(firmIds));
      expect(await listed(next)).toEqual(before);
    });

    test('is left out when it was not here that it was under way as it answered', async () => {
      const { gone, next, firmIds } = await placedThree();
      await callOff(gone);
      const [elsewhere = '', ...others] = firmIds;
      await answeredWhileUnderWay([elsewhere], next);

      const ids = await listed(next);
      expect(ids).toEqual(expect.arrayContaining(others));
      expect(ids).not.toContain(elsewhere);
    });
  });

  test.each<[string, Ending]>([
    ['because it asked for it', { status: 'left', reason: 'firm-asked' }],
    ['because the package does not fit it', { status: 'left', reason: 'not-eligible' }],
    ['by saying no', { status: 'declined', reason: null }],
  ])('%s is not asked again for a year', async (_, { status, reason }) => {
    const { gone, next, firmIds } = await placedThree();
    await site.admin.query(
      'update placements set status = $2, reason = $3, status_since = now(), answer_by = null where edition_id = $1',
      [gone, status, reason],
    );

    const { firms, hindered } = await preview([next]);
    expect(firms.filter(({ firmId }) => firmIds.includes(firmId))).toEqual([]);
    const told = hindered.filter(({ firmId }) => firmIds.includes(firmId)).map(({ hindrance }) => hindrance);
    expect(told).toEqual(['said-no', 'said-no', 'said-no']);
  });
});

describe('a firm that is in another group of the organisation', () => {
  test('is told of with the group, among the candidates and in the plan as it stands', async () => {
    await free();
    const [packageCode = ''] = await wantedPackages(site, provider);
    const facts = { provider, packageCode, places: 5, minimumGroup: 1, startsOn: '2028-03-01', endsOn: '2028-04-01' };
    const [planned, other] = [
      await insertEdition(site, facts),
      await insertEdition(site, { ...facts, packageCode: 'x' }),
    ];
    const theirs = await insertEdition(site, { ...facts, provider: 'fpx', packageCode: 'y' });
    const [first, second, third] = (await preview([planned])).firms.map(({ firmId }) => firmId);
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few firms');
    const { planId: id } = await planning.solved({ editionIds: [planned] });
    await insertPlacement(site, { editionId: other, firmId: first, status: 'placed' });
    await insertPlacement(site, { editionId: other, firmId: second, status: 'waiting' });
    await insertPlacement(site, { editionId: other, firmId: third, status: 'declined' });
    // Where others have placed it is theirs to know.
    await insertPlacement(site, { editionId: theirs, firmId: third, status: 'placed' });

    const ofOthers = (places: PlanCandidates['elsewhere']) =>
      places.filter(({ editionId }) => editionId === other || editionId === theirs);
    const period = { from: '2028-03-01', to: '2028-04-01' };
    for (const { elsewhere } of [await preview([planned]), await read(id)]) {
      expect(ofOthers(elsewhere)).toHaveLength(2);
      expect(ofOthers(elsewhere)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ firmId: first, status: 'placed', period }),
          expect.objectContaining({ firmId: second, status: 'waiting', period }),
        ]),
      );
    }
    await site.admin.query(
      'delete from placement_events where placement_id in (select placement_id from placements where edition_id = any ($1))',
      [[other, theirs]],
    );
    await site.admin.query('delete from placements where edition_id = any ($1)', [[other, theirs]]);
  });
});

test('a search that nothing stands before does not wait for another one', async () => {
  await free();
  const id = await make();

  expect((await read(id)).progress.phase).not.toBe('waiting');
  await ended(id);
});

describe('a second search', () => {
  const begin = () => advisor.visitor.post(url('plans'), { editionIds, ...settings });

  test('waits until the one of the organisation has ended, whoever began it', async () => {
    await free();
    const colleague = await signedInAs(site, 'manager', { organisation: provider });
    const replies = await Promise.all([
      begin(),
      colleague.visitor.post(url('plans'), { editionIds, ...settings }),
      begin(),
    ]);

    expect(replies.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([201, 409, 409]);
    for (const reply of replies) if (reply.statusCode === 409) expectProblem(reply, 409, 'planner-busy');
    await free();
    const next = await begin();
    expect(next.statusCode).toBe(201);
    await free();
  });

  test('is begun where the process of the one before is gone', async () => {
    const id = await make();
    await ended(id);
    await site.admin.query(
      `update plans set status = 'waiting', outcome = null, gap_percent = null, heartbeat_at = now() - interval '1 minute'
       where plan_id = $1`,
      [id],
    );

    expect((await begin()).statusCode).toBe(201);
    await free();
  });
});

test('more firms than were ever planned with are refused in words of their own', () => {
  const firms = Array.from({ length: mostFirms + 1 }, () => ({}));

  expect(() => refuseTooMany({ firms })).toThrow(expect.objectContaining({ code: 'too-many-firms' }));
  expect(refuseTooMany({ firms: firms.slice(1) }).firms).toHaveLength(mostFirms);
});

describe('a search whose process is gone', () => {
  test('is said to be interrupted', async () => {
    const id = await make();
    await ended(id);
    await site.admin.query(
      `update plans set status = 'solving', outcome = null, gap_percent = null, heartbeat_at = now() - interval '1 minute'
       where plan_id = $1`,
      [id],
    );

    expect(await read(id)).toMatchObject({ status: 'interrupted', outcome: null });
  });
});

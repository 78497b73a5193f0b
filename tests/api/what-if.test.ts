import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WhatIfParts } from '#server/features/rules/run-what-ifs.ts';
import type { RuleDraft } from '#shared/contracts/rule-drafts.ts';
import type { WhatIfDocument, WhatIfRun } from '#shared/contracts/what-if.ts';
import * as contract from '#shared/contracts/what-if.ts';
import type { Answers } from '#shared/domain/answers/answer.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { chooseSuggestions } from '#shared/domain/routing/choose-suggestions.ts';
import { nothingKnown } from '#shared/domain/routing/routing-context.ts';
import type { RuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { withRuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import type { ScoreProfile } from '#shared/domain/scoring/score.ts';
import { closedToOthers, startEditingApp } from '../support/editing.ts';
import { describeEndpoint } from '../support/endpoint-families.ts';
import { exampleBodies } from '../support/example-bodies.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { signedInAs } from '../support/people.ts';
import { populate, worldAt } from '../support/population.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';
import { countWaiting, whatIfPartsOf, whatIfsBy } from '../support/what-if.ts';

let site: TestApp;
let editor: Visitor;
const { url, rulesInUse, newDraft, saved, ask, asked, read, stop } = whatIfsBy(() => editor);

/** Fewer needs are acted on: many firms get less. */
const many: RuleChanges = { isOff: {}, numbers: { 'ranking/minimumNeed': 3 } };
const need = (least: number): RuleChanges => ({ isOff: {}, numbers: { 'ranking/minimumNeed': least } });

beforeAll(async () => {
  site = await startEditingApp({ rateLimitPerMinute: 1_000_000 });
  editor = (await signedInAs(site, 'editor', { name: 'Ada Ek' })).visitor;
  await populate(site, worldAt(site, site.clock.now()), 120);
});
afterAll(() => site.close());
beforeEach(async () => {
  await site.admin.query('delete from what_if_runs');
});

/** As it stands once the worker has done what there was to do. */
async function counted(changes: RuleChanges): Promise<WhatIfRun> {
  const draft = await saved(changes);
  await asked(draft);
  while (await countWaiting(site));
  return runOf(await read(draft));
}

function runOf({ run }: WhatIfDocument): WhatIfRun {
  if (run === null) throw new Error('nobody has asked');
  return run;
}

/** The worker's parts, with something done just when it has taken the run. */
const meanwhile = (work: () => Promise<unknown>): Pick<WhatIfParts, 'published'> => {
  const { published } = whatIfPartsOf(site);
  return {
    published: {
      ...published,
      findCatalogue: async (...args) => {
        await work();
        return published.findCatalogue(...args);
      },
    },
  };
};

/** Which firms may be counted today: consents by the wording that names it, given before the day began. */
const countable = `purpose = 'statistics' and withdrawn_at is null and wording_version = 'statistics-3'
  and given_at < date_trunc('day', now() at time zone 'Europe/Stockholm') at time zone 'Europe/Stockholm'`;

/** Changes stored rows past the triggers that say that they never change. */
async function forced(change: string, parameters: unknown[]): Promise<string[]> {
  const client = await site.admin.connect();
  try {
    await client.query('begin');
    await client.query(`set local session_replication_role = 'replica'`);
    const { rows } = await client.query<{ id: string }>(change, parameters);
    await client.query('commit');
    return rows.map(({ id }) => id);
  } finally {
    client.release();
  }
}

/** Has other consents of the counted firms within the work, of all but so many. */
async function withFirmsLeft(
  left: number,
  work: () => Promise<void>,
  [change, back]: readonly [string, string] = ['withdrawn_at = now()', 'withdrawn_at = null'],
): Promise<void> {
  const changed = await forced(
    `update consents set ${change} where consent_id in (
       select consent_id from consents where ${countable}
         and firm_id in (select firm_id from submissions) order by consent_id offset $1)
     returning consent_id as id`,
    [left],
  );
  expect(changed.length).toBeGreaterThan(0);
  try {
    await work();
  } finally {
    await forced(`update consents set ${back} where consent_id = any ($1) returning consent_id as id`, [changed]);
  }
}

function ofDraft(method: 'GET' | 'POST', name: string, rest: string) {
  const body = exampleBodies[name];
  return {
    ...closedToOthers(
      () => site,
      async () => ({ method, url: url(await newDraft(), rest), ...(body === undefined ? {} : { body }) }),
    ),
    'refuses an invalid request': async () => {
      const draft = await newDraft();
      const wrong = url({ ruleDraftId: 'x' as never }, rest);
      expectProblem(
        await editor.send({ method, url: wrong, ...(body === undefined ? {} : { body }) }),
        422,
        'invalid-request',
      );
      if (body !== undefined) {
        expectProblem(await editor.post(url(draft, rest), { revision: 0 }), 422, 'invalid-request');
      }
    },
    'does not find what is not there': async () => {
      const gone = url({ ruleDraftId: randomUUID() as never }, rest);
      const visit = { method, url: gone, ...(body === undefined ? {} : { body }) };
      expectProblem(await editor.send(visit), 404, 'not-found');
    },
  };
}

describeEndpoint(contract.getWhatIf, {
  ...ofDraft('GET', 'getWhatIf', ''),
  succeeds: async () => {
    expect(await read(await newDraft())).toEqual({
      run: null,
      counted: null,
      leftToday: 10,
      mostPerDay: 10,
      rules: { fewest: 10, fewestOutside: 3, step: 5 },
    });
  },
});

describeEndpoint(contract.startWhatIf, {
  ...ofDraft('POST', 'startWhatIf', ''),
  succeeds: async () => {
    const draft = await saved(many);
    const { run, leftToday } = await asked(draft);
    expect(run).toMatchObject({
      status: 'waiting',
      draftRevision: draft.revision,
      versionNumber: (await rulesInUse()).versionNumber,
      isOutdated: false,
      tenths: 0,
      startedBy: 'Ada Ek',
      countedAt: null,
      isRepeated: false,
      comparison: null,
    });
    expect(leftToday).toBe(9);
  },
});

describeEndpoint(contract.stopWhatIf, {
  ...ofDraft('POST', 'stopWhatIf', `/${randomUUID()}/cancellation`),
  succeeds: async () => {
    const draft = await saved(many);
    const reply = await stop(draft, await asked(draft));
    expect(runOf(reply.json<WhatIfDocument>())).toMatchObject({ status: 'stopped', comparison: null });
    expect(await countWaiting(site)).toBe(false);
    // Nothing was told, so it counts for nothing.
    expect((await read(draft)).leftToday).toBe(10);
    expectProblem(
      await editor.send({ method: 'POST', url: url(draft, `/${randomUUID()}/cancellation`) }),
      404,
      'not-found',
    );
  },
});

type Stored = { answers: Answers; profile: FirmProfile; scoreProfile: ScoreProfile };

/** What the firms that agree to be counted have got, and would have got, by routing each of them here. */
async function changesByHand(changes: RuleChanges) {
  const { structure } = site.content.definition;
  const before = site.content.catalogue;
  const after = withRuleChanges(before, changes);
  if (after === undefined) throw new Error('there is no such draft');
  const { rows } = await site.admin.query<Stored>(
    `select distinct on (s.firm_id) s.answers, s.profile, s.score_profile as "scoreProfile"
     from submissions s where s.firm_id in (select firm_id from consents where ${countable})
       and s.submitted_at < date_trunc('day', now() at time zone 'Europe/Stockholm') at time zone 'Europe/Stockholm'
     order by s.firm_id, s.submitted_at desc`,
  );
  const routed = (firm: Stored, catalogue: Catalogue) =>
    chooseSuggestions({ ...firm, structure, catalogue, context: nothingKnown }).suggestions.map(
      (each) => each.packageCode,
    );
  return rows.map((firm) => ({ was: routed(firm, before), is: routed(firm, after) }));
}

describe('what a draft of the rules would change', () => {
  test('is counted of the newest result of each firm whose consent names it, and rounded', async () => {
    const { status, tenths, comparison, countedAt, isOutdated } = await counted(many);
    expect({ status, tenths, isOutdated }).toEqual({ status: 'done', tenths: 10, isOutdated: false });
    expect(countedAt).not.toBeNull();
    const byHand = await changesByHand(many);
    const told = (count: number) => (count < 10 || byHand.length - count < 3 ? null : Math.round(count / 5) * 5);
    const others = byHand.filter(({ was, is }) => was.toSorted().join() !== is.toSorted().join());
    expect(others.length).toBeGreaterThanOrEqual(10);
    expect(comparison).toMatchObject({
      firms: Math.round(byHand.length / 5) * 5,
      withoutContext: null,
      otherSet: told(others.length),
      otherFirst: told(byHand.filter(({ was, is }) => was[0] !== is[0]).length),
    });
    for (const { code, gained, lost } of comparison?.packages ?? []) {
      const has = (codes: string[]) => codes.includes(code);
      expect([code, gained, lost]).toEqual([
        code,
        told(byHand.filter(({ was, is }) => !has(was) && has(is)).length),
        told(byHand.filter(({ was, is }) => has(was) && !has(is)).length),
      ]);
    }
  });

  test('is hidden where it concerns few firms', async () => {
    const changes: RuleChanges = { isOff: { 'M-one-large-customer': true }, numbers: {} };
    const concerned = (await changesByHand(changes)).filter(({ was, is }) => was.join() !== is.join());
    expect(concerned.length).toBeGreaterThan(0);
    expect(concerned.length).toBeLessThan(10);
    expect((await counted(changes)).comparison).toMatchObject({ otherSet: null, otherFirst: null, packages: [] });
  });

  test('counts only firms whose consent names it', async () => {
    await withFirmsLeft(13, async () => {
      expect((await counted(many)).comparison?.firms).toBe(15);
    }, [`wording_version = 'statistics-2'`, `wording_version = 'statistics-3'`]);
  });

  test('counts no firm by what it has sent in, or agreed to, since the day began', async () => {
    const later = `given_at = given_at + interval '100 years'`;
    await withFirmsLeft(13, async () => {
      expect((await counted(many)).comparison?.firms).toBe(15);
    }, [later, later.replace('+', '-')]);
    const move = (sign: '+' | '-') =>
      forced(
        `update submissions set submitted_at = submitted_at ${sign} interval '100 years' returning firm_id as id`,
        [],
      );
    await site.admin.query('delete from what_if_runs');
    await move('+');
    try {
      expect((await counted(many)).comparison?.firms).toBeNull();
    } finally {
      await move('-');
    }
  });

  test('is the same answer all day, whoever has answered or taken a consent back since', async () => {
    const first = await counted(many);
    await withFirmsLeft(13, async () => {
      const { run, leftToday } = await asked(await saved(many));
      expect(run).toMatchObject({ status: 'done', isRepeated: true, countedAt: first.countedAt });
      expect(run?.comparison).toEqual(first.comparison);
      expect(leftToday).toBe(9);
      // The day after it is counted anew.
      await site.admin.query(`update what_if_runs set started_at = started_at - interval '1 day'`);
      expect(await counted(many)).toMatchObject({ isRepeated: false, comparison: { firms: 15 } });
    });
  });

  test('tells before it is done nothing that differs between few firms and none', async () => {
    const seen = async (left: number) => {
      const draft = await saved(many);
      await site.admin.query('delete from what_if_runs');
      const steps: unknown[] = [];
      await withFirmsLeft(left, async () => {
        steps.push(runOf(await asked(draft)).tenths);
        await countWaiting(
          site,
          meanwhile(async () => steps.push(runOf(await read(draft)).tenths)),
        );
        steps.push(runOf(await read(draft)));
      });
      return steps;
    };
    const [none, few] = [await seen(0), await seen(9)];
    expect(none).toEqual([0, 0, expect.objectContaining({ status: 'done', tenths: 10 })]);
    expect(few).toEqual([0, 0, expect.objectContaining({ status: 'done', tenths: 10 })]);
  });

  test('counts no firm that has taken its consent back, also when it does so meanwhile', async () => {
    await withFirmsLeft(13, async () => {
      expect((await counted(many)).comparison?.firms).toBe(15);
    });
    await site.admin.query('delete from what_if_runs');
    await withFirmsLeft(12, async () => {
      expect((await counted(many)).comparison?.firms).toBe(10);
    });
    const draft = await saved(need(1.4));
    await asked(draft);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const taken = new Promise<void>((resolve) => {
      void countWaiting(
        site,
        meanwhile(async () => {
          resolve();
          await held;
        }),
      );
    });
    await taken;
    await withFirmsLeft(9, async () => {
      release();
      await expect.poll(async () => runOf(await read(draft)).status, { timeout: 10_000 }).toBe('done');
    });
    expect(runOf(await read(draft)).comparison?.firms).toBeNull();
  });

  test('is not counted anew for the same changes on the same day, whatever the draft is called by then', async () => {
    const first = await counted(many);
    const draft = await saved(need(1.6));
    expect(runOf(await read(draft))).toMatchObject({ whatIfRunId: first.whatIfRunId, isOutdated: true });
    await editor.post(`/api/rules/drafts/${draft.ruleDraftId}/removal`, { revision: draft.revision });
    // A number that says what is in use changes nothing.
    const weight = site.content.catalogue.ranking.weights.need;
    const again = await saved({ isOff: {}, numbers: { ...many.numbers, 'ranking/weights/need': weight } });
    const { run, leftToday } = await asked(again);
    expect(run).toMatchObject({ status: 'done', isRepeated: true, isOutdated: false, countedAt: first.countedAt });
    expect(run?.comparison).toEqual(first.comparison);
    expect(leftToday).toBe(9);
    expect(await countWaiting(site)).toBe(false);
  });

  test('is counted so many times a day at most, and the day after again', async () => {
    for (let n = 0; n < 10; n += 1) expect((await counted(need(1.1 + n / 100))).status).toBe('done');
    const draft = await saved(need(2));
    expectProblem(await ask(draft), 409, 'too-many-what-ifs');
    expect((await read(draft)).leftToday).toBe(0);
    // What was told already may be told again.
    expect((await asked(await saved(need(1.1)))).run).toMatchObject({ isRepeated: true });
    await site.admin.query(`update what_if_runs set started_at = started_at - interval '1 day'`);
    expect((await counted(need(2))).status).toBe('done');
  });

  test('is of one draft as it was seen, and over the version in use that was seen', async () => {
    const draft = await saved(many);
    const { versionNumber } = await rulesInUse();
    const outdated = { revision: draft.revision + 1, versionNumber };
    expectProblem(await editor.post(url(draft), outdated), 409, 'draft-outdated');
    const unseen = { revision: draft.revision, versionNumber: versionNumber + 1 };
    expectProblem(await editor.post(url(draft), unseen), 409, 'draft-outdated');
    expectProblem(await ask(await saved({ isOff: {}, numbers: {} })), 409, 'nothing-changed');
    expectProblem(await ask(await saved(need(-7))), 409, 'draft-not-publishable');
  });

  test('is outdated once somebody publishes beside it', async () => {
    await counted(many);
    const { draft, versionNumber } = await rulesInUse();
    if (draft === null) throw new Error('there is no draft');
    expect(runOf(await read(draft)).isOutdated).toBe(false);
    await site.admin.query(
      `insert into catalogue_versions (catalogue_version_id, version_number, catalogue, catalogue_sha256, published_at)
       select gen_random_uuid(), version_number + 1, catalogue, catalogue_sha256, now() from catalogue_versions
       where version_number = $1`,
      [versionNumber],
    );
    expect(runOf(await read(draft)).isOutdated).toBe(true);
  });

  test('is asked once by two at a time, and of a newer draft in place of an older one', async () => {
    const draft = await saved(many);
    const [one, two] = await Promise.all([asked(draft), asked(draft)]);
    expect(one.run?.whatIfRunId).toBe(two.run?.whatIfRunId);
    const newer = await asked(await saved(need(1.7)));
    expect(newer.leftToday).toBe(9);
    const { rows } = await site.admin.query(`select status from what_if_runs order by status`);
    expect(rows).toEqual([{ status: 'stopped' }, { status: 'waiting' }]);
  });

  test('stays to be seen when a newer count of the draft is stopped', async () => {
    const first = await counted(many);
    const draft = await saved(need(1.9));
    await stop(draft, await asked(draft));
    const { run, counted: kept } = await read(draft);
    expect(run).toMatchObject({ status: 'stopped', comparison: null });
    expect(kept).toEqual({ ...first, isOutdated: true });
  });

  test('is written down in the log, with who asked', async () => {
    const { whatIfRunId } = await counted(many);
    const { rows } = await site.admin.query(
      `select action, detail, (select name from people where person_id = actor_person_id) as "by" from audit_events where action = 'rules-tried' order by occurred_at desc limit 1`,
    );
    expect(rows).toMatchObject([{ action: 'rules-tried', by: 'Ada Ek', detail: { whatIfRunId, isRepeated: false } }]);
  });
});

describe('the worker', () => {
  const rowsOf = async (what: string) => (await site.admin.query(`select ${what} from what_if_runs`)).rows;
  const begun = async (): Promise<RuleDraft> => {
    const draft = await saved(many);
    await asked(draft);
    return draft;
  };

  test('stops when an editor does, and tells nothing', async () => {
    const draft = await begun();
    await countWaiting(
      site,
      meanwhile(async () => stop(draft, await read(draft))),
    );
    expect(runOf(await read(draft))).toMatchObject({ status: 'stopped', comparison: null });
    expect(await rowsOf('cardinality(submissions) as left')).toEqual([{ left: 0 }]);
  });

  test('lets go when its server stops, and another begins anew', async () => {
    const draft = await begun();
    const ending = new AbortController();
    await countWaiting(
      site,
      meanwhile(async () => ending.abort()),
      ending,
    );
    expect(runOf(await read(draft))).toMatchObject({ status: 'waiting', comparison: null });
    expect(await countWaiting(site)).toBe(true);
    expect(runOf(await read(draft)).status).toBe('done');
  });

  test('takes up what another has left once its lease has ended, and gives up after three', async () => {
    const draft = await begun();
    const claim = `select * from claim_what_if(gen_random_uuid(), 30, now())`;
    await site.admin.query(claim);
    expect(await countWaiting(site)).toBe(false);
    const lapse = () =>
      site.admin.query(`update what_if_runs set lease_until = now() - interval '1 second' where status = 'running'`);
    await lapse();
    expect(await countWaiting(site)).toBe(true);
    expect(runOf(await read(draft)).status).toBe('done');

    const second = await saved(need(1.8));
    await asked(second);
    for (let n = 0; n < 3; n += 1) {
      await site.admin.query(claim);
      await lapse();
    }
    expect(await countWaiting(site)).toBe(false);
    expect(runOf(await read(second))).toMatchObject({ status: 'failed', comparison: null });
    // It told nothing, and may be tried again.
    expect((await asked(second)).run?.status).toBe('waiting');
  });

  test('says that it failed when it meets a fault', async () => {
    const draft = await begun();
    const fault = meanwhile(() => Promise.reject(new Error('no such thing')));
    await expect(countWaiting(site, fault)).rejects.toThrow('no such thing');
    expect(runOf(await read(draft))).toMatchObject({ status: 'failed', comparison: null });
  });

  test('tells nothing of what it read after its lease had ended', async () => {
    const draft = await begun();
    await countWaiting(
      site,
      meanwhile(() => site.admin.query(`update what_if_runs set lease_until = now() - interval '1 second'`)),
    );
    expect(runOf(await read(draft))).toMatchObject({ status: 'running', comparison: null });
  });
});

describe('the database gives what routing needs', () => {
  async function asRole(role: string, sql: string, parameters: unknown[] = []) {
    const client = await site.admin.connect();
    try {
      await client.query('begin');
      await client.query(`set local role ${role}; set local search_path = mattstock`);
      return (await client.query<Record<string, unknown>>(sql, parameters)).rows;
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
  const reading = 'select * from read_what_if($1, $2, 0, 100)';

  test('to the worker that has the run and to nobody else', async () => {
    await asked(await saved(many));
    const [claimId, other] = [randomUUID(), randomUUID()];
    const { rows } = await site.admin.query<{ run: string }>(`select run from claim_what_if($1, 30, now())`, [claimId]);
    const run = rows[0]?.run;
    expect((await asRole('mattstock_worker', reading, [run, claimId])).length).toBeGreaterThan(20);
    expect(await asRole('mattstock_worker', reading, [run, other])).toEqual([]);
    for (const role of ['app', 'identity', 'member', 'advisor', 'coordination', 'statistics']) {
      await expect(asRole(`mattstock_${role}`, reading, [run, claimId])).rejects.toThrow('permission denied');
    }
    await expect(asRole('mattstock_app', 'select submissions from what_if_runs')).rejects.toThrow('permission denied');
    await expect(asRole('mattstock_app', 'select total from what_if_runs')).rejects.toThrow('permission denied');
    await site.admin.query(`update what_if_runs set lease_until = now() - interval '1 second'`);
    expect(await asRole('mattstock_worker', reading, [run, claimId])).toEqual([]);
  });

  test('without whose it is: no identifier, number, municipality or words', async () => {
    await asked(await saved(many));
    const claimId = randomUUID();
    const { rows } = await site.admin.query<{ run: string }>(`select run from claim_what_if($1, 30, now())`, [claimId]);
    const given = await asRole('mattstock_worker', reading, [rows[0]?.run, claimId]);
    expect(Object.keys(given[0] ?? {}).toSorted()).toEqual([
      'answers',
      'context',
      'instrument_version_id',
      'profile',
      'score_profile',
    ]);
    const said = JSON.stringify(given.map(({ instrument_version_id: _, ...rest }) => rest));
    expect(said).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    expect(said).not.toContain('parentOrganisationNumber');
    expect(said).not.toContain('branchDetail');
    expect(said).not.toMatch(/"comment":"[^"]/);
    expect(said).not.toMatch(/"state":"(text|number|level)","/);
    expect(said.match(/"municipality":"(\d{4}|outside)"/g)?.every((one) => /00"|outside/.test(one))).toBe(true);
  });
});

// The last, since it leaves other rules in use.
describe('a draft that ends', () => {
  test('is no longer counted, thrown away or published, and takes nothing of the day', async () => {
    const removed = await saved(many);
    await asked(removed);
    const reply = await editor.post(`/api/rules/drafts/${removed.ruleDraftId}/removal`, { revision: removed.revision });
    expect(reply.statusCode).toBe(200);
    expect(await countWaiting(site)).toBe(false);
    expect((await read(await newDraft())).leftToday).toBe(10);

    const published = await saved(many);
    await asked(published);
    const { versionNumber } = await rulesInUse();
    const publication = await editor.post(`/api/rules/drafts/${published.ruleDraftId}/publication`, {
      revision: published.revision,
      versionNumber,
    });
    expect(publication.statusCode, publication.body).toBe(201);
    expect(await countWaiting(site)).toBe(false);
    expect((await read(await newDraft())).leftToday).toBe(10);
    const { rows } = await site.admin.query(
      `select object_id from audit_events where action = 'rules-trial-stopped' order by audit_sequence desc limit 2`,
    );
    expect(rows).toEqual([{ object_id: published.ruleDraftId }, { object_id: removed.ruleDraftId }]);
  });
});

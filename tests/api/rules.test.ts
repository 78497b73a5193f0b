import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '#server/platform/identifier.ts';
import type { RuleDraft, RulesDocument } from '#shared/contracts/rule-drafts.ts';
import * as contract from '#shared/contracts/rule-drafts.ts';
import type { RuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { ruleChangesBetween } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { catalogueOf } from '../support/catalogue.ts';
import { startEditingApp } from '../support/editing.ts';
import { alwaysThere, describeEndpoint, noInput, noTenant } from '../support/endpoint-families.ts';
import { exampleBodies } from '../support/example-bodies.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { Staff } from '../support/people.ts';
import { signedIn, signedInAs, signedInOwner } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visit } from '../support/visitor.ts';

const learning = 'rules/X-5/when/atMost';

let site: TestApp;
let editor: Staff;
let colleague: Staff;

beforeAll(async () => {
  site = await startEditingApp({ rateLimitPerMinute: 1_000_000 });
  editor = await signedInAs(site, 'editor', { name: 'Ada Ek' });
  colleague = await signedInAs(site, 'editor', { name: 'Bo Berg' });
});
afterAll(() => site.close());

const rulesOf = async () => (await editor.visitor.get('/api/rules')).json<RulesDocument>();
const newDraft = async () =>
  (await editor.visitor.send({ method: 'POST', url: '/api/rules/drafts' })).json<RuleDraft>();
const at = ({ ruleDraftId }: Pick<RuleDraft, 'ruleDraftId'>, what: string) =>
  `/api/rules/drafts/${ruleDraftId}/${what}`;
const gone = { ruleDraftId: randomUUID() as never };
const save = (staff: Staff, draft: RuleDraft, changes: RuleChanges) =>
  staff.visitor.post(at(draft, 'edits'), { revision: draft.revision, changes });
const saved = async (changes: RuleChanges): Promise<RuleDraft> => {
  const reply = await save(editor, await newDraft(), changes);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<RuleDraft>();
};
const publish = async (draft: RuleDraft) =>
  editor.visitor.post(at(draft, 'publication'), {
    revision: draft.revision,
    versionNumber: (await rulesOf()).versionNumber,
  });
const numbers = (given: Record<string, number>): RuleChanges => ({ isOff: {}, numbers: given });

function closedToOthers(visit: () => Promise<Visit>) {
  return {
    'refuses who has no key': async () => {
      expectProblem(await site.newVisitor().send(await visit()), 401, 'sign-in-required');
    },
    'refuses the wrong role': async () => {
      const others = [
        await signedIn(site),
        await signedInOwner(site),
        await signedInAs(site, 'analyst'),
        await signedInAs(site, 'administrator'),
        await signedInAs(site, 'advisor', { organisation: 'compare' }),
      ];
      for (const { visitor } of others) expectProblem(await visitor.send(await visit()), 404, 'not-found');
      const half = await signedInAs(site, 'editor', { hasSecondFactor: false });
      expectProblem(await half.visitor.send(await visit()), 403, 'second-factor-required');
    },
    'hides what belongs to another firm': noTenant,
  };
}

/** What an endpoint of one draft refuses, whatever it does. */
function ofDraft(name: string, what: string) {
  const body = exampleBodies[name];
  return {
    ...closedToOthers(async () => ({ method: 'POST', url: at(await newDraft(), what), body })),
    'refuses an invalid request': async () => {
      const draft = await newDraft();
      expectProblem(await editor.visitor.post(at(draft, what), { revision: 0 }), 422, 'invalid-request');
      expectProblem(await editor.visitor.post(`/api/rules/drafts/x/${what}`, body), 422, 'invalid-request');
    },
    'does not find what is not there': async () => {
      expectProblem(await editor.visitor.post(at(gone, what), body), 404, 'not-found');
    },
  };
}

describeEndpoint(contract.getRules, {
  ...closedToOthers(async () => ({ url: '/api/rules' })),
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const draft = await newDraft();
    const { catalogueVersionId, versionNumber } = await catalogueOf(editor);
    expect(await rulesOf()).toEqual({ catalogueVersionId, versionNumber, draft });
  },
});

describeEndpoint(contract.createRuleDraft, {
  ...closedToOthers(async () => ({ method: 'POST', url: '/api/rules/drafts' })),
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const draft = await newDraft();
    const again = await colleague.visitor.send({ method: 'POST', url: '/api/rules/drafts' });
    expect(again.json<RuleDraft>()).toEqual(draft);
  },
});

describeEndpoint(contract.saveRuleDraft, {
  ...ofDraft('saveRuleDraft', 'edits'),
  succeeds: async () => {
    const changes = { isOff: { 'X-6': true }, numbers: { [learning]: 2 } };
    expect(await saved(changes)).toMatchObject({ changes, changedBy: 'Ada Ek' });
  },
});

describeEndpoint(contract.removeRuleDraft, {
  ...ofDraft('removeRuleDraft', 'removal'),
  succeeds: async () => {
    const draft = await newDraft();
    const { revision } = draft;
    const outdated = await editor.visitor.post(at(draft, 'removal'), { revision: revision + 1 });
    expectProblem(outdated, 409, 'draft-outdated');
    expect((await editor.visitor.post(at(draft, 'removal'), { revision })).json()).toEqual({ isRemoved: true });
    expect((await rulesOf()).draft).toBeNull();
  },
});

describeEndpoint(contract.publishRules, {
  ...ofDraft('publishRules', 'publication'),
  succeeds: async () => {
    const before = await catalogueOf(editor);
    const reply = await publish(await saved({ isOff: { 'X-6': true }, numbers: { [learning]: 2 } }));
    expect(reply.statusCode, reply.body).toBe(201);
    const { versionNumber, catalogue } = await catalogueOf(editor);
    expect(versionNumber).toBe(before.versionNumber + 1);
    expect(ruleChangesBetween(before.catalogue, catalogue)).toEqual({
      isOff: { 'X-6': true },
      numbers: { [learning]: 2 },
    });
    expect({ ...catalogue, rules: [] }).toEqual({ ...before.catalogue, rules: [] });
    expect((await rulesOf()).draft).toBeNull();
  },
});

describe('the draft of the rules', () => {
  test('is not stored over what a second tab has stored, and both are shown', async () => {
    const draft = await newDraft();
    const first = await save(colleague, draft, numbers({ [learning]: 3 }));
    expect(first.statusCode).toBe(200);
    const second = await save(editor, draft, numbers({ [learning]: 0 }));
    expectProblem(second, 409, 'draft-conflict');
    expect(second.json<{ ruleDraft: RuleDraft }>().ruleDraft).toEqual(first.json<RuleDraft>());
  });

  test('is not published with a fault, unchanged, or over a version that was not seen', async () => {
    const faulty = await publish(await saved(numbers({ [learning]: 7 })));
    expectProblem(faulty, 409, 'draft-not-publishable');
    expect(faulty.json()).toMatchObject({ issues: [{ path: learning, code: 'out-of-range' }] });
    expectProblem(await publish(await saved(numbers({}))), 409, 'nothing-changed');
    const draft = await saved(numbers({ [learning]: 0 }));
    const unseen = await editor.visitor.post(at(draft, 'publication'), {
      revision: draft.revision,
      versionNumber: 1000,
    });
    expectProblem(unseen, 409, 'draft-outdated');
  });
});

describe('the database publishes', () => {
  type Tried = { by?: Staff | undefined; becomes: string; revisionAhead?: number; seen?: string };

  /** The number of the version that came of it, or null; nothing of it stays. */
  async function tried({ by, becomes, revisionAhead = 0, seen = 'v.catalogue_version_id' }: Tried) {
    const draft = await newDraft();
    const client = await site.admin.connect();
    try {
      await client.query('begin');
      await client.query('set local role mattstock_app; set local search_path = mattstock');
      if (by !== undefined) {
        await client.query(`select set_config('mattstock.session_key', $1, true)`, [sha256Hex(by.sessionSecret)]);
      }
      const { rows } = await client.query<{ number: number | null }>(
        `select publish_rules($1, $2, ${seen}, gen_random_uuid(), ${becomes}, v.catalogue_sha256, now()) as number
         from catalogue_versions v order by v.version_number desc limit 1`,
        [draft.ruleDraftId, draft.revision + revisionAhead],
      );
      return rows.map(({ number }) => number);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  const switchedOff = `jsonb_set(v.catalogue, '{rules,0,isOff}', 'true')`;
  const otherNumber = `jsonb_set(v.catalogue, '{ranking,minimumNeed}', '7')`;

  test.each([switchedOff, otherNumber])('for an editor: %s', async (becomes) => {
    const { versionNumber } = await rulesOf();
    expect(await tried({ by: editor, becomes })).toEqual([versionNumber + 1]);
  });

  test.each([
    ['the same as before', 'v.catalogue'],
    ['no rules', `v.catalogue - 'rules'`],
    ['no ranking', `v.catalogue - 'ranking'`],
    ['nothing at all', `'{}'`],
    ['null', 'null::jsonb'],
    ['one rule less', `v.catalogue #- '{rules,0}'`],
    ['a rule twice', `jsonb_insert(v.catalogue, '{rules,0}', v.catalogue #> '{rules,0}')`],
    ['another condition', `jsonb_set(v.catalogue, '{rules,0,when}', '{"item": "D1.1", "atMost": 1}')`],
    ['other words', `jsonb_set(v.catalogue, '{rules,0,why,sv}', '"x"')`],
    ['a switch that is no switch', `jsonb_set(v.catalogue, '{rules,0,isOff}', '"yes"')`],
    ['a switch within a condition', `jsonb_set(v.catalogue, '{rules,0,when,isOff}', 'true')`],
    ['a switch in the ranking', `jsonb_set(v.catalogue, '{ranking,isOff}', 'true')`],
    ['a word for a number', `jsonb_set(v.catalogue, '{ranking,minimumNeed}', '"7"')`],
    ['another package', `jsonb_set(v.catalogue, '{packages,0,durationWeeks}', '99')`],
    ['something beside', `v.catalogue || '{"more": 1}'`],
  ])('no catalogue with %s, whatever the application says', async (_name, becomes) => {
    expect(await tried({ by: editor, becomes })).toEqual([null]);
  });

  test('for nobody who is not signed in, nor for who is no editor', async () => {
    const others = [
      undefined,
      await signedInAs(site, 'analyst'),
      await signedInAs(site, 'administrator'),
      await signedInAs(site, 'advisor', { organisation: 'compare' }),
      await signedInAs(site, 'editor', { hasSecondFactor: false }),
    ];
    for (const by of others) expect(await tried({ by, becomes: switchedOff })).toEqual([null]);
  });

  test('no draft that was not seen, and over no version that was not seen', async () => {
    expect(await tried({ by: editor, becomes: switchedOff, revisionAhead: 1 })).toEqual([null]);
    expect(await tried({ by: editor, becomes: switchedOff, seen: 'gen_random_uuid()' })).toEqual([null]);
    expect(await tried({ by: editor, becomes: switchedOff, seen: 'null' })).toEqual([null]);
  });
});

import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startEditingApp } from '../support/editing.ts';
import { exampleBodies } from '../support/example-bodies.ts';
import { fingerprintOf } from '../support/fingerprint.ts';
import { type Identifiers, makeTenant, type Tenant } from '../support/tenants.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visit, Visitor } from '../support/visitor.ts';

type Operation = {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  operationId: string;
  parameters: string[];
  hasBody: boolean;
};
type Described = { operationId: string; requestBody?: unknown };

let site: TestApp;
let mine: Tenant;
let theirs: Tenant;
let everyOperation: Operation[];
let operations: Operation[];

/** Every operation of the API's own description. */
async function listOperations(): Promise<Operation[]> {
  const { paths } = (await site.newVisitor().get('/api/openapi.json')).json<{
    paths: Record<string, Record<string, Described>>;
  }>();
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, requestBody }]) => ({
      method: method.toUpperCase() as Operation['method'],
      path,
      operationId,
      parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''),
      hasBody: requestBody !== undefined,
    })),
  );
}

type Kind = keyof Identifiers;
const kindOf = ({ path }: Operation): Kind => path.split('/')[2] as Kind;

/** What an address may name that belongs to no tenant: the questions and packages, which are everybody's. */
const belongsToNobody = new Set([
  'catalogue/packageCode',
  // The place of a step within its meeting, as that of an item within a form.
  'advisor/language',
  'advisor/stepKey',
  'editor/draftId',
  'editor/instrumentVersionId',
  'firms/language',
  'firms/stepKey',
  'instrument-versions/formCode',
  'instrument-versions/instrumentVersionId',
  'instrument-versions/language',
  'packages/packageCode',
  // What is published is everybody's, and so are the groups that meet about it.
  'region/audience',
  'region/releaseNumber',
  'releases/audience',
  'releases/file',
  'releases/releaseNumber',
  'responses/dimension',
  'responses/itemCode',
  'advisor/format',
  'responses/format',
  'responses/rowCode',
  'responses/language',
  'advisor/subject',
  'responses/subject',
  // There is one draft of the rules, which is every editor's.
  'rules/ruleDraftId',
  'rules/whatIfRunId',
]);

/** What an administrator is there to look after, whosever it is. */
const lookedAfter: ReadonlySet<Kind> = new Set<Kind>(['organisations', 'people', 'erasures', 'outbox']);

/** The parameters that belong to somebody. */
function tenantParameters(operation: Operation): string[] {
  const known = mine.identifiers[kindOf(operation)] ?? {};
  return operation.parameters.filter((name) => name in known);
}

/** Every choice of one or two of them. */
function choices(names: readonly string[]): string[][] {
  const pairs = names.flatMap((first, index) => names.slice(index + 1).map((second) => [first, second]));
  return [...names.map((name) => [name]), ...pairs];
}

beforeAll(async () => {
  site = await startEditingApp({ rateLimitPerMinute: 1_000_000 });
  mine = await makeTenant(site, 'eken', { provider: 'compare', region: '17' });
  theirs = await makeTenant(site, 'boken', { provider: 'fpx', region: '20' });
  // That somebody was seen is noted once a minute, which would be a statement more for whatever is asked then.
  await site.admin.query(`update sessions set last_seen_at = now() + interval '1 hour'`);
  everyOperation = await listOperations();
  operations = everyOperation.filter((operation) => tenantParameters(operation).length > 0);
});
afterAll(() => site.close());

/** The request with some of its identifiers replaced, the rest our own. */
function visitOf(operation: Operation, replaced: Readonly<Record<string, string>>): Visit {
  const own: Record<string, string> = {
    itemCode: 'D1.1',
    rowCode: 'q3-website',
    format: 'csv',
    subject: 'D1.1',
    dimension: 'D1',
    language: 'sv',
    packageCode: 'five-s-standard-work',
    stepKey: 'abcdefghij',
    releaseNumber: '1',
    audience: 'leadership',
    ...mine.identifiers[kindOf(operation)],
  };
  const url = operation.path.replaceAll(
    /\{(\w+)\}/g,
    (_all, name: string) => replaced[name] ?? own[name] ?? randomUUID(),
  );
  return {
    method: operation.method,
    url,
    headers: { 'idempotency-key': randomUUID() },
    ...(operation.hasBody ? { body: exampleBodies[operation.operationId] } : {}),
  };
}

const withoutRequest = ({ statusCode, body }: LightMyRequestResponse) => ({
  statusCode,
  body: body.replace(/"requestId":"[^"]*"/, ''),
});

/** The reply, and how many statements it took: what could be told from the time. */
async function counted<T>(work: () => Promise<T>): Promise<[T, number]> {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    return [await work(), query.mock.calls.length];
  } finally {
    query.mockRestore();
  }
}

/** What is amiss about how the actor is answered when it shows what is not its own. */
async function faultsOf(actor: Visitor, operation: Operation, names: readonly string[]): Promise<string[]> {
  const foreign = theirs.identifiers[kindOf(operation)];
  const stolen = Object.fromEntries(names.map((name) => [name, foreign[name] ?? '']));
  const invented = Object.fromEntries(names.map((name) => [name, randomUUID()]));
  const [reply, statements] = await counted(() => actor.trespass(visitOf(operation, stolen)));
  const [missing, statementsOfMissing] = await counted(() => actor.trespass(visitOf(operation, invented)));
  const faults: string[] = [];
  if (![401, 403, 404].includes(reply.statusCode))
    faults.push(`answered ${reply.statusCode} ${reply.body.slice(0, 200)}`);
  if (JSON.stringify(withoutRequest(reply)) !== JSON.stringify(withoutRequest(missing))) {
    faults.push(`unlike what is missing: ${reply.body} ${missing.body}`);
  }
  if (statements !== statementsOfMissing)
    faults.push(`${statements} statements, ${statementsOfMissing} for what is missing`);
  if (theirs.marks.some((mark) => reply.body.includes(mark))) faults.push('names the other');
  return faults.map((fault) => `${operation.operationId} with ${names.join(' and ')} of another: ${fault}`);
}

describe('the API', () => {
  test('has an example for every body that goes to something of a tenant', () => {
    const lacking = operations.filter(({ hasBody, operationId }) => hasBody && !(operationId in exampleBodies));
    expect(lacking.map(({ operationId }) => operationId)).toEqual([]);
  });

  test('names nothing of which it is unknown whose it is', () => {
    const unknown = everyOperation.flatMap((operation) => {
      const known = new Set(tenantParameters(operation));
      const kind = kindOf(operation);
      return operation.parameters.filter((name) => !known.has(name) && !belongsToNobody.has(`${kind}/${name}`));
    });
    expect(unknown).toEqual([]);
  });

  test('has something of both tenants for every identifier, and never the same', () => {
    for (const [kind, own] of Object.entries(mine.identifiers)) {
      for (const [name, id] of Object.entries(own)) {
        const other = theirs.identifiers[kind as Kind][name];
        expect([id, other], `${kind} ${name}`).toEqual([
          expect.stringMatching(/^.{36}$/),
          expect.stringMatching(/^.{36}$/),
        ]);
        expect(id).not.toBe(other);
      }
    }
  });

  test('has enough of them that this file is worth having', () => {
    expect(operations.length).toBeGreaterThan(30);
  });
});

describe.each([
  'owner',
  'respondent',
  'advisor',
  'manager',
  'owner, advisor and manager in one',
  'holder of a key',
  'analyst',
  'editor',
  'administrator',
  'stranger',
])('somebody who is %s', (name) => {
  test('finds nothing of another tenant by any identifier, alone or two at a time, and changes nothing', async () => {
    const actor = mine.actors[name];
    if (actor === undefined) throw new Error(`there is no ${name}`);
    const before = await fingerprintOf(site.admin);
    const faults: string[] = [];
    for (const operation of operations) {
      if (name === 'administrator' && lookedAfter.has(kindOf(operation))) continue;
      for (const names of choices(tenantParameters(operation)))
        faults.push(...(await faultsOf(actor, operation, names)));
    }

    expect(faults).toEqual([]);
    expect(await fingerprintOf(site.admin)).toBe(before);
  });
});

const namesOf = (some: readonly Operation[]) => some.map(({ operationId }) => operationId).sort();

/** Those that none of the actors can do with what is their own. */
async function refusedToAll(actors: readonly Visitor[], some: readonly Operation[]): Promise<Operation[]> {
  const refused: Operation[] = [];
  for (const operation of some) {
    const replies = await Promise.all(actors.map((actor) => actor.trespass(visitOf(operation, {}))));
    if (replies.every(({ statusCode }) => statusCode === 404 || statusCode === 401)) refused.push(operation);
  }
  return refused;
}

// The last, since it changes what is there.
describe('what is refused above', () => {
  test('is there for whom it belongs to', async () => {
    const { administrator, ...others } = mine.actors;
    if (administrator === undefined) throw new Error('there is no administrator');
    // What is read, then what is changed, then what can be ended.
    const order: readonly Operation['method'][] = ['GET', 'PUT', 'POST'];
    const readFirst = operations.toSorted((one, other) => order.indexOf(one.method) - order.indexOf(other.method));
    const unreached = await refusedToAll(Object.values(others), readFirst);
    // Afterwards: an administrator can shut the others out.
    const gone = await refusedToAll([administrator], unreached);

    expect(namesOf(unreached.filter((operation) => !gone.includes(operation)))).toEqual([
      'carryOutErasure',
      'closeOrganisation',
      'decideErasure',
      'disablePerson',
      'resendMail',
      'resetFactors',
    ]);
    // It has been accepted by then; a firm that belongs to an account has no links; where it was is said of an earlier
    // round that the body names, which `api/change` has of its own; editions to plan for are named in
    // bodies, which `api/planning` has of its own; nobody here answers a part beside others, as in `api/respondents`; and the
    // response answers no campaign, nor is there a personal key of one, of which `api/campaigns` has some.
    expect(namesOf(gone)).toEqual([
      'chooseCountsAlone',
      'closeHere',
      'createResumeLink',
      'declineInvitation',
      'findPlanCosts',
      'leaveCampaign',
      'markRespondentDone',
      'previewPlan',
      'saveThenLevel',
      'startCampaignResponseInFirm',
    ]);
  });
});

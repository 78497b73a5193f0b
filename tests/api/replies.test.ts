import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { Endpoint } from '#shared/contracts/endpoint.ts';
import { everyEndpoint, listEndpoints } from '../support/all-endpoints.ts';
import { newDraft, startEditingApp } from '../support/editing.ts';
import { signedInAs } from '../support/people.ts';
import { makeTenant, type Tenant } from '../support/tenants.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';
import { newRuleDraft } from '../support/what-if.ts';

let site: TestApp;
let tenant: Tenant;
let visitors: Record<string, Visitor>;
let ids: Record<string, string>;
let readings: Endpoint[];

beforeAll(async () => {
  site = await startEditingApp({ rateLimitPerMinute: 1_000_000, hasDemoPeople: true, isDemo: true });
  tenant = await makeTenant(site, 'eken', { provider: 'compare', region: '17' });
  const administrator = (await signedInAs(site, 'administrator')).visitor;
  const editor = (await signedInAs(site, 'editor')).visitor;
  visitors = { ...tenant.actors, administrator, editor };
  const { instrumentVersionId } = (await editor.get('/api/site')).json<{ instrumentVersionId: string }>();
  const more = {
    draftId: await newDraft(editor),
    ruleDraftId: (await newRuleDraft(editor)).ruleDraftId,
    instrumentVersionId,
    formCode: 'snabbkoll',
    language: 'sv',
    packageCode: 'servitisation-sprint',
    file: 'figures-sv.csv',
    format: 'csv',
    releaseNumber: '1',
    audience: 'leadership',
  };
  ids = Object.assign({}, ...Object.values(tenant.identifiers), more) as Record<string, string>;
  readings = (await listEndpoints()).filter(({ method }) => method === 'GET');
});
afterAll(() => site.close());

const addressOf = ({ path }: Endpoint) => {
  const own = path.startsWith('/api/region/') ? { ...ids, ...tenant.identifiers.region } : ids;
  return path.replaceAll(/:(\w+)/g, (_whole, name: string) => own[name] ?? name);
};

/** Words for what is kept in place of a secret, which no reply has a reason to say. */
const kept = /"(\w*(_|S)ha256|code_?[Hh]ash|sealed_?\w*|key_?\w*Sha\w*|public_?[Kk]ey|salt)"/;

test('every reply, to whoever it may be given, is what its contract says and not a word more', {
  timeout: everyEndpoint,
}, async () => {
  const given = new Set<string>();
  const faults: string[] = [];
  for (const endpoint of readings) {
    for (const [who, visitor] of Object.entries(visitors)) {
      const reply = await visitor.trespass({ url: addressOf(endpoint) });
      if (reply.statusCode !== 200) continue;
      given.add(endpoint.name);
      if (reply.headers['content-type']?.startsWith('application/json') !== true) continue;
      const parsed = endpoint.responses[200]?.safeParse(reply.json());
      if (JSON.stringify(parsed?.data) !== JSON.stringify(reply.json())) faults.push(`${endpoint.name} to ${who}`);
      if (kept.test(reply.body)) faults.push(`${endpoint.name} to ${who}: ${kept.exec(reply.body)?.[0]}`);
    }
  }

  expect(faults).toEqual([]);
  expect(readings.map(({ name }) => name).filter((name) => !given.has(name))).toEqual([]);
});

/** Where a schema takes whatever there is: an object with keys that are not named, or a value of any kind. */
function openPlaces(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, additionalProperties } = schema as { type?: unknown; additionalProperties?: unknown };
  const isOpen =
    type === 'object' && (additionalProperties === undefined || JSON.stringify(additionalProperties) === '{}');
  const within = Object.entries(schema).flatMap(([key, part]) => openPlaces(part, `${path}/${key}`));
  return isOpen ? [path, ...within] : within;
}

/** Of the first the person is the author, and the last is a schema; what the others may hold tests/api/audit-contents.test.ts looks at. */
const knownOpen = [
  /^getPersonalData.*\/answer$/,
  /^(getPersonalData|listAuditEvents).*\/detail$/,
  /^getWebhookEventSchema$/,
];

test('no reply is described so widely that anything could be in it, but answers and the details of events', () => {
  const open = readings.flatMap(({ name, responses }) =>
    Object.values(responses).flatMap((schema) =>
      openPlaces(z.toJSONSchema(schema, { unrepresentable: 'any' })).map((place) => `${name}${place}`),
    ),
  );
  expect(open.filter((place) => !knownOpen.some((known) => known.test(place)))).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { importDemoPeople } from '#server/platform/content/demo-people.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import type { SessionDocument } from '#shared/contracts/account.ts';
import type { LettingIn } from '#shared/contracts/advising.ts';
import type { OwnChange } from '#shared/contracts/change.ts';
import * as demo from '#shared/contracts/demo.ts';
import type { FirmDocument } from '#shared/contracts/firms.ts';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { roles } from '#shared/domain/access/roles.ts';
import { startEditingApp } from '../support/editing.ts';
import { alwaysThere, describeEndpoint, isPublic, noInput, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

const url = 'postgres://someone@db.example/mattstock';

let site: TestApp;
beforeAll(async () => {
  site = await startEditingApp({ isDemo: true, hasDemoPeople: true });
  await importDemoPeople(site.admin, site.content.bundle.demoPeople, randomIdentifiers);
});
afterAll(() => site.close());

async function visitAs(code: string): Promise<{ visitor: Visitor; account: AccountDocument }> {
  const visitor = site.newVisitor();
  const reply = await visitor.post('/api/demo/sessions', { code });
  expect(reply.statusCode, reply.body).toBe(201);
  return { visitor, account: reply.json<AccountDocument>() };
}

const open = {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
} as const;

describeEndpoint(demo.listDemoPeople, {
  ...open,
  succeeds: async () => {
    const { people } = (await site.newVisitor().get('/api/demo/people')).json<{ people: demo.DemoPerson[] }>();
    expect(new Set(people.map(({ role }) => role))).toEqual(new Set(roles));
    const regions = people.filter(({ role }) => role === 'analyst').map(({ placeName }) => placeName.sv);
    expect(new Set(regions)).toEqual(new Set(['Värmland', 'Dalarna', 'Gävleborg']));
  },
});

describeEndpoint(demo.listDemoMails, {
  ...open,
  succeeds: async () => {
    expect((await site.newVisitor().get('/api/demo/mails')).json()).toEqual({ mails: [] });
  },
});

describeEndpoint(demo.tellDemoReleases, {
  ...open,
  succeeds: async () => {
    // Without simulated firms there is nothing to publish.
    expect((await site.newVisitor().get('/api/demo/releases')).json()).toEqual({ left: 0, of: 0 });
  },
});

describeEndpoint(demo.signInAsDemoPerson, {
  ...open,
  'refuses an invalid request': async () => {
    expectProblem(await site.newVisitor().post('/api/demo/sessions', { code: 7 }), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    expectProblem(await site.newVisitor().post('/api/demo/sessions', { code: 'nobody' }), 404, 'not-found');
  },
  succeeds: async () => {
    for (const { code, role, name } of site.content.bundle.demoPeople) {
      const { account } = await visitAs(code);
      expect(account, code).toMatchObject({ name, memberships: [{ role }], invitations: [] });
      expect(account.secondFactor.isShown).toBe(account.secondFactor.isNeeded);
    }
  },
});

describe('the demo', () => {
  test('has a simulated firm that lets the advisor in, made once however many come at once', async () => {
    const visits = await Promise.all(['owner', 'advisor', 'respondent', 'advisor'].map(visitAs));
    const [owner, advisor] = visits.map(({ visitor }) => visitor);
    const { firms } = (await advisor?.get('/api/advisor/firms'))?.json<{ firms: LettingIn[] }>() ?? { firms: [] };

    expect(firms).toMatchObject([{ isSimulated: true, purposes: ['result'] }]);
    const sessions = (await owner?.get('/api/account/sessions'))?.json<{ sessions: SessionDocument[] }>().sessions;
    // Whoever visited it; the firm's own making leaves none behind.
    expect(sessions?.every(({ method, isThisOne, device }) => method === 'demo' && (isThisOne || device === '–'))).toBe(
      true,
    );
    const { rows } = await site.admin.query('select 1 from firms where is_simulated');
    expect(rows).toHaveLength(1);
  });

  test('has a firm with two rounds, so that there is a change for its owner to read', async () => {
    const { visitor, account } = await visitAs('owner');
    const place = account.memberships[0]?.place.placeId;
    const { responses } = (await visitor.get(`/api/firms/${place}`)).json<FirmDocument>();
    const [newest] = responses.toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));
    const found = (await visitor.get(`/api/responses/${newest?.responseId}/change`)).json<OwnChange>();
    const of = (verdict: string) =>
      found.change?.dimensions.filter((each) => each.verdict === verdict).map(({ dimension }) => dimension);

    expect(found).toMatchObject({ status: 'compared', isSimulated: true });
    expect(of('risen')).toEqual(['D7', 'PM4']);
    expect(of('fallen')).toEqual(['D3']);
    expect(found.change?.items.find(({ item }) => item === 'X2.4')?.move).toBe('known-now');
  });
});

describe('a site that is none', () => {
  test.each([
    ['on its own database with the demo switched off', { DEMO: 'false' }],
    ['on a database of its own', { DATABASE_URL: url }],
    ['on a database of its own that shows the example firm', { DATABASE_URL: url, DEMO: 'true' }],
    [
      'in production',
      {
        NODE_ENV: 'production',
        DATABASE_URL: url,
        PUBLIC_ORIGIN: 'https://mattstock.example',
        SEALING_KEY: 'A'.repeat(43),
        SMTP_URL: 'smtps://mail.example',
        MAIL_FROM: 'mattstock@mattstock.example',
      },
    ],
  ])('%s has no made-up people', (_what, variables) => {
    expect(readConfig(variables).hasDemoPeople).toBe(false);
  });

  test('is not production without a database of its own', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow('DATABASE_URL');
  });

  test('has neither the page of people, nor the way in, nor the mailbox', async () => {
    const real = await startEditingApp({ isDemo: true });
    const visitor = real.newVisitor();
    const replies = [
      await visitor.get('/api/demo/people'),
      await visitor.get('/api/demo/mails'),
      await visitor.get('/api/demo/releases'),
      await visitor.post('/api/demo/sessions', { code: 'administrator' }),
    ];
    const methods = await visitor.get('/api/sign-in/methods');
    await real.close();

    for (const reply of replies) expectProblem(reply, 404, 'not-found');
    expect(methods.json()).toMatchObject({ hasDemoPeople: false });
  });

  test('with the embedded database in demo mode has them', () => {
    expect(readConfig({}).hasDemoPeople).toBe(true);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import { getForm } from '#shared/contracts/instrument-versions.ts';
import { listPackageReach, listPackages } from '#shared/contracts/packages.ts';
import { getResult, resultSchema } from '#shared/contracts/results.ts';
import * as siteContracts from '#shared/contracts/site.ts';
import { start, submitted } from '../support/answering.ts';
import { alwaysThere, describeEndpoint, isPublic, noInput, noTenant, oneRole } from '../support/endpoint-families.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp({ isDemo: true });
});
afterAll(() => site.close());

const publicRead = {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
} as const;

describeEndpoint(siteContracts.getSite, {
  ...publicRead,
  succeeds: async () => {
    const reply = await site.newVisitor().get('/api/site');
    expect(reply.json()).toMatchObject({
      isDemo: true,
      forms: [
        { code: 'snabbkoll', scoredItems: 42, minutes: 20 },
        { code: 'digital', scoredItems: 50 },
        { code: 'process', scoredItems: 32 },
        { code: 'fordjupning', scoredItems: 24 },
      ],
    });
  },
});

describeEndpoint(siteContracts.getFirmProfileOptions, {
  ...publicRead,
  succeeds: async () => {
    const options = siteContracts.firmProfileOptionsSchema.parse(
      (await site.newVisitor().get('/api/firm-profile-options')).json(),
    );
    const perCounty = (county: string) => options.municipalities.filter((one) => one.county === county).length;
    // Värmland 16, Dalarna 15, Gävleborg 10 (SCB).
    expect([perCounty('17'), perCounty('20'), perCounty('21')]).toEqual([16, 15, 10]);
    expect(options.branches).toHaveLength(6);
  },
});

describeEndpoint(siteContracts.clearDevice, {
  ...publicRead,
  succeeds: async () => {
    const reply = await site.newVisitor().post('/api/device-clearings');
    expect([reply.statusCode, reply.headers['clear-site-data']]).toEqual([200, '"cookies", "storage"']);
  },
});

describeEndpoint(siteContracts.visitDemoFirm, {
  ...publicRead,
  'does not find what is not there': async () => {
    const real = await startTestApp({ isDemo: false });
    const reply = await real.newVisitor().post('/api/demo-visits');
    await real.close();
    expect(reply.statusCode).toBe(404);
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const { responseId } = (await visitor.post('/api/demo-visits')).json<{ responseId: string }>();
    const reply = await visitor.get(`/api/responses/${responseId}/result`);
    expect(reply.json()).toMatchObject({ response: { isSimulated: true, status: 'submitted' } });
  },
});

async function currentVersion(): Promise<string> {
  return (await site.newVisitor().get('/api/site')).json<{ instrumentVersionId: string }>().instrumentVersionId;
}

describeEndpoint(getForm, {
  ...publicRead,
  'refuses an invalid request': async () => {
    const reply = await site.newVisitor().get(`/api/instrument-versions/${await currentVersion()}/forms/snabbkoll/de`);
    expect(reply.json()).toMatchObject({ status: 422, code: 'invalid-request' });
  },
  'does not find what is not there': async () => {
    const unknownVersion = `/api/instrument-versions/${randomUUID()}/forms/snabbkoll/sv`;
    const unknownForm = `/api/instrument-versions/${await currentVersion()}/forms/unknown/sv`;
    expect((await site.newVisitor().get(unknownVersion)).statusCode).toBe(404);
    expect((await site.newVisitor().get(unknownForm)).statusCode).toBe(404);
  },
  succeeds: async () => {
    const read = async (language: string) =>
      site.newVisitor().get(`/api/instrument-versions/${await currentVersion()}/forms/snabbkoll/${language}`);
    const swedish = await read('sv');
    const english = await read('en');

    expect(swedish.headers['cache-control']).toMatch(/immutable/);
    expect(swedish.json<{ structure: object }>().structure).toEqual(english.json<{ structure: object }>().structure);
    expect(swedish.json<{ texts: object }>().texts).not.toEqual(english.json<{ texts: object }>().texts);
  },
});

describeEndpoint(listPackages, {
  ...publicRead,
  succeeds: async () => {
    const reply = await site.newVisitor().get('/api/packages');
    const { packages } = listPackages.responses[200].parse(reply.json());
    expect(packages.length).toBeGreaterThanOrEqual(45);
    for (const { isProposal, forWhom, steps, supportForms, funding, providers } of packages) {
      expect(isProposal).toBe(true);
      expect(forWhom?.sv).toBeTruthy();
      expect(steps.length).toBeGreaterThan(0);
      expect(supportForms.length).toBeGreaterThan(0);
      expect(funding.length).toBeGreaterThan(0);
      expect(providers.length).toBeGreaterThan(0);
    }
    expect(packages.find(({ code }) => code === 'found-abroad')?.condition?.sv).toMatch(/nya marknader/);
  },
});

describeEndpoint(listPackageReach, {
  ...publicRead,
  succeeds: async () => {
    const reply = await site.newVisitor().get('/api/packages/reach');
    const { areas } = listPackageReach.responses[200].parse(reply.json());
    const security = areas.find(({ dimension }) => dimension === 'D9');
    const systems = areas.find(({ dimension }) => dimension === 'D2');
    expect(areas).toHaveLength(19);
    expect(security?.name).toEqual({ sv: 'Säkerhet', en: 'Security' });
    expect(security?.levels.map(({ band, declaredGap }) => [band, declaredGap !== null])).toEqual([
      ['low', true],
      ['mid', true],
    ]);
    expect(systems?.levels[0]?.packages.find(({ code }) => code === 'system-and-data-basics')).toMatchObject({
      isProposal: true,
      takesMore: false,
      branches: [],
      condition: null,
    });
  },
});

describeEndpoint(getResult, {
  'refuses who has no key': async () => {
    const responseId = await submitted(site.newVisitor());
    expect((await site.newVisitor().get(`/api/responses/${responseId}/result`)).statusCode).toBe(404);
  },
  'refuses the wrong role': oneRole,
  'hides what belongs to another firm': async () => {
    const other = await submitted(site.newVisitor());
    const visitor = site.newVisitor();
    await submitted(visitor);
    const reply = await visitor.trespass({
      url: `/api/responses/${other}/result`,
    });
    expect(reply.statusCode).toBe(404);
  },
  'refuses an invalid request': 'has no input but the response in the path, see getResponse',
  'does not find what is not there': async () => {
    const visitor = site.newVisitor();
    const responseId = await start(visitor);
    expect((await visitor.get(`/api/responses/${responseId}/result`)).json()).toMatchObject({ code: 'not-found' });
  },
  succeeds: async () => {
    const visitor = site.newVisitor();
    const responseId = await submitted(visitor);
    const result = resultSchema.parse((await visitor.get(`/api/responses/${responseId}/result`)).json());

    // D1.1 = D1.2 = 1: both answered, level 1.
    expect(result.scoreProfile.dimensions[0]).toMatchObject({ dimension: 'D1', level: 1, percent: 25, band: 'low' });
    expect(result.scoreProfile.dimensions).toHaveLength(19);
    expect(result.suggestions.length).toBeGreaterThan(0);
    for (const suggestion of result.suggestions) {
      expect(suggestion.reasons.length).toBeGreaterThan(0);
      expect(suggestion.steps.length).toBeGreaterThan(0);
    }
  },
});

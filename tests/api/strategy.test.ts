import { afterAll, beforeAll, expect } from 'vitest';
import { getStrategy, strategyDocumentSchema } from '#shared/contracts/strategy.ts';
import { alwaysThere, describeEndpoint, isPublic, noInput, noTenant } from '../support/endpoint-families.ts';
import type { TestApp } from '../support/test-app.ts';
import { startTestApp } from '../support/test-app.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startTestApp();
});
afterAll(() => site.close());

describeEndpoint(getStrategy, {
  'refuses who has no key': isPublic,
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': noInput,
  'does not find what is not there': alwaysThere,
  succeeds: async () => {
    const reply = await site.newVisitor().get('/api/strategy');

    const strategy = strategyDocumentSchema.parse(reply.json());
    const steel = strategy.branches.find(({ branch }) => branch === 'steel-and-metals');
    expect(reply.headers['cache-control']).toBe('public, max-age=300');
    expect(strategy.priorities.map(({ code }) => code)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6']);
    expect(strategy.priorities.flatMap(({ steps }) => steps)).toHaveLength(22);
    expect(strategy.priorities[2]?.steps[0]?.name.sv).toBe('Utvecklingspaket till grupper av företag');
    expect(strategy.supportForms).toHaveLength(55);
    expect(steel).toMatchObject({ employees: 'steel-employees', sni: ['24'] });
  },
});

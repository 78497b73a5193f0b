import { expect, test } from 'vitest';
import * as z from 'zod';
import { listEndpoints } from '../support/all-endpoints.ts';

/** Of a browser tab, and of a published version: neither belongs to a firm or an organisation. */
const ofNobody = ['clientId', 'fromVersionId'];

/** Names of properties that hold an identifier, at any depth. */
function identifiersIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, part]: [string, unknown]) => {
    const isIdentifier = typeof part === 'object' && part !== null && 'format' in part && part.format === 'uuid';
    return isIdentifier ? [name] : identifiersIn(part);
  });
}

test('what belongs to somebody is named in the address alone, where the tests of tenants swap it', async () => {
  const found = (await listEndpoints()).flatMap(({ name, body, query }) =>
    [body, query]
      .filter((schema) => schema !== undefined)
      .flatMap((schema) => identifiersIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })))
      .filter((identifier) => !ofNobody.includes(identifier))
      .map((identifier) => `${name}: ${identifier}`),
  );
  expect(found).toEqual([]);
});

import { describe, test } from 'vitest';
import type { Endpoint } from '#shared/contracts/endpoint.ts';

const families = [
  'refuses who has no key',
  'refuses the wrong role',
  'hides what belongs to another firm',
  'refuses an invalid request',
  'does not find what is not there',
  'succeeds',
] as const;
type Family = (typeof families)[number];

/** A test, or the reason why the family cannot exist for the endpoint. */
export type FamilyTest = (() => Promise<void>) | string;

/** The six families of tests that every endpoint gets; leaving one out does not compile. */
export function describeEndpoint(endpoint: Endpoint, tests: Readonly<Record<Family, FamilyTest>>): void {
  describe(`${endpoint.method} ${endpoint.path}`, () => {
    for (const family of families) {
      const body = tests[family];
      if (typeof body === 'function') test(family, body);
    }
  });
}

export const isPublic = 'public: everybody may call it';
export const oneRole = 'one role only: the holder of the key of the response';
export const noTenant = 'concerns no firm';
export const noInput = 'takes no input';
export const alwaysThere = 'names nothing that could be missing';

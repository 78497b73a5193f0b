import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listEndpoints } from '../support/all-endpoints.ts';
import { accessFile, refreshAccess } from './content/access-block.ts';

test('docs/access.md has the table of who may do what as the code has it', () => {
  const text = readFileSync(accessFile, 'utf8');
  expect(refreshAccess(text), 'run npm run content -- --write').toBe(text);
});

test('every endpoint for somebody names what the role must allow, or is for the own account', async () => {
  const unnamed = (await listEndpoints()).filter(
    ({ access, permission }) => !['public', 'respondent', 'account'].includes(access) && permission === undefined,
  );
  // A manager and an administrator may do these, each within their own reach: the use cases ask for either.
  expect(unnamed.map(({ name }) => name)).toEqual([
    'listOrganisations',
    'getOrganisation',
    'inviteToOrganisation',
    'revokeOrganisationInvitation',
    'endOrganisationMembership',
  ]);
});

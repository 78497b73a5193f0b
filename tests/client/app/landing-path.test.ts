import { expect, test } from 'vitest';
import { landingPath } from '#client/src/app/landing-path.ts';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import type { Role } from '#shared/domain/access/roles.ts';
import { accountOf, invitationOf, membershipOf, noSecondFactor, uuid } from '../account/account-fixture.ts';

const firm = (number: number) => `/firms/${uuid('f', number)}`;
const shown = { ...noSecondFactor, isNeeded: true, isShown: true };
const holding = (roles: readonly [Role, number][], changes: Partial<AccountDocument> = {}) =>
  accountOf({
    memberships: roles.map(([role, number]) => membershipOf(role, 'En plats', number)),
    secondFactor: shown,
    ...changes,
  });

test.each<[string, AccountDocument, string]>([
  ['who belongs to nothing', accountOf(), '/account'],
  ['whom somebody has invited', holding([['advisor', 1]], { invitations: [invitationOf('owner')] }), '/account'],
  ['the owner of one firm', holding([['owner', 1]]), firm(1)],
  ['a respondent', holding([['respondent', 2]]), firm(2)],
  [
    'who has two roles in one firm',
    holding([
      ['owner', 1],
      ['respondent', 1],
    ]),
    firm(1),
  ],
  [
    'who has two firms',
    holding([
      ['owner', 1],
      ['owner', 2],
    ]),
    '/account',
  ],
  ['an advisor', holding([['advisor', 1]]), '/advisor'],
  ['a manager', holding([['manager', 1]]), '/advisor'],
  [
    'an advisor with a firm of their own',
    holding([
      ['owner', 1],
      ['advisor', 2],
    ]),
    '/advisor',
  ],
  ['an analyst', holding([['analyst', 1]]), '/region'],
  ['an administrator', holding([['administrator', 1]]), '/organisations'],
  ['an editor', holding([['editor', 1]]), '/editor'],
  [
    'an editor who is administrator, too',
    holding([
      ['editor', 1],
      ['administrator', 1],
    ]),
    '/organisations',
  ],
  [
    'who has still to show a second factor',
    holding([['advisor', 1]], { secondFactor: { ...shown, isShown: false } }),
    '/second-factor',
  ],
])('%s begins where that role works', (_name, account, path) => {
  expect(landingPath(account)).toBe(path);
});

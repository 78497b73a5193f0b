import { describe, expect, test } from 'vitest';
import type { Action } from '#shared/domain/access/actions.ts';
import { actions } from '#shared/domain/access/actions.ts';
import { type Actor, keyHolder, permissions, type Scope, scopeOf } from '#shared/domain/access/permissions.ts';
import { needsSecondFactor, placeKindOf, placeKinds, roles, rolesIn } from '#shared/domain/access/roles.ts';

/** The whole table once more, the other way round: who may do each thing, and how far it reaches. */
const expected: Readonly<Record<Action, Partial<Record<Actor, Scope>>>> = {
  answer: { 'key-holder': 'own-answers', respondent: 'own-answers', owner: 'own-answers' },
  'read-result': { 'key-holder': 'own-answers', respondent: 'own-answers', owner: 'own' },
  'request-contact': { 'key-holder': 'own', owner: 'own' },
  'share-result': { 'key-holder': 'own', owner: 'own' },
  'claim-firm': { 'key-holder': 'own' },
  'read-firm': { respondent: 'own', owner: 'own' },
  'change-firm': { owner: 'own' },
  'give-consent': { owner: 'own' },
  'read-access-log': { respondent: 'own', owner: 'own' },
  'manage-members': { owner: 'own' },
  'leave-firm': { respondent: 'own', owner: 'own' },
  'request-erasure': { owner: 'own' },
  'answer-placement': { owner: 'own' },
  'read-shared-firm': { advisor: 'consenting', manager: 'consenting' },
  'read-contacts': { owner: 'own' },
  'keep-contacts': { advisor: 'consenting', manager: 'consenting' },
  'handle-referrals': { advisor: 'consenting', manager: 'consenting' },
  'read-achievement': { advisor: 'own', manager: 'own' },
  'read-editions': { advisor: 'all', manager: 'all' },
  'manage-editions': { advisor: 'own', manager: 'own' },
  'place-firms': { advisor: 'consenting', manager: 'consenting' },
  'review-firm': { advisor: 'consenting', manager: 'consenting' },
  'run-campaigns': { advisor: 'own', manager: 'own', analyst: 'own' },
  'reply-to-review': { owner: 'own' },
  'manage-provider': { manager: 'own' },
  'read-release': { analyst: 'all' },
  'build-release': { analyst: 'own' },
  'read-follow-up': { analyst: 'all' },
  'keep-follow-up': { analyst: 'own' },
  'edit-population': { analyst: 'own' },
  'edit-instrument': { editor: 'all' },
  'edit-packages': { advisor: 'own', manager: 'own', editor: 'all' },
  'edit-rules': { editor: 'all' },
  'manage-organisations': { administrator: 'all' },
  'read-audit-log': { administrator: 'all' },
  'read-outbox': { administrator: 'all' },
  'decide-erasure': { administrator: 'all' },
};

const everybody: readonly Actor[] = [keyHolder, ...roles];

describe('the table of permissions', () => {
  test.each(actions.map((action) => [action]))('says who may %s, and denies everybody else', (action) => {
    const allowed = everybody.flatMap((actor) => {
      const scope = scopeOf(actor, action);
      return scope === undefined ? [] : [[actor, scope]];
    });

    expect(Object.fromEntries(allowed)).toEqual(expected[action]);
  });

  test('has a line for every role, and names only actions that are known', () => {
    expect(Object.keys(permissions).sort()).toEqual([...everybody].sort());
    expect(everybody.flatMap((actor) => Object.keys(permissions[actor])).filter((word) => !isAction(word))).toEqual([]);
  });

  test('gives nobody of an organisation the answers of firms, except by consent', () => {
    const ofOrganisations = roles.filter((role) => placeKindOf(role) !== 'firm');
    const aboutFirms = [
      'answer',
      'read-result',
      'read-firm',
      'read-access-log',
      'change-firm',
      'give-consent',
    ] as const;

    for (const role of ofOrganisations) {
      expect(aboutFirms.map((action) => scopeOf(role, action))).toEqual(aboutFirms.map(() => undefined));
    }
    expect(ofOrganisations.filter((role) => scopeOf(role, 'read-shared-firm') !== undefined)).toEqual([
      'advisor',
      'manager',
    ]);
  });

  test('gives an owner everything that a respondent of the firm has', () => {
    const missing = actions.filter(
      (action) => scopeOf('respondent', action) !== undefined && scopeOf('owner', action) === undefined,
    );
    expect(missing).toEqual([]);
  });
});

function isAction(word: string): boolean {
  return actions.some((action) => action === word);
}

describe('a word that the table does not know', () => {
  test.each([
    ['an unknown action', 'owner', 'drop-tables'],
    ['an unknown role', 'superuser', 'answer'],
    ['an empty role', '', 'answer'],
    ['a role in other letters', 'Administrator', 'read-audit-log'],
    ['an action that every object has', 'owner', 'constructor'],
    ['a role that every object has', '__proto__', 'toString'],
    ['a role that is a method of objects', 'hasOwnProperty', 'call'],
  ])('is denied: %s', (_name, actor, action) => {
    expect(scopeOf(actor as Actor, action as Action)).toBeUndefined();
  });
});

describe('roles', () => {
  test('belong to one kind of place each, and every kind has some', () => {
    expect(placeKinds.flatMap(rolesIn).sort()).toEqual([...roles].sort());
    expect(Object.fromEntries(placeKinds.map((kind) => [kind, rolesIn(kind)]))).toEqual({
      firm: ['owner', 'respondent'],
      provider: ['advisor', 'manager'],
      region: ['analyst'],
      coordination: ['editor', 'administrator'],
    });
  });

  test('take a second factor wherever one sees or changes more than the own firm', () => {
    expect(roles.filter(needsSecondFactor)).toEqual(['advisor', 'manager', 'analyst', 'editor', 'administrator']);
  });
});

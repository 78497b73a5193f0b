import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Action, actions } from '#shared/domain/access/actions.ts';
import { type HeldRole, judge, type Principal, type Ruling, scopeOf } from '#shared/domain/access/permissions.ts';
import { needsSecondFactor, type Role, roles } from '#shared/domain/access/roles.ts';

const held = (role: Role, placeId = 'here'): HeldRole => ({ role, placeId });
const proved = (...of: HeldRole[]): Principal => ({ roles: of, hasSecondFactor: true });
const unproved = (...of: HeldRole[]): Principal => ({ roles: of, hasSecondFactor: false });

type Case = [who: string, action: Action, ruling: Ruling, principal: Principal, placeId?: string];

test.each<Case>([
  ['an owner with the mailbox alone, in the own firm', 'give-consent', 'allowed', unproved(held('owner')), 'here'],
  ['an owner in another firm', 'give-consent', 'denied', unproved(held('owner')), 'elsewhere'],
  ['a respondent', 'give-consent', 'denied', unproved(held('respondent')), 'here'],
  ['an advisor who has shown a second factor', 'read-shared-firm', 'allowed', proved(held('advisor'))],
  ['an advisor who has not', 'read-shared-firm', 'second-factor-missing', unproved(held('advisor'))],
  ['an advisor', 'manage-provider', 'denied', proved(held('advisor')), 'here'],
  ['a manager of another provider', 'manage-provider', 'denied', proved(held('manager', 'there')), 'here'],
  ['an administrator', 'edit-instrument', 'denied', proved(held('administrator'))],
  [
    'an owner of one firm who answers in another, there',
    'change-firm',
    'denied',
    unproved(held('owner', 'a'), held('respondent', 'b')),
    'b',
  ],
  [
    'an owner who is an advisor too, in the own firm',
    'change-firm',
    'allowed',
    unproved(held('owner', 'a'), held('advisor')),
    'a',
  ],
  [
    'an owner who is an advisor too, as the advisor',
    'read-shared-firm',
    'second-factor-missing',
    unproved(held('owner'), held('advisor')),
  ],
  ['somebody without any role', 'answer', 'denied', proved()],
])('%s: %s is %s', (_who, action, ruling, principal, placeId) => {
  expect(judge(principal, action, placeId)).toBe(ruling);
});

describe('a role or action that is not known', () => {
  test.each([
    ['a role from a later version', 'auditor', 'read-audit-log'],
    ['a role in other letters', 'ADMINISTRATOR', 'read-audit-log'],
    ['an action from a later version', 'administrator', 'impersonate'],
    ['a name that every object has', '__proto__', 'constructor'],
  ])('is denied, with a second factor too: %s', (_name, role, action) => {
    expect(judge(proved(held(role as Role)), action as Action)).toBe('denied');
  });
});

const anyPlace = fc.constantFrom('a', 'b', 'c');
const anyHeld = fc.record({ role: fc.constantFrom(...roles), placeId: anyPlace });
const anyPrincipal = fc.record({ roles: fc.array(anyHeld, { maxLength: 6 }), hasSecondFactor: fc.boolean() });
const anyAction = fc.constantFrom(...actions);
const anyAim = fc.option(anyPlace, { nil: undefined });

const weight: Readonly<Record<Ruling, number>> = { denied: 0, 'second-factor-missing': 1, allowed: 2 };

describe('whoever it is', () => {
  test('gets no more by holding fewer roles', () => {
    fc.assert(
      fc.property(anyPrincipal, anyAction, anyAim, fc.nat(), (principal, action, aim, drop) => {
        const fewer = principal.roles.filter((_role, index) => index !== drop % (principal.roles.length + 1));
        const before = judge(principal, action, aim);
        const after = judge({ ...principal, roles: fewer }, action, aim);
        expect(weight[after]).toBeLessThanOrEqual(weight[before]);
      }),
    );
  });

  test('gets no more by not having shown a second factor, and never a staff action then', () => {
    fc.assert(
      fc.property(anyPrincipal, anyAction, anyAim, ({ roles: of }, action, aim) => {
        const without = judge({ roles: of, hasSecondFactor: false }, action, aim);
        expect(weight[without]).toBeLessThanOrEqual(weight[judge({ roles: of, hasSecondFactor: true }, action, aim)]);
        if (without !== 'allowed') return;
        expect(of.some(({ role }) => !needsSecondFactor(role) && scopeOf(role, action) !== undefined)).toBe(true);
      }),
    );
  });

  test('gets no more in a named place than anywhere', () => {
    fc.assert(
      fc.property(anyPrincipal, anyAction, anyPlace, (principal, action, place) => {
        expect(weight[judge(principal, action, place)]).toBeLessThanOrEqual(weight[judge(principal, action)]);
      }),
    );
  });

  test('is allowed nothing that none of the roles has in the table, held in that place', () => {
    fc.assert(
      fc.property(anyPrincipal, anyAction, anyAim, (principal, action, aim) => {
        const isInTable = principal.roles.some(
          ({ role, placeId }) => scopeOf(role, action) !== undefined && (aim === undefined || placeId === aim),
        );
        expect(judge(principal, action, aim) === 'denied').toBe(!isInTable);
      }),
    );
  });

  test('is judged the same whatever order the roles stand in', () => {
    fc.assert(
      fc.property(anyPrincipal, anyAction, anyAim, (principal, action, aim) => {
        const reversed = { ...principal, roles: principal.roles.toReversed() };
        expect(judge(reversed, action, aim)).toBe(judge(principal, action, aim));
      }),
    );
  });

  test('gains nothing by a word in the database that the product does not know', () => {
    fc.assert(
      fc.property(anyPrincipal, anyAction, anyAim, fc.string(), (principal, action, aim, word) => {
        fc.pre(!roles.some((role) => role === word));
        const more = { ...principal, roles: [...principal.roles, held(word as Role, aim)] };
        expect(judge(more, action, aim)).toBe(judge(principal, action, aim));
      }),
    );
  });
});

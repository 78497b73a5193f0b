import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Role, roles } from '#shared/domain/access/roles.ts';
import { sessionLimitsOf } from '#shared/domain/access/session-limits.ts';

test.each<[string, number, number, Role[]]>([
  ['somebody without a role', 480, 168, []],
  ['a respondent', 480, 168, ['respondent']],
  ['an owner', 480, 168, ['owner']],
  ['an advisor', 30, 12, ['advisor']],
  ['an analyst', 30, 12, ['analyst']],
  ['an editor', 30, 12, ['editor']],
  ['an owner who is an administrator too', 30, 12, ['owner', 'administrator']],
])('%s is signed out after %d idle minutes, and after %d hours', (_name, idleMinutes, longestHours, held) => {
  expect(sessionLimitsOf(held)).toEqual({ idleMinutes, longestHours });
});

test('a further role never makes a session longer', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...roles)), fc.constantFrom(...roles), (held, further) => {
      const [before, after] = [sessionLimitsOf(held), sessionLimitsOf([...held, further])];
      expect(after.idleMinutes).toBeLessThanOrEqual(before.idleMinutes);
      expect(after.longestHours).toBeLessThanOrEqual(before.longestHours);
    }),
  );
});

import type { Mutant } from './mutant.ts';

/** Of what follows when somebody's rights change, and of what must be read again after a wait. */
export const rightsMutants: readonly Mutant[] = [
  {
    fault: 'F18',
    name: 'a second factor that came while one waited is not seen',
    file: 'server/features/account/access.ts',
    find: `  return asPerson(context, access, async (tx, { personId }) => {
    await lockPerson(tx, personId);
    const person = await findAccountRow(tx);
    if (person === undefined) throw new DomainError('sign-in-required');
`,
    replacement: `  return asPerson(context, access, async (tx, person) => {
    await lockPerson(tx, person.personId);
`,
    tests: ['tests/api/second-factor-meanwhile.test.ts'],
  },
  {
    fault: 'T9',
    name: 'claiming a firm leaves the session under its old key',
    file: 'server/features/firms/routes.ts',
    find: 'const session = isRepeated ? undefined : await',
    replacement: 'const session = isRepeated || !isRepeated ? undefined : await',
    tests: ['tests/api/claiming.test.ts'],
  },
  {
    fault: 'T9',
    name: 'claiming a firm leaves the other sessions',
    file: 'server/features/firms/renew-claiming-session.ts',
    find: '    await updateOthersToEnded(tx, person.personId);\n',
    replacement: '',
    tests: ['tests/api/claiming.test.ts'],
  },
  {
    fault: 'T9',
    name: 'accepting an invitation leaves the other sessions',
    file: 'server/features/account/accept-invitation.ts',
    find: '    await updateOthersToEnded(tx, personId);\n',
    replacement: '',
    tests: ['tests/api/account-invitations.test.ts'],
  },
  {
    fault: 'T18',
    name: 'authenticators that were begun pile up',
    file: 'server/features/account/begin-authenticator.ts',
    find: '    await deleteOfferedAuthenticators(tx, person.personId);\n',
    replacement: '',
    tests: ['tests/api/second-factor-authenticator.test.ts'],
  },
  {
    fault: 'T20',
    name: 'strangers elsewhere use up the codes of somebody who has not asked',
    file: 'server/features/sign-in/request-code.ts',
    find: 'fromHere === 0 ? most.ofAddressForFirst : most.ofAddress',
    replacement: 'fromHere < 0 ? most.ofAddressForFirst : most.ofAddress',
    tests: ['tests/api/rate-limits.test.ts'],
  },
];

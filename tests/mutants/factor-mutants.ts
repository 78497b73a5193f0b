import type { Mutant } from './mutant.ts';

/** Of second factors and the key that seals them. */
export const factorMutants: readonly Mutant[] = [
  {
    fault: 'T18',
    name: 'a new authenticator ends the one in use before it is confirmed',
    file: 'server/features/account/begin-authenticator.ts',
    find: '    await insertAuthenticator(tx, {',
    replacement:
      "    await (tx as { query(sql: string): Promise<unknown> }).query('delete from authenticators where person_id = current_person_id()');\n    await insertAuthenticator(tx, {",
    tests: ['tests/api/second-factor-authenticator.test.ts'],
  },
  {
    fault: 'T18',
    name: 'the mailbox alone puts another second factor in place',
    file: 'server/features/account/factors.ts',
    find: "if (hasOne && !person.hasSecondFactor) throw new DomainError('second-factor-required');",
    replacement: '',
    tests: ['tests/api/second-factor.test.ts', 'tests/api/second-factor-authenticator.test.ts'],
  },
  {
    fault: 'T18',
    name: 'a code of the authenticator counts twice',
    file: 'server/features/account/factor-repository.ts',
    find: 'and (last_used_step is null or last_used_step < ${step})',
    replacement: '',
    tests: ['tests/api/second-factor-authenticator.test.ts'],
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
    fault: 'F19',
    name: 'roles that see others count without a second factor',
    file: 'migrations/0010-create-organisations.sql',
    find: "  if not has_second_factor() then\n    return '{}';\n  end if;\n",
    replacement: '',
    tests: ['tests/migrations/consent-policies.test.ts', 'tests/migrations/drafts-and-versions.test.ts'],
  },
  {
    fault: 'F19',
    name: 'the door opens to roles without a second factor',
    file: 'shared/domain/access/permissions.ts',
    find: "return isProved ? 'allowed' : 'second-factor-missing';",
    replacement: "return isProved ? 'allowed' : 'allowed';",
    tests: ['tests/shared/access/judge.test.ts', 'tests/api/editing-versions.test.ts'],
  },
  {
    fault: 'F38',
    name: 'the server starts with a key that opens nothing',
    file: 'server/app.ts',
    find: '  await refuseForeignSeals(database, parts.sealing);\n',
    replacement: '',
    tests: ['tests/api/second-factor-sealing.test.ts'],
  },
  {
    fault: 'F38',
    name: 'production starts without a key',
    file: 'server/config.ts',
    find: 'if (environment.SEALING_KEY === undefined) {',
    replacement: 'if (environment.SEALING_KEY === "never") {',
    tests: ['tests/api/config.test.ts'],
  },
];

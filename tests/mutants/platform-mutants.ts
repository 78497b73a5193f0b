import type { Mutant } from './mutant.ts';

const refusal = ['tests/api/database-refusal.test.ts'];

/** Of the database's standing, of what is taken for an answer, and of the files that are served. */
export const platformMutants: readonly Mutant[] = [
  {
    fault: 'F31',
    name: 'null or "3" passes for a level',
    file: 'shared/domain/answers/answer.ts',
    find: 'levelSchema = z.int().check(',
    replacement: 'levelSchema = z.coerce.number().check(z.int(), ',
    tests: ['tests/api/any-answers.test.ts'],
  },
  {
    fault: 'T31',
    name: 'a PostgreSQL without the fix will do',
    file: 'server/platform/database/postgres-version.ts',
    find: 'versionNumber % majorUnit >= oldest',
    replacement: 'versionNumber % majorUnit >= 0',
    tests: refusal,
  },
  {
    fault: 'T31',
    name: 'a superuser passes who takes on a role that is bound',
    file: 'server/platform/database/check-database.ts',
    find: 'where r.rolname in (current_user, session_user)',
    replacement: 'where r.rolname in (current_user)',
    tests: refusal,
  },
  {
    fault: 'T6',
    name: 'files whose name begins with a dot are served',
    file: 'server/platform/http/static-client.ts',
    find: "      dotfiles: 'ignore',\n",
    replacement: '',
    tests: ['tests/api/static-client.test.ts'],
  },
];

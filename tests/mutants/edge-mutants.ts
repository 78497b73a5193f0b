import type { Mutant } from './mutant.ts';

/** Of the edge of the API: what comes in, from where, and what caches keep. */
export const edgeMutants: readonly Mutant[] = [
  {
    fault: 'T12',
    name: 'a body may carry more than it names',
    file: 'shared/contracts/account.ts',
    find: 'body: z.strictObject({ name: personNameSchema, language: languageSchema }),',
    replacement: 'body: z.object({ name: personNameSchema, language: languageSchema }),',
    tests: ['tests/api/hostile-input.test.ts'],
  },
  {
    fault: 'F32',
    name: 'a NUL reaches the database',
    file: 'shared/contracts/sign-in.ts',
    find: 'z.looseObject({ id: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,1400}$/)) })',
    replacement: 'z.looseObject({ id: z.string() })',
    tests: ['tests/api/hostile-input.test.ts'],
  },
  {
    fault: 'F34',
    name: 'what a person sees is kept by caches',
    file: 'server/platform/http/security-headers.ts',
    find: "reply.header('cache-control', 'no-store');",
    replacement: "reply.header('cache-control', 'public, max-age=60');",
    tests: ['tests/api/platform.test.ts'],
  },
  {
    fault: 'T5',
    name: 'another site may write with the cookies of this one',
    file: 'server/platform/http/origin-check.ts',
    find: "      throw new DomainError('origin-refused');",
    replacement: '      return;',
    tests: ['tests/api/platform.test.ts'],
  },
  {
    fault: 'T2',
    name: "links are built from the request's host",
    file: 'server/platform/http/origin.ts',
    find: 'return config.publicOrigin ?? `${request.protocol}://${request.host}`;',
    replacement: 'return `${request.protocol}://${request.host}`;',
    tests: ['tests/api/http-messages.test.ts'],
  },
  {
    fault: 'T25',
    name: 'one is sent on to wherever the address says',
    file: 'client/src/app/next-path.ts',
    find: 'return next !== null && isOwnPage(next) ? next : undefined;',
    replacement: 'return next !== null ? next : undefined;',
    tests: ['tests/client/app'],
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

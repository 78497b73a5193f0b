import type { Mutant } from './mutant.ts';

const codes = ['tests/api/sign-in-codes.test.ts'];

/** Of codes, passkeys, providers of sign-in and their limits. */
export const signInMutants: readonly Mutant[] = [
  {
    fault: 'T20b',
    name: 'a wrong code costs no attempt',
    file: 'server/features/sign-in/repository.ts',
    find: 'set attempts_left = attempts_left - 1',
    replacement: 'set attempts_left = attempts_left',
    tests: codes,
  },
  {
    fault: 'F22',
    name: 'a code works in any browser',
    file: 'server/features/sign-in/repository.ts',
    find: 'where browser_sha256 = ${browserSha256}',
    replacement: 'where true or browser_sha256 = ${browserSha256}',
    tests: codes,
  },
  {
    fault: 'F22',
    name: 'a code works twice',
    file: 'server/features/sign-in/repository.ts',
    find: 'and code_hash is not null and used_at is null and attempts_left > 0',
    replacement: 'and code_hash is not null and attempts_left > 0',
    tests: codes,
  },
  {
    fault: 'F22',
    name: 'a code works for ever',
    file: 'server/features/sign-in/repository.ts',
    find: 'and expires_at > ${now}',
    replacement: 'and ${now}::timestamptz is not null',
    tests: codes,
  },
  {
    fault: 'T20',
    name: 'codes are sent without a limit',
    file: 'server/features/sign-in/request-code.ts',
    find: "if (isTooMany(await countRequests(tx, { ...request, since }))) throw new DomainError('too-many-requests');",
    replacement: '',
    tests: ['tests/api/rate-limits.test.ts'],
  },
  {
    fault: 'T20',
    name: 'strangers elsewhere use up the codes of somebody who has not asked',
    file: 'server/features/sign-in/request-code.ts',
    find: 'fromHere === 0 ? most.ofAddressForFirst : most.ofAddress',
    replacement: 'fromHere < 0 ? most.ofAddressForFirst : most.ofAddress',
    tests: ['tests/api/rate-limits.test.ts'],
  },
  {
    fault: 'T15',
    name: 'whatever the caller writes is taken for its address',
    file: 'server/app.ts',
    find: 'trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,',
    replacement: 'trustProxy: true,',
    tests: ['tests/api/platform.test.ts', 'tests/api/rate-limits.test.ts'],
  },
  {
    fault: 'F25',
    name: 'the signature of the identity token is not looked at',
    file: 'server/platform/identity/oidc.ts',
    find: '  client.enableNonRepudiationChecks(configuration);\n',
    replacement: '',
    tests: ['tests/api/sign-in-oidc.test.ts', 'tests/api/sign-in-oidc-tokens.test.ts'],
  },
  {
    fault: 'F25',
    name: "a provider's reply is taken whatever was asked",
    file: 'server/platform/identity/oidc.ts',
    find: 'expectedState: state,',
    replacement: 'expectedState: new URLSearchParams(query).get("state") ?? state,',
    tests: ['tests/api/sign-in-oidc.test.ts', 'tests/api/sign-in-oidc-tokens.test.ts'],
  },
  {
    fault: 'F25',
    name: 'whoever a passkey was made for may use it for a step up',
    file: 'server/features/account/finish-passkey-step-up.ts',
    find: 'passkey?.personId !== personId',
    replacement: 'passkey === undefined',
    tests: ['tests/api/passkeys.test.ts'],
  },
];

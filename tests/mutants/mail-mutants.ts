import type { Mutant } from './mutant.ts';

/** Of mail: that it goes once, and what stands in it. */
export const mailMutants: readonly Mutant[] = [
  {
    fault: 'F21',
    name: 'a mail that failed for now is never tried again',
    file: 'server/platform/mail/deliver-mail.ts',
    find: "const isTriedAgain = outcome === 'try-again' && next < deadline;",
    replacement: 'const isTriedAgain = false && next < deadline;',
    tests: ['tests/api/mail-faults.test.ts'],
  },
  {
    fault: 'F23',
    name: 'a mail that may have gone is sent again',
    file: 'server/platform/mail/repository.ts',
    find: "set status = case m.status when 'claimed' then 'waiting' else 'unconfirmed' end,\n        settled_at = case m.status when 'claimed' then null else ${now}::timestamptz end,",
    replacement: "set status = 'waiting', settled_at = null, next_attempt_at = ${now}::timestamptz,",
    tests: ['tests/faults/mail.test.ts', 'tests/api/mail-worker.test.ts'],
  },
  {
    fault: 'T16',
    name: 'what a person wrote is markup in a mail',
    file: 'server/platform/mail/render-mail.ts',
    find: 'text.replaceAll(/[&<>"\']/g, (mark) => entities[mark] ?? mark);',
    replacement: 'text;',
    tests: ['tests/api/mail.test.ts'],
  },
  {
    fault: 'T22',
    name: 'the code is kept as it is told',
    file: 'server/platform/identity/sign-in-code.ts',
    find: 'return { code, salt, hash: await hashSignInCode(code, salt) };',
    replacement: 'return { code, salt: Buffer.from(code), hash: await hashSignInCode(code, Buffer.from(code)) };',
    tests: ['tests/api/mail-sign-in.test.ts', 'tests/api/mail.test.ts'],
  },
];

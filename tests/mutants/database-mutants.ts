import type { Mutant } from './mutant.ts';

const refusal = ['tests/api/database-refusal.test.ts'];
const failing = ['tests/api/failing-statements.test.ts'];

/** Of transactions and of the database's standing. */
export const databaseMutants: readonly Mutant[] = [
  {
    fault: 'F20',
    name: 'the session of one request is left to the next',
    file: 'server/platform/database/transaction.ts',
    find: "set_config('mattstock.session_key', ${sessionKey}, true),",
    replacement:
      "set_config('mattstock.session_key', case when ${sessionKey} = '' then current_setting('mattstock.session_key', true) else ${sessionKey} end, false),",
    tests: ['tests/api/connections.test.ts'],
  },
  {
    fault: 'F6',
    name: 'a commit that rolled back passes for one',
    file: 'server/platform/database/transaction.ts',
    find: "if (command !== 'COMMIT') throw new Error(`the transaction ended in ${command}`);",
    replacement: "if (command === 'never') throw new Error(`the transaction ended in ${command}`);",
    tests: ['tests/api/connections.test.ts'],
  },
  {
    fault: 'F41',
    name: 'a claim is written down once it is done',
    file: 'server/features/firms/claim-firm.ts',
    find: `    if (!claim.isRepeated) {
      await recordAudit(tx, { action: 'firm-claimed', objectKind: 'firm', objectId: claim.firmId });
    }
    return claim;
  });`,
    replacement: `    return claim;
  }).then(async (claim) => {
    const { firmId: objectId } = claim;
    if (!claim.isRepeated) {
      await inTransaction(context.database, access, (tx) =>
        recordAudit(tx, { action: 'firm-claimed', objectKind: 'firm', objectId }),
      );
    }
    return claim;
  });`,
    tests: failing,
  },
  {
    fault: 'F41',
    name: 'a consent is told of whether it is given or not',
    file: 'server/features/firms/give-consent.ts',
    find: "      await tellOfConsent(context, tx, 'consent-given', { ...consent, receiverCode: receiver, receiverName });\n",
    replacement: `      await inFirm(context, access, { firmId, action: 'give-consent' }, (apart) =>
        tellOfConsent(context, apart, 'consent-given', { ...consent, receiverCode: receiver, receiverName }),
      );
`,
    tests: failing,
  },
  {
    fault: 'F41',
    name: 'a code is asked for and its mail written one after the other',
    file: 'server/features/sign-in/request-code.ts',
    find: "    await insertMail(tx, {\n      mailId: context.identifiers.newId(),\n      kind: 'sign-in-code',",
    replacement:
      "  });\n  await inTransaction(context.database, { surface: 'identity' }, async (tx) => {\n    await insertMail(tx, {\n      mailId: context.identifiers.newId(),\n      kind: 'sign-in-code',",
    tests: failing,
  },
  {
    fault: 'F41',
    name: 'the mail of an invitation is written whether the invitation is or not',
    file: 'server/features/firms/invite-to-firm.ts',
    find: '    await tellInvited(context, tx, account, invitation);\n',
    replacement:
      "    await inFirm(context, access, { firmId, action: 'manage-members' }, (apart) =>\n      tellInvited(context, apart, account, invitation),\n    );\n",
    tests: failing,
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
];

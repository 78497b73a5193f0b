import type { Mutant } from './mutant.ts';

const chain = ['tests/migrations/audit-log.test.ts', 'tests/api/audit-chain.test.ts'];

/** Of the audit log, retention and erasure. */
export const auditMutants: readonly Mutant[] = [
  {
    fault: 'F29',
    name: 'an event is hashed without its predecessor',
    file: 'migrations/0012-create-audit-log.sql',
    find: 'sha256(predecessor || convert_to(',
    replacement: 'sha256(convert_to(',
    tests: chain,
  },
  {
    fault: 'F29',
    name: 'a changed event is not noticed',
    file: 'server/platform/audit/verify-chain.ts',
    find: "if (!computed.equals(event.eventSha256)) return { sequence: event.sequence, kind: 'altered' };",
    replacement: '',
    tests: chain,
  },
  {
    fault: 'F29',
    name: 'a cut-off tail is not noticed',
    file: 'server/platform/audit/verify-chain.ts',
    find: "fault: isCutOff ? { sequence: last.sequence + 1, kind: 'cut-off' } : null",
    replacement: "fault: isCutOff && last.sequence < 0 ? { sequence: last.sequence + 1, kind: 'cut-off' } : null",
    tests: chain,
  },
  {
    fault: 'F29',
    name: 'a log that was written anew passes for the old one',
    file: 'server/platform/audit/verify-chain.ts',
    find: 'if (!isAnchored(event, hashes)) {',
    replacement: 'if (!isAnchored(event, hashes) && anchorCount < 0) {',
    tests: chain,
  },
  {
    fault: 'F29',
    name: 'writers do not wait for each other',
    file: 'migrations/0012-create-audit-log.sql',
    find: '  perform pg_advisory_xact_lock(72418002);\n',
    replacement: '',
    tests: chain,
  },
  {
    fault: 'F30',
    name: 'what cannot be recorded happens all the same',
    file: 'server/platform/audit/repository.ts',
    find: '      ${JSON.stringify(event.detail ?? {})}, ${event.actorPersonId ?? null})`,\n  );',
    replacement:
      "      ${JSON.stringify(event.detail ?? {})}, ${event.actorPersonId ?? null})`,\n  ).catch(() => tx.query('rollback').then(() => tx.query('begin')));",
    tests: ['tests/api/audit-failing.test.ts'],
  },
  {
    fault: 'F29',
    name: 'the application may change the log',
    file: 'migrations/0012-create-audit-log.sql',
    find: 'grant select on audit_events to mattstock_coordination, mattstock_identity, mattstock_worker;',
    replacement:
      'grant select, update, delete on audit_events to mattstock_coordination, mattstock_identity, mattstock_worker;',
    tests: [...chain, 'tests/migrations/catalogue.test.ts'],
  },
  {
    fault: 'F27',
    name: 'the first erasure of the ledger is not carried out again',
    file: 'server/features/erasure/replay-erasures.ts',
    find: 'for (const entry of entries) {',
    replacement: 'for (const entry of entries.slice(1)) {',
    tests: ['tests/api/erasure-ledger.test.ts'],
  },
];

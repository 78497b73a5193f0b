import type { Mutant } from './mutant.ts';

const tenants = ['tests/api/cross-tenant.test.ts'];
const catalogue = ['tests/migrations/catalogue.test.ts'];

/** Of isolation between tenants, of roles, and of what a role may see and change. */
export const tenantMutants: readonly Mutant[] = [
  {
    fault: 'T10',
    name: 'a member sees every firm',
    file: 'migrations/0010-create-organisations.sql',
    find: "    select coalesce(array_agg(firm_id), '{}') from memberships\n    where person_id = current_person_id() and ended_at is null and firm_id is not null",
    replacement:
      "    select coalesce(array_agg(firm_id), '{}') from memberships\n    where ended_at is null and firm_id is not null",
    tests: ['tests/api/connections.test.ts'],
  },
  {
    fault: 'T10',
    name: "a manager manages every provider's people",
    file: 'migrations/0010-create-organisations.sql',
    find: '    where m.person_id = current_person_id() and m.ended_at is null and m.role = any (roles) and o.closed_at is null',
    replacement: '    where m.ended_at is null and m.role = any (roles) and o.closed_at is null',
    tests: tenants,
  },
  {
    fault: 'T10',
    name: 'the owner of one firm opens the responses of another',
    file: 'migrations/0013-claim-firms.sql',
    find: 'join memberships m on m.firm_id = r.firm_id and m.person_id = person and m.ended_at is null',
    replacement: 'join memberships m on m.person_id = person and m.ended_at is null',
    tests: tenants,
  },
  {
    fault: 'T10',
    name: 'a table of firms is left without a wall',
    file: 'migrations/0014-create-consents.sql',
    find: 'alter table access_events force row level security;\n',
    replacement: '',
    tests: catalogue,
  },
  {
    fault: 'F33',
    name: 'two browsers both become the owner',
    file: 'migrations/0013-claim-firms.sql',
    find: '  if exists (select 1 from memberships where firm_id = claimed) then\n    return null;\n  end if;\n',
    replacement: '',
    tests: ['tests/api/claiming.test.ts'],
  },
  {
    fault: 'F33',
    name: 'the links of a firm outlive its claim',
    file: 'migrations/0013-claim-firms.sql',
    find: 'update access_keys set revoked_at = claimed_at where firm_id = claimed and revoked_at is null;',
    replacement: '',
    tests: ['tests/api/claiming.test.ts'],
  },
  {
    fault: 'T19',
    name: 'what the table does not know is allowed',
    file: 'shared/domain/access/permissions.ts',
    find: '    : undefined;\n}',
    replacement: "    : 'all';\n}",
    tests: ['tests/shared/access/permissions.test.ts'],
  },
  {
    fault: 'T21',
    name: 'what takes a proof given a moment ago is done without',
    file: 'server/platform/http/register-endpoint.ts',
    find: "  if (isFreshSignInRequired === true && !account.isFresh) throw new DomainError('verification-required');\n",
    replacement: '',
    tests: ['tests/api/second-factor.test.ts', 'tests/api/second-factor-authenticator.test.ts'],
  },
  {
    fault: 'T21',
    name: 'what is refused halfway is committed all the same',
    file: 'server/platform/database/transaction.ts',
    find: "return client.query('rollback').then(",
    replacement: "return client.query('commit').then(",
    tests: ['tests/api/firms-members.test.ts'],
  },
  {
    fault: 'T11',
    name: 'an advisor may change the firms that let the provider in',
    file: 'shared/domain/access/permissions.ts',
    find: 'const ofAdvisor: Permissions = {',
    replacement: "const ofAdvisor: Permissions = { 'change-firm': 'consenting',",
    tests: ['tests/shared/access/permissions.test.ts'],
  },
  {
    fault: 'T11',
    name: 'an advisor may read more of a response than its result',
    file: 'migrations/0014-create-consents.sql',
    find: 'grant select on assessments, submissions, scores,',
    replacement: 'grant select on assessments, answers, submissions, scores,',
    tests: ['tests/migrations/consent-policies.test.ts'],
  },
  {
    fault: 'T11',
    name: 'an owner may make owners of others by a change of role',
    file: 'migrations/0010-create-organisations.sql',
    find: 'grant select, update (ended_at, ended_by) on memberships to mattstock_member;',
    replacement: 'grant select, update (ended_at, ended_by, role) on memberships to mattstock_member;',
    tests: ['tests/migrations/access-rules.test.ts'],
  },
  {
    fault: 'T11',
    name: 'an administrator may read the addresses in the outbox',
    file: 'migrations/0011-create-outbox.sql',
    find: 'grant select (mail_id, kind, recipient_hint,',
    replacement: 'grant select (mail_id, kind, recipient, recipient_hint,',
    tests: ['tests/api/coordination-outbox.test.ts'],
  },
];

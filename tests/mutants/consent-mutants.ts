import type { Mutant } from './mutant.ts';

const policies = ['tests/migrations/consent-policies.test.ts'];
const tenants = ['tests/api/cross-tenant.test.ts'];

/** Of consent, and of reading under it. */
export const consentMutants: readonly Mutant[] = [
  {
    fault: 'F18',
    name: 'a consent that was withdrawn still opens the firm',
    file: 'migrations/0014-create-consents.sql',
    find: '      and e.person_id = current_person_id() and c.withdrawn_at is null\n',
    replacement: '      and e.person_id = current_person_id()\n',
    tests: policies,
  },
  {
    fault: 'F18',
    name: 'a firm is looked at without a consent that stands',
    file: 'migrations/0034-close-gaps.sql',
    find: 'where c.firm_id = looked_at and c.purpose = looked_for and c.withdrawn_at is null',
    replacement: 'where c.firm_id = looked_at and c.purpose = looked_for',
    tests: [...policies, 'tests/api/advising.test.ts'],
  },
  {
    fault: 'F18',
    name: 'consent for one purpose does for another',
    file: 'migrations/0034-close-gaps.sql',
    find: 'where c.firm_id = looked_at and c.purpose = looked_for and c.withdrawn_at is null',
    replacement: 'where c.firm_id = looked_at and c.withdrawn_at is null',
    tests: [...policies, 'tests/api/advising.test.ts'],
  },
  {
    fault: 'F18',
    name: 'consent for one provider does for another',
    file: 'migrations/0034-close-gaps.sql',
    find: "join organisations o on o.kind = 'provider' and o.code = c.provider_code\n  where c.firm_id = looked_at and c.purpose = looked_for",
    replacement:
      "join organisations o on o.kind = 'provider'\n  where c.firm_id = looked_at and c.purpose = looked_for",
    tests: [...policies, ...tenants],
  },
  {
    fault: 'F18',
    name: 'one look opens the firm for good, and what is read later leaves no trace',
    file: 'migrations/0014-create-consents.sql',
    find: 'where e.transaction_id = pg_current_xact_id() and e.occurred_at = now() and e.what = looked_for',
    replacement: 'where e.what = looked_for',
    tests: policies,
  },
  {
    fault: 'F18',
    name: 'a withdrawn consent can be brought back',
    file: 'migrations/0014-create-consents.sql',
    find: 'or (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at)',
    replacement: '',
    tests: policies,
  },
];

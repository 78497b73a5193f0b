import { accessMutants } from './access-mutants.ts';
import { auditMutants } from './audit-mutants.ts';
import { identityMutants } from './identity-mutants.ts';
import type { Mutant } from './mutant.ts';
import { platformMutants } from './platform-mutants.ts';
import { rightsMutants } from './rights-mutants.ts';

export const mutants: readonly Mutant[] = [
  ...identityMutants,
  ...rightsMutants,
  ...accessMutants,
  ...platformMutants,
  ...auditMutants,
];

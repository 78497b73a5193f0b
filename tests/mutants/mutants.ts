import { answerMutants } from './answer-mutants.ts';
import { auditMutants } from './audit-mutants.ts';
import { consentMutants } from './consent-mutants.ts';
import { contentMutants } from './content-mutants.ts';
import { databaseMutants } from './database-mutants.ts';
import { edgeMutants } from './edge-mutants.ts';
import { factorMutants } from './factor-mutants.ts';
import { mailMutants } from './mail-mutants.ts';
import type { Mutant } from './mutant.ts';
import { replyMutants } from './reply-mutants.ts';
import { sessionMutants } from './session-mutants.ts';
import { signInMutants } from './sign-in-mutants.ts';
import { tenantMutants } from './tenant-mutants.ts';

export const mutants: readonly Mutant[] = [
  ...signInMutants,
  ...sessionMutants,
  ...factorMutants,
  ...mailMutants,
  ...consentMutants,
  ...tenantMutants,
  ...edgeMutants,
  ...contentMutants,
  ...answerMutants,
  ...replyMutants,
  ...databaseMutants,
  ...auditMutants,
];

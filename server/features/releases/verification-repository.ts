import SQL from '@nearform/sql';
import * as z from 'zod';
import { type VerificationStatus, verificationStatuses } from '#shared/domain/benchmark/verification.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { many, maybeOne, one } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { silentSeconds } from './repository.ts';

const rowSchema = z.object({
  verificationId: z.uuid(),
  organisationId: z.uuid(),
  organisationName: localisedTextSchema,
  status: z.enum(verificationStatuses),
  step: z.int(),
  steps: z.int(),
  isInterrupted: z.boolean(),
  program: z.string().nullable(),
  createdAt: z.date(),
  endedAt: z.date().nullable(),
});
export type VerificationRow = z.infer<typeof rowSchema>;

const progressColumns = SQL`verification_id as "verificationId", step, steps,
  status = 'running' and heartbeat_at < now() - make_interval(secs => ${silentSeconds}) as "isInterrupted"`;

/** The newest first. */
export async function listVerifications(tx: Transaction, releaseId: string): Promise<VerificationRow[]> {
  return many(
    tx,
    rowSchema,
    SQL`select ${progressColumns}, organisation_id as "organisationId", organisation_name as "organisationName", status,
        program, created_at as "createdAt", ended_at as "endedAt"
      from release_verifications where release_id = ${releaseId} order by created_at desc, heartbeat_at desc`,
  );
}

const progressSchema = rowSchema.pick({ verificationId: true, step: true, steps: true, isInterrupted: true });

/** The one that is being built at this moment: never two of one release. */
export async function findRunningVerification(
  tx: Transaction,
  releaseId: string,
): Promise<z.infer<typeof progressSchema> | undefined> {
  return maybeOne(
    tx,
    progressSchema,
    SQL`select ${progressColumns} from release_verifications where release_id = ${releaseId} and status = 'running'`,
  );
}

const publishedSchema = z.object({
  organisationName: localisedTextSchema,
  isSame: z.boolean(),
  program: z.string(),
  endedAt: z.date(),
});

/** What everybody may read, the newest first. */
export async function listPublishedVerifications(tx: Transaction, releaseId: string) {
  return many(
    tx,
    publishedSchema,
    SQL`select organisation_name as "organisationName", status = 'same' as "isSame", program, ended_at as "endedAt"
      from release_verifications where release_id = ${releaseId} and status in ('same', 'different')
      order by ended_at desc`,
  );
}

const foundSchema = z.object({ found: z.boolean() });

export type NewVerification = {
  readonly verificationId: string;
  readonly releaseId: string;
  readonly organisationId: string;
  readonly steps: number;
  readonly createdAt: Date;
};

/** False when the release is being built again already. */
export async function insertVerification(tx: Transaction, verification: NewVerification): Promise<boolean> {
  const { verificationId, releaseId, organisationId, steps, createdAt } = verification;
  const query = SQL`select begin_release_verification(${verificationId}, ${releaseId}, ${organisationId}, ${steps},
    ${createdAt}) as found`;
  return (await one(tx, foundSchema, query)).found;
}

export async function cancelVerificationRow(tx: Transaction, verificationId: string, now: Date): Promise<boolean> {
  return (await one(tx, foundSchema, SQL`select cancel_release_verification(${verificationId}, ${now}) as found`))
    .found;
}

/** Whether all that the release counted may be counted still. */
export async function inputsRemain(tx: Transaction, releaseId: string): Promise<boolean> {
  return (await one(tx, foundSchema, SQL`select release_inputs_remain(${releaseId}) as found`)).found;
}

/** False when nobody waits for it any more. */
export async function noteVerification(tx: Transaction, verificationId: string, step: number): Promise<boolean> {
  return (await one(tx, foundSchema, SQL`select note_release_verification(${verificationId}, ${step}) as found`)).found;
}

export type Outcome = {
  readonly status: Exclude<VerificationStatus, 'running' | 'cancelled'>;
  /** By which program it was built, where something came of it. */
  readonly program: string | null;
};

export async function settleVerification(
  tx: Transaction,
  verificationId: string,
  { status, program, now }: Outcome & { readonly now: Date },
): Promise<void> {
  await one(
    tx,
    foundSchema,
    SQL`select settle_release_verification(${verificationId}, ${status}, ${program}, ${now}) as found`,
  );
}

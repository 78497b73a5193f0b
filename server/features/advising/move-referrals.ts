import { checkSaying } from '#shared/domain/referral/move-words.ts';
import { moveReferral, type ProviderMove } from '#shared/domain/referral/referral-states.ts';
import { nameOf } from '#shared/domain/routing/name-of.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { type Acted, actOnReferrals, type ResultBody, type SeenReferral } from './act-on-referrals.ts';
import { listAdvisors } from './list-advisors.ts';
import { findContact, type HandledRow, listOpenProviders } from './referral-repository.ts';
import { writeMove } from './write-move.ts';

export type MoveInput = {
  readonly organisationId: string;
  readonly referrals: readonly SeenReferral[];
  readonly move: ProviderMove;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  readonly outcome?: string | undefined;
  readonly receiver?: string | undefined;
};

/** Moves each referral on by the rules of its life cycle, writes it into the history, and tells the firm by mail. */
export async function moveReferrals(context: Context, access: AccessContext, input: MoveInput): Promise<ResultBody[]> {
  await listAdvisors(context, access, input.organisationId);
  await refuseFaultySaying(context, access, input);
  const results = await actOnReferrals(context, access, input, (tx, row) => moveOne(context, tx, row, input));
  context.wakeWorker();
  return results;
}

async function refuseFaultySaying(context: Context, access: AccessContext, input: MoveInput): Promise<void> {
  const providers = await inTransaction(context.database, access, listOpenProviders);
  const faults = checkSaying(
    input,
    providers.map(({ code }) => code),
  );
  if (faults.length === 0) return;
  throw new DomainError('invalid-request', {
    fields: faults.map(({ field, code }) => ({ path: `body/${field}`, code })),
  });
}

async function moveOne(context: Context, tx: Transaction, row: HandledRow, input: MoveInput): Promise<Acted> {
  const { organisationId, move, reason, note, outcome, receiver } = input;
  const status = moveReferral(row.status, move, 'provider');
  if (status === undefined || receiver === row.providerCode) return 'not-possible-now';
  const now = context.clock.now();
  await writeMove(tx, row, { status, move, organisationId, now, reason, note, outcome, receiver });
  await tellFirm(context, tx, row, input);
  return { status };
}

async function tellFirm(context: Context, tx: Transaction, row: HandledRow, { move, note }: MoveInput): Promise<void> {
  const contact = await findContact(tx, row.referralId);
  if (contact === undefined) return;
  const version = await context.published.findCatalogue(row.catalogueVersionId, tx);
  if (version === undefined) throw new DomainError('internal-error');
  const packageName = nameOf(version.catalogue.packages, row.packageCode);
  const providerName = nameOf(version.catalogue.providers, row.providerCode);
  await insertMail(tx, {
    mailId: context.identifiers.newId(),
    kind: 'referral-moved',
    recipient: contact.email,
    language: contact.language,
    facts: {
      move,
      packageSv: packageName.sv,
      packageEn: packageName.en,
      providerSv: providerName.sv,
      providerEn: providerName.en,
      note: note ?? '',
    },
    dedupeKey: `referral-moved:${row.referralId}:${row.revision}`,
    createdAt: context.clock.now(),
  });
}

import { recordAudit } from '../../platform/audit/repository.ts';
import { listRoundsBefore } from '../../platform/change/round-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { takeTurnAtFirm } from '../../platform/database/turn-repository.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { sha256 } from '../../platform/identifier.ts';
import type { Account } from '../../platform/identity/account.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { getShareable } from './access.ts';
import { type ChosenParts, chooseParts } from './choose-parts.ts';
import { canMail, describeLinks, type ResultLinksBody } from './describe-links.ts';
import { daysFrom, endOfLink, mostActive, mostADay, mostADayToAddress } from './limits.ts';
import { readSharing } from './list-result-links.ts';
import type { PreviewInput } from './preview-result-link.ts';
import type { NewLink, SubmittedRow } from './repository.ts';
import { countLinks, insertLink } from './repository.ts';

export type CreateInput = PreviewInput & {
  recipientEmail?: string | undefined;
  sendsMail: boolean;
  account: Account | undefined;
  origin: string;
};

/** Makes a link; its secret leaves the server here and is kept nowhere. */
export async function createResultLink(
  context: Context,
  access: AccessContext,
  input: CreateInput,
): Promise<{ url: string; links: ResultLinksBody }> {
  const key = context.identifiers.newSecret();
  const read = await inTransaction(context.database, access, async (tx) => ({
    submitted: await getShareable(tx, input.responseId),
    earlier: await listRoundsBefore(tx),
  }));
  refuseMail(input, read.submitted);
  const chosen = await chooseParts(context, read, input.choice);
  const sharing = await inTransaction(context.database, access, async (tx) => {
    // Read again: the right to speak for the firm may have ended meanwhile.
    const submitted = await getShareable(tx, input.responseId);
    // Each counts those before.
    await takeTurnAtFirm(tx, submitted.firmId);
    const link = composeLink(context, input, { submitted, chosen, key });
    await insertLink(tx, link);
    await refuseTooMany(tx, link, input);
    await tell(context, tx, link, { ...input, firmName: submitted.firmName });
    return readSharing(tx, input.responseId);
  });
  context.wakeWorker();
  return {
    url: `${input.origin}/shared-result?lang=${input.choice.language}#key=${key}`,
    links: await describeLinks(context, sharing, input.account),
  };
}

const fault = (path: string, code: string) => new DomainError('invalid-request', { fields: [{ path, code }] });

function refuseMail({ sendsMail, recipientEmail, account }: CreateInput, submitted: SubmittedRow): void {
  if (!sendsMail) return;
  if (recipientEmail === undefined) throw fault('body/recipientEmail', 'missing');
  if (!canMail(submitted, account)) throw fault('body/sendsMail', 'not-claimed');
}

function composeLink(
  context: Context,
  input: CreateInput,
  { submitted, chosen, key }: { submitted: SubmittedRow; chosen: ChosenParts; key: string },
): NewLink {
  const createdAt = context.clock.now();
  return {
    ...chosen,
    resultLinkId: context.identifiers.newId(),
    firmId: submitted.firmId,
    submissionId: submitted.submissionId,
    submittedAt: submitted.submittedAt,
    recipientName: input.recipientName,
    recipientEmail: input.recipientEmail ?? null,
    note: input.note ?? null,
    language: input.choice.language,
    keySha256: sha256(key),
    createdAt,
    expiresAt: endOfLink(createdAt, input.days, submitted.keysEnd),
  };
}

/** Counted with the new one. */
async function refuseTooMany(tx: Transaction, link: NewLink, { sendsMail }: CreateInput): Promise<void> {
  const { firmId, recipientEmail: email, createdAt: now } = link;
  const counts = await countLinks(tx, { firmId, email }, { now, since: daysFrom(now, -1) });
  if (counts.active > mostActive) throw new DomainError('too-many-result-links');
  const isTooOften = counts.made > mostADay || (sendsMail && counts.mailedTo > mostADayToAddress);
  if (isTooOften) throw new DomainError('too-many-requests');
}

/** The mail gets a key of its own when it is sent, so that the outbox never holds one. */
async function tell(
  context: Context,
  tx: Transaction,
  link: NewLink,
  { sendsMail, firmName }: Pick<CreateInput, 'sendsMail'> & { firmName: string | null },
): Promise<void> {
  const { resultLinkId, firmId, recipientEmail, recipientName, createdAt } = link;
  await recordAudit(tx, {
    action: 'result-link-made',
    objectKind: 'result-link',
    objectId: resultLinkId,
    detail: { firmId, parts: link.parts.join(','), showsFirmName: link.showsFirmName, isMailed: sendsMail },
  });
  if (!sendsMail || recipientEmail === null) return;
  await insertMail(tx, {
    mailId: context.identifiers.newId(),
    kind: 'result-shared',
    recipient: recipientEmail,
    language: link.language,
    facts: {
      recipientName,
      sharedBy: link.showsFirmName ? (firmName ?? '') : '',
      lastDay: swedishDate(link.expiresAt),
      resultLinkId,
    },
    dedupeKey: `result-shared:${resultLinkId}`,
    createdAt,
  });
}

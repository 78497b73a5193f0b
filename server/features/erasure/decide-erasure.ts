import { basesOf, type ErasureBasis, type ErasureDecision } from '#shared/domain/erasure/erasure.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { asAdministrator } from './access.ts';
import { type CaseRow, findCaseRow, listRecipients, updateRequestToDecided } from './case-repository.ts';
import { type CaseBody, describeCases } from './list-erasure-cases.ts';
import { refuseOwn } from './refuse-own.ts';

type Decision = {
  readonly erasureRequestId: string;
  readonly decision: ErasureDecision;
  readonly basis: ErasureBasis;
  readonly text: string;
};

/** Decides on somebody else's request, once, and tells those it concerns. Nothing is erased yet. */
export async function decideErasure(context: Context, access: AccessContext, input: Decision): Promise<CaseBody[]> {
  if (!basesOf(input.decision).includes(input.basis)) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/basis', code: 'basis-does-not-fit' }] });
  }
  const cases = await asAdministrator(context, access, async (tx, decidedBy) => {
    const decidedAt = context.clock.now();
    const request = await findCaseRow(tx, input.erasureRequestId);
    if (request === undefined) throw new DomainError('not-found');
    refuseOwn(request);
    if (!(await updateRequestToDecided(tx, { ...input, decidedBy, decidedAt }))) {
      throw new DomainError('already-decided');
    }
    await tellOfDecision(context, tx, request, input);
    return describeCases(tx, decidedAt);
  });
  context.wakeWorker();
  return cases;
}

async function tellOfDecision(context: Context, tx: Transaction, { scope }: CaseRow, input: Decision): Promise<void> {
  const { erasureRequestId, decision, basis, text } = input;
  await recordAudit(tx, {
    action: 'erasure-decided',
    objectKind: 'erasure-request',
    objectId: erasureRequestId,
    detail: { scope, decision, basis },
  });
  for (const { personId, email, language } of await listRecipients(tx, erasureRequestId, 'decision')) {
    await insertMail(tx, {
      mailId: context.identifiers.newId(),
      kind: 'erasure-decided',
      recipient: email,
      language,
      facts: { scope, decision, basis, decisionText: text },
      // What carrying it out waits for.
      dedupeKey: `erasure-decided:${erasureRequestId}:${personId}`,
      createdAt: context.clock.now(),
    });
  }
}

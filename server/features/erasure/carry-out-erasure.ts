import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asAdministrator } from './access.ts';
import { type CaseRow, carryOut, findCaseRow, listRecipients } from './case-repository.ts';
import { appendToLedger } from './ledger-file.ts';
import { type CaseBody, describeCases } from './list-erasure-cases.ts';
import { refuseOwn } from './refuse-own.ts';
import { tellOfErasure } from './tell-of-erasure.ts';

/**
 * Erases what was decided. Noted outside the database before it takes effect there: should that fail after all, the
 * ledger holds one that was decided and is still to be done. Doing it again changes nothing.
 */
export async function carryOutErasure(
  context: Context,
  access: AccessContext,
  erasureRequestId: string,
): Promise<CaseBody[]> {
  const cases = await asAdministrator(context, access, async (tx) => {
    const at = context.clock.now();
    const request = await findCaseRow(tx, erasureRequestId);
    if (request === undefined) throw new DomainError('not-found');
    refuseOwn(request);
    const recipients = await listRecipients(tx, erasureRequestId, 'erasure');
    const outcome = await carryOut(tx, erasureRequestId, at);
    if (outcome === 'carried-out-before') return describeCases(tx, at);
    if (outcome === 'own-request') throw new DomainError('not-found');
    if (outcome !== 'carried-out') throw new DomainError(outcome);
    await tellOfErasure(context, tx, request, recipients);
    const { scope, decision } = request;
    await recordAudit(tx, {
      action: 'erasure-carried-out',
      objectKind: 'erasure-request',
      objectId: erasureRequestId,
      detail: { scope, decision, [scope === 'firm' ? 'firmId' : 'personId']: subjectIdOf(request) },
    });
    const described = await describeCases(tx, at);
    await noteInLedger(context, request, at);
    return described;
  });
  context.wakeWorker();
  return cases;
}

const subjectIdOf = ({ scope, firmId, personId }: CaseRow): string | null => (scope === 'firm' ? firmId : personId);

async function noteInLedger({ config }: Context, request: CaseRow, at: Date): Promise<void> {
  const { erasureRequestId, scope, decision, basis } = request;
  const subjectId = subjectIdOf(request);
  // The firm has gone by itself since: there is nothing to do again either.
  if (subjectId === null || decision === null || decision === 'refused' || basis === null) return;
  const entry = { erasureRequestId, scope, subjectId, decision, basis, at: at.toISOString() };
  await appendToLedger(config.erasureLedgerFile, entry).catch((cause: unknown) => {
    throw new DomainError('service-unavailable', { cause });
  });
}

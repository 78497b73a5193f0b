import { checkOrganisationNumber } from '#shared/domain/firm/organisation-number.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { inFirm } from './access.ts';
import type { FirmBody } from './describe-firm.ts';
import { describeFirm } from './describe-firm.ts';
import { getFirmRow, lockFirm, updateFirm } from './firm-repository.ts';

export type FirmChange = { firmId: string; name: string; organisationNumber: string | null };

/** Changes what the firm is called and its number. What is as it was is no change. */
export async function changeFirm(context: Context, access: AccessContext, input: FirmChange): Promise<FirmBody> {
  const { firmId, name } = input;
  const organisationNumber = readOrganisationNumber(input.organisationNumber);
  return inFirm(context, access, { firmId, action: 'change-firm' }, async (tx, role) => {
    await lockFirm(tx, firmId);
    const before = await getFirmRow(tx, firmId);
    const detail = {
      isNameChanged: before.name !== name,
      isNumberChanged: before.organisationNumber !== organisationNumber,
    };
    if (detail.isNameChanged || detail.isNumberChanged) {
      await updateFirm(tx, { firmId, name, organisationNumber });
      await recordAudit(tx, { action: 'firm-changed', objectKind: 'firm', objectId: firmId, detail });
    }
    return describeFirm(tx, firmId, { role, now: context.clock.now() });
  });
}

/** Ten digits, or nothing; one that fails its check digit or belongs to a person is refused. */
function readOrganisationNumber(text: string | null): string | null {
  if (text === null) return null;
  const checked = checkOrganisationNumber(text);
  if (checked.ok) return checked.organisationNumber;
  throw new DomainError('invalid-request', { fields: [{ path: 'body/organisationNumber', code: checked.code }] });
}

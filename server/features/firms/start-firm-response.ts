import { checkFirmProfile } from '#shared/domain/firm/check-firm-profile.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { settleFirmProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { inFirm } from './access.ts';
import { insertMemberResponse } from './firm-repository.ts';

export type FirmResponseInput = { firmId: string; formCode: string; language: Language; profile: FirmProfile };

/** Opens a further response of the firm on the newest version, for the person to answer. Gives its id. */
export async function startFirmResponse(
  context: Context,
  access: AccessContext,
  { firmId, formCode, language, profile }: FirmResponseInput,
): Promise<string> {
  const { instrumentVersionId, definition } = await context.published.currentInstrumentVersion();
  if (!definition.structure.forms.some((form) => form.code === formCode)) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/formCode', code: 'unknown-form' }] });
  }
  refuseContradiction(profile);
  return inFirm(context, access, { firmId, action: 'answer' }, async (tx) => {
    const responseId = context.identifiers.newId();
    const isOpened = await insertMemberResponse(tx, {
      firmId,
      responseId,
      assessmentId: context.identifiers.newId(),
      instrumentVersionId,
      formCode,
      language,
      profile: settleFirmProfile(profile),
      startedAt: context.clock.now(),
    });
    if (!isOpened) throw new DomainError('not-found');
    return responseId;
  });
}

function refuseContradiction(profile: FirmProfile): void {
  const issues = checkFirmProfile(profile);
  if (issues.length === 0) return;
  throw new DomainError('invalid-request', {
    fields: issues.map(({ field, code }) => ({ path: `body/profile/${field}`, code })),
  });
}

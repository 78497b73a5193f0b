import { checkFirmProfile } from '#shared/domain/firm/check-firm-profile.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { settleFirmProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { inFirm } from './access.ts';
import { findUnfinished, getNewestProfile, insertMemberResponse } from './firm-repository.ts';

export type FirmResponseInput = { firmId: string; formCode: string; language: Language; profile: FirmProfile };

/** Where `unlessBegun` is true, what the person has begun in the form and not submitted is given instead. */
export type FirmStartInput = FirmResponseInput & { unlessBegun?: boolean | undefined };

/** Opens a further response of the firm on the newest version, for the person to answer. */
export async function startFirmResponse(
  context: Context,
  access: AccessContext,
  { firmId, formCode, language, profile, unlessBegun = false }: FirmStartInput,
): Promise<{ responseId: string; isBegunBefore: boolean }> {
  const { instrumentVersionId, definition } = await context.published.currentInstrumentVersion();
  if (!definition.structure.forms.some((form) => form.code === formCode)) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/formCode', code: 'unknown-form' }] });
  }
  refuseContradiction(profile);
  return inFirm(context, access, { firmId, action: 'answer' }, async (tx) => {
    const begun = unlessBegun ? await findUnfinished(tx, { firmId, formCode }) : undefined;
    if (begun !== undefined) return { responseId: begun, isBegunBefore: true };
    const round = { firmId, formCode, language, instrumentVersionId, profile: settleFirmProfile(profile) };
    return { responseId: await open(context, tx, round), isBegunBefore: false };
  });
}

export type FirmRound = Omit<FirmResponseInput, 'profile'> & { readonly instrumentVersionId: string };

/**
 * The same in a version that is told, with what the firm last said of itself. What is done besides is done in the same
 * transaction; when it fails nothing is begun.
 */
export async function startFirmRound(
  context: Context,
  access: AccessContext,
  round: FirmRound,
  also: (tx: Transaction, responseId: string) => Promise<void>,
): Promise<string> {
  return inFirm(context, access, { firmId: round.firmId, action: 'answer' }, async (tx) => {
    const responseId = await open(context, tx, { ...round, profile: await getNewestProfile(tx, round.firmId) });
    await also(tx, responseId);
    return responseId;
  });
}

async function open(context: Context, tx: Transaction, round: FirmRound & { profile: FirmProfile }): Promise<string> {
  const responseId = context.identifiers.newId();
  const isOpened = await insertMemberResponse(tx, {
    ...round,
    responseId,
    assessmentId: context.identifiers.newId(),
    startedAt: context.clock.now(),
  });
  if (!isOpened) throw new DomainError('not-found');
  return responseId;
}

function refuseContradiction(profile: FirmProfile): void {
  const issues = checkFirmProfile(profile);
  if (issues.length === 0) return;
  throw new DomainError('invalid-request', {
    fields: issues.map(({ field, code }) => ({ path: `body/profile/${field}`, code })),
  });
}

import type * as z from 'zod/mini';
import type { respondentInvitationSchema } from '#shared/contracts/respondents.ts';
import { countScoredItems } from '#shared/domain/instrument/index-structure.ts';
import type { Language } from '#shared/domain/language.ts';
import { limitToPart, proposedPart } from '#shared/domain/respondents/part.ts';
import { type RespondentRole, respondentRoles } from '#shared/domain/respondents/respondent-role.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction, nobody, type Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { sha256 } from '../../platform/identifier.ts';
import { periodAfter } from '../../platform/period.ts';
import { readStructure } from './describe-respondents.ts';
import { answering } from './limits.ts';
import { findPreview, openRespondentResponse, type PreviewRow } from './opening-repository.ts';

type InvitationBody = z.input<typeof respondentInvitationSchema>;

async function getPreview(tx: Transaction, key: string): Promise<PreviewRow> {
  const preview = await findPreview(tx, sha256(key));
  if (preview === undefined) throw new DomainError('not-found');
  if (preview.wasOpened) throw new DomainError('invitation-opened');
  return preview;
}

/** Which firm asks, and what, before anything is opened. */
export async function previewInvitation(context: Context, key: string): Promise<InvitationBody> {
  return inTransaction(context.database, nobody, async (tx) => {
    const { part, wasOpened: _known, ...preview } = await getPreview(tx, key);
    const structure = await readStructure(context, tx, preview);
    const { formCode } = preview;
    const partOf = (role: RespondentRole) => part ?? proposedPart(structure, formCode, role);
    const roles = preview.role === null ? respondentRoles : [preview.role];
    return {
      ...preview,
      parts: roles.map((role) => ({
        role,
        part: [...partOf(role)],
        questions: countScoredItems(limitToPart(structure, formCode, partOf(role)), formCode),
      })),
    };
  });
}

export type OpenInput = {
  readonly key: string;
  readonly role?: RespondentRole | undefined;
  readonly countsAlone: boolean;
  readonly language: Language;
};
export type OpenedInvitation = { readonly responseId: string; readonly key: string; readonly keyExpiresAt: Date };

/** Gives this browser a key of its own to the respondent's answers. What was mailed stays good for the next device. */
export async function openInvitation(
  context: Context,
  { key, role, countsAlone, language }: OpenInput,
): Promise<OpenedInvitation> {
  const accessKey = context.identifiers.newSecret();
  const openedAt = context.clock.now();
  const keyExpiresAt = periodAfter(openedAt, answering);
  return inTransaction(context.database, nobody, async (tx) => {
    const preview = await getPreview(tx, key);
    if (preview.kind === 'link' && role === undefined) {
      throw new DomainError('invalid-request', { fields: [{ path: 'body/role', code: 'missing' }] });
    }
    const structure = await readStructure(context, tx, preview);
    const { outcome, responseId, respondentId, firmId } = await openRespondentResponse(tx, {
      keySha256: sha256(key),
      role: role ?? null,
      part: role === undefined ? null : proposedPart(structure, preview.formCode, role),
      countsAlone,
      language,
      respondentId: context.identifiers.newId(),
      responseId: context.identifiers.newId(),
      accessKeyId: context.identifiers.newId(),
      accessKeySha256: sha256(accessKey),
      accessKeyExpiresAt: keyExpiresAt,
      openedAt,
    });
    if (outcome === 'opened-before') throw new DomainError('invitation-opened');
    if (outcome === 'closed') throw new DomainError('response-already-submitted');
    if (outcome === 'full') throw new DomainError('respondent-link-full');
    if (responseId === null || respondentId === null) throw new DomainError('not-found');
    await recordAudit(tx, {
      action: 'respondent-opened',
      objectKind: 'respondent',
      objectId: respondentId,
      detail: { firmId, kind: preview.kind },
    });
    return { responseId, key: accessKey, keyExpiresAt };
  });
}

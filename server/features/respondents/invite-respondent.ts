import type { Structure } from '#shared/domain/instrument/definition.ts';
import type { Language } from '#shared/domain/language.ts';
import { dimensionsOfForm, partFaults } from '#shared/domain/respondents/part.ts';
import type { RespondentRole } from '#shared/domain/respondents/respondent-role.ts';
import { mostRespondents } from '#shared/domain/respondents/together.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import { type AnsweredCampaign, findAnsweredCampaign } from '../../platform/campaign/campaign-repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext, Transaction } from '../../platform/database/transaction.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { sha256 } from '../../platform/identifier.ts';
import type { Account } from '../../platform/identity/account.ts';
import { lockLedOpen } from './access.ts';
import { canMail, describeRespondents, type RespondentsBody, readStructure } from './describe-respondents.ts';
import { invitationEnd } from './limits.ts';
import { mailInvitation, refuseTooManyMails } from './mail-invitation.ts';
import type { LedRow } from './repository.ts';
import { countStandingRespondents, insertRespondent, type NewRespondent } from './respondent-repository.ts';

export type InviteInput = {
  readonly responseId: string;
  readonly label: string;
  readonly role: RespondentRole;
  readonly part: readonly string[];
  readonly language: Language;
  readonly email?: string | undefined;
  readonly account: Account | undefined;
  readonly origin: string;
};

export type Invited = { readonly url: string | null; readonly respondents: RespondentsBody };

/** One colleague, for a part. The secret is told to whoever leads, unless it goes by mail, which gets one of its own. */
export async function inviteRespondent(context: Context, access: AccessContext, input: InviteInput): Promise<Invited> {
  const { email = null, language, account, origin } = input;
  const key = context.identifiers.newSecret();
  const respondents = await inTransaction(context.database, access, async (tx) => {
    const led = await lockLedOpen(tx, input.responseId);
    if (email !== null && !canMail(led, account)) {
      throw new DomainError('invalid-request', { fields: [{ path: 'body/email', code: 'not-claimed' }] });
    }
    const part = orderPart(await readStructure(context, tx, led), led.formCode, input.part);
    const campaign = await findAnsweredCampaign(tx);
    const respondent = composeRespondent(context, led, { ...input, part, campaign, keySha256: sha256(key) });
    await insertRespondent(tx, respondent);
    await refuseTooMany(tx, respondent);
    await recordInvitation(tx, respondent);
    if (email !== null && account !== undefined) {
      await mailInvitation(context, tx, { ...respondent, email, invitations: 1 }, { firmName: led.firmName, account });
    }
    return describeRespondents(context, tx, led, account);
  });
  context.wakeWorker();
  return { url: email === null ? invitationUrl(origin, { language, key }) : null, respondents };
}

export const invitationUrl = (origin: string, { language, key }: { language: Language; key: string }): string =>
  `${origin}/answer?lang=${language}#key=${key}`;

/** In the order of the form; refused when the form does not ask all of it. */
export function orderPart(structure: Structure, formCode: string, part: readonly string[]): readonly string[] {
  if (partFaults(structure, formCode, part).length > 0) {
    throw new DomainError('invalid-request', { fields: [{ path: 'body/part', code: 'unknown-dimension' }] });
  }
  return dimensionsOfForm(structure, formCode).filter((code) => part.includes(code));
}

function composeRespondent(
  context: Context,
  { firmId, assessmentId }: LedRow,
  input: InviteInput & { readonly campaign: AnsweredCampaign | undefined; readonly keySha256: Buffer },
): NewRespondent {
  const { label, role, part, language, email, keySha256 } = input;
  const createdAt = context.clock.now();
  return {
    respondentId: context.identifiers.newId(),
    firmId,
    assessmentId,
    label,
    role,
    part,
    language,
    email: email ?? null,
    keySha256,
    createdAt,
    expiresAt: invitationEnd(createdAt, input.campaign),
  };
}

/** Counted with the new one. */
async function refuseTooMany(
  tx: Transaction,
  { firmId, assessmentId, email, createdAt }: NewRespondent,
): Promise<void> {
  if ((await countStandingRespondents(tx, assessmentId)) > mostRespondents) {
    throw new DomainError('too-many-respondents');
  }
  if (email !== null) await refuseTooManyMails(tx, firmId, email, createdAt);
}

async function recordInvitation(tx: Transaction, { respondentId, firmId, role, email }: NewRespondent): Promise<void> {
  await recordAudit(tx, {
    action: 'respondent-invited',
    objectKind: 'respondent',
    objectId: respondentId,
    detail: { firmId, role, isMailed: email !== null },
  });
}

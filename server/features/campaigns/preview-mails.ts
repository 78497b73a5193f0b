import type { CampaignPreviews } from '#shared/contracts/campaigns.ts';
import type { Language, LocalisedText } from '#shared/domain/language.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { sha256Hex } from '../../platform/identifier.ts';
import { firmNameShown, previewMail, secretShown } from '../../platform/mail/preview-mail.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { asOrganiserOf } from './as-organiser-of.ts';
import { fixedVersionOf, type Place } from './describe-campaign.ts';
import { factsOfMail } from './mail-facts.ts';
import { findCampaign, getOrganiser } from './repository.ts';
import { minutesOf } from './version-of.ts';

const kinds = { invitation: 'campaign-invitation', reminder: 'campaign-reminder' } as const;
const testKinds = ['campaign-invitation-test', 'campaign-reminder-test'] as const;

type Previewed = {
  readonly organisationId: string;
  readonly name: LocalisedText;
  readonly message: LocalisedText;
  readonly formCode: string;
  readonly instrumentVersionId: string | null;
  readonly closesOn: string;
};

/** The mails as they go out, with a name in place of each firm's own and without what their links open. */
export async function previewCampaignMails(
  context: Context,
  access: AccessContext,
  { organisationId, formCode, instrumentVersionId, origin, ...content }: Previewed & { readonly origin: string },
): Promise<CampaignPreviews> {
  const organiser = await asOrganiserOf(context, access, organisationId, (tx) => getOrganiser(tx, organisationId));
  const minutes = await minutesOf(context, { formCode, instrumentVersionId });
  const preview = (kind: keyof typeof kinds) =>
    previewMail(context, origin, {
      kind: kinds[kind],
      factsIn: (language) =>
        factsOfMail({
          ...{ ...content, ...organiser, minutes },
          ...{ firmName: firmNameShown[language], inviteeId: '', optOutId: secretShown },
        }),
      tell: { kind: 'key', key: secretShown },
    });
  return { invitation: preview('invitation'), reminder: preview('reminder') };
}

/** Both mails to whoever asks, at any hour: as firms get them, but for saying that they are a test and for the links. */
export async function sendTestMail(
  context: Context,
  access: AccessContext,
  { language, recipient, ...place }: Place & { language: Language; recipient: string },
): Promise<{ recipient: string }> {
  const { campaign, organiser } = await asOrganiserOf(context, access, place.organisationId, async (tx) => {
    const found = await findCampaign(tx, place);
    if (found === undefined) throw new DomainError('not-found');
    return { campaign: found, organiser: await getOrganiser(tx, place.organisationId) };
  });
  const { name, message, closesOn, formCode } = campaign;
  // Between two transactions, so that no second connection is waited for.
  const minutes = await minutesOf(context, { formCode, instrumentVersionId: fixedVersionOf(campaign) });
  const facts = factsOfMail({
    ...{ name, message, closesOn, minutes, ...organiser },
    ...{ firmName: firmNameShown[language], inviteeId: '', optOutId: '' },
  });
  await asOrganiserOf(context, access, place.organisationId, async (tx) => {
    const now = context.clock.now();
    for (const kind of testKinds) {
      const mailId = context.identifiers.newId();
      // Clicked twice in a minute is one test, but for what says something else.
      const said = sha256Hex(JSON.stringify([language, facts])).slice(0, 16);
      const dedupeKey = `campaign-test:${place.campaignId}:${kind}:${recipient}:${now.toISOString().slice(0, 16)}:${said}`;
      await insertMail(tx, { mailId, kind, recipient, language, facts, dedupeKey, createdAt: now });
    }
    await recordAudit(tx, { action: 'campaign-tested', objectKind: 'campaign', objectId: place.campaignId });
  });
  context.wakeWorker();
  return { recipient };
}

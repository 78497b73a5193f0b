import type { CampaignPreviews } from '#shared/contracts/campaigns.ts';
import type { Language, LocalisedText } from '#shared/domain/language.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { composeMail, type MailPart } from '../../platform/mail/compose-mail.ts';
import { insertMail } from '../../platform/mail/repository.ts';
import { asOrganiserOf } from './as-organiser-of.ts';
import { fixedVersionOf, type Place } from './describe-campaign.ts';
import { factsOfMail } from './mail-facts.ts';
import { findCampaign, getOrganiser } from './repository.ts';
import { minutesOf } from './version-of.ts';

const firmNames: Readonly<Record<Language, string>> = { sv: 'Företagets namn', en: 'Name of the firm' };
const kinds = { invitation: 'campaign-invitation', reminder: 'campaign-reminder' } as const;

type Previewed = {
  readonly organisationId: string;
  readonly name: LocalisedText;
  readonly message: LocalisedText;
  readonly formCode: string;
  readonly instrumentVersionId: string | null;
  readonly closesOn: string;
};

function wordsOf(part: MailPart): string {
  if (part.kind === 'code') return part.code;
  return part.kind === 'list' ? part.lines.join('\n') : part.text;
}

/** The mails as they go out, with a name in place of each firm's own. */
export async function previewCampaignMails(
  context: Context,
  access: AccessContext,
  { organisationId, formCode, instrumentVersionId, ...content }: Previewed,
): Promise<CampaignPreviews> {
  const organiser = await asOrganiserOf(context, access, organisationId, (tx) => getOrganiser(tx, organisationId));
  const minutes = await minutesOf(context, { formCode, instrumentVersionId });
  const preview = (kind: keyof typeof kinds, language: Language) => {
    const firmName = firmNames[language];
    const facts = factsOfMail({ ...content, ...organiser, minutes, firmName, inviteeId: '', optOutId: '' });
    const mail = { kind: kinds[kind], language, facts, createdAt: context.clock.now() };
    const { subject, parts } = composeMail(context.bundle.mailTexts, mail, 'https://mattstock', undefined);
    return { subject, paragraphs: parts.map(wordsOf) };
  };
  const both = (kind: keyof typeof kinds) => ({ sv: preview(kind, 'sv'), en: preview(kind, 'en') });
  return { invitation: both('invitation'), reminder: both('reminder') };
}

/** Both mails to whoever asks, as firms get them but for the link, which opens nothing. */
export async function sendTestMail(
  context: Context,
  access: AccessContext,
  { language, recipient, ...place }: Place & { language: Language; recipient: string },
): Promise<{ recipient: string }> {
  await asOrganiserOf(context, access, place.organisationId, async (tx) => {
    const campaign = await findCampaign(tx, place);
    if (campaign === undefined) throw new DomainError('not-found');
    const now = context.clock.now();
    const { name, message, closesOn, formCode } = campaign;
    const instrumentVersionId = fixedVersionOf(campaign);
    const facts = factsOfMail({
      ...{ name, message, closesOn },
      ...(await getOrganiser(tx, place.organisationId)),
      minutes: await minutesOf(context, { formCode, instrumentVersionId }),
      firmName: firmNames[language],
      inviteeId: '',
      optOutId: '',
    });
    for (const kind of Object.values(kinds)) {
      const mailId = context.identifiers.newId();
      // Clicked twice in a minute is one test.
      const dedupeKey = `campaign-test:${place.campaignId}:${kind}:${recipient}:${now.toISOString().slice(0, 16)}`;
      await insertMail(tx, { mailId, kind, recipient, language, facts, dedupeKey, createdAt: now });
    }
    await recordAudit(tx, { action: 'campaign-tested', objectKind: 'campaign', objectId: place.campaignId });
  });
  context.wakeWorker();
  return { recipient };
}

import type { OutreachPreviews } from '#shared/contracts/outreach.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { asStaffOf } from '../../platform/identity/as-staff-of.ts';
import { composeMail, type MailPart } from '../../platform/mail/compose-mail.ts';
import type { MailKind } from '../../platform/mail/mail-kinds.ts';
import { swedishDate } from '../../platform/mail/swedish-time.ts';
import { quickCheckMinutes } from './quick-check-minutes.ts';
import { getProviderName } from './repository.ts';

const firmNames: Readonly<Record<Language, string>> = { sv: 'Företagets namn', en: 'Name of the firm' };

function wordsOf(part: MailPart): string {
  if (part.kind === 'code') return part.code;
  return part.kind === 'list' ? part.lines.join('\n') : part.text;
}

/** The mails as they go out, with a name in place of each firm's own. */
export async function previewOutreach(
  context: Context,
  access: AccessContext,
  organisationId: string,
): Promise<OutreachPreviews> {
  const provider = await asStaffOf(context, access, { organisationId }, (tx) => getProviderName(tx, organisationId));
  const minutes = await quickCheckMinutes(context);
  const now = context.clock.now();
  const preview = (kind: MailKind, language: Language) => {
    const facts = {
      firmName: firmNames[language],
      providerSv: provider.sv,
      providerEn: provider.en,
      submittedOn: swedishDate(now),
      firmId: '',
      minutes,
      optOutId: '',
    };
    const mail = { kind, language, facts, createdAt: now };
    const { subject, parts } = composeMail(context.bundle.mailTexts, mail, 'https://mattstock', undefined);
    return { subject, paragraphs: parts.map(wordsOf) };
  };
  const both = (kind: MailKind) => ({ sv: preview(kind, 'sv'), en: preview(kind, 'en') });
  return { reminder: both('round-due'), invitation: both('contact-invitation') };
}

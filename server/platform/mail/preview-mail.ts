import type * as z from 'zod/mini';
import type { mailInBothSchema } from '#shared/contracts/mail-previews.ts';
import type { Language } from '#shared/domain/language.ts';
import type { Context } from '../context.ts';
import { composeMail, type MailPart, type MailToCompose, type SecretToTell } from './compose-mail.ts';
import { renderPlain } from './render-mail.ts';
import { senderName } from './sender-name.ts';

export type MailInBoth = z.input<typeof mailInBothSchema>;
type Part = MailInBoth['sv']['parts'][number];

/** In place of what opens something. */
export const secretShown = '…';
/** In place of each firm's own name. */
export const firmNameShown: Readonly<Record<Language, string>> = { sv: 'Företagets namn', en: 'Name of the firm' };

function describePart(part: MailPart): Part {
  if (part.kind === 'code') return { kind: 'paragraph', text: part.code };
  if (part.kind === 'list') return { kind: 'list', lines: [...part.lines] };
  return part.kind === 'link' ? { kind: 'link', text: part.text, address: part.href } : part;
}

/** A mail as whoever gets it sees it, made as those are that go out. Its links open nothing. */
export function previewMail(
  { bundle, config, clock }: Context,
  origin: string,
  {
    factsIn,
    tell,
    kind,
  }: Pick<MailToCompose, 'kind'> & {
    readonly factsIn: (language: Language) => MailToCompose['facts'];
    readonly tell?: SecretToTell;
  },
): MailInBoth {
  const inLanguage = (language: Language): MailInBoth['sv'] => {
    const mail = { kind, language, facts: factsIn(language), createdAt: clock.now() };
    const composed = composeMail(bundle.mailTexts, mail, origin, tell);
    return {
      sender: { name: senderName, address: config.mail?.from ?? null },
      subject: composed.subject,
      parts: composed.parts.map(describePart),
      footer: composed.footer,
      plain: renderPlain(composed),
    };
  };
  return { sv: inLanguage('sv'), en: inLanguage('en') };
}

import type { Language, LocalisedText } from '#shared/domain/language.ts';
import { inertText } from './inert-text.ts';
import { type CodedFact, codedFacts, factsFromBefore, faultyFacts, type MailKind, wordingOf } from './mail-kinds.ts';
import type { MailBlock, MailTexts } from './mail-texts.ts';
import { fillIn } from './placeholders.ts';
import { dayInWords, momentInWords, timeInWords } from './swedish-time.ts';

export type MailToCompose = {
  readonly kind: MailKind;
  readonly language: Language;
  readonly facts: Readonly<Record<string, string>>;
  readonly createdAt: Date;
};

/** The code of a `sign-in-code`, or the key of a link or a campaign, which only its composed mail ever holds. */
export type SecretToTell =
  | { readonly kind: 'code'; readonly code: string; readonly expiresAt: Date }
  | { readonly kind: 'key'; readonly key: string };

/** A piece of a mail in its own language, filled in. */
export type MailPart =
  | { readonly kind: 'paragraph' | 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type ComposedMail = {
  readonly language: Language;
  readonly subject: string;
  readonly parts: readonly MailPart[];
  readonly footer: string;
  /** A calendar file that comes with it; empty for none. */
  readonly calendar: string;
};

/** Whoever reads it at the firm goes to the firm's own page, the adviser to the meetings. */
const afterMeeting = (firmId: string): string => (firmId === '' ? '/advisor/meetings' : `/firms/${firmId}/contacts`);

type Facts = MailToCompose['facts'];
const toSignIn = (next: string): string => `/sign-in?next=${encodeURIComponent(next)}`;

/** Pages to which a mail brings a key of its own. */
const keyPages: Partial<Record<MailKind, string>> = {
  'respondent-invitation': '/answer',
  'respondent-reminder': '/answer',
  'campaign-invitation': '/campaign',
  'campaign-reminder': '/campaign',
};

/** The page that a mail of the kind leads to, where it is another than the account. */
const pages: Partial<Record<MailKind, (facts: Facts, language: Language) => string>> = {
  'package-changed': ({ packageCode = '' }) =>
    packageCode === '' ? '/advisor/packages' : `/advisor/packages/${packageCode}/history`,
  'erasure-decided': () => '/account/erasure',
  // The account may be the one that is gone.
  'erasure-carried-out': () => '/retention',
  'request-arrived': () => '/advisor',
  'requests-waiting': () => '/advisor',
  'webhook-paused': () => '/organisations',
  'review-given': (facts) => toSignIn(`/responses/${facts['responseId'] ?? ''}/result`),
  'placement-invitation': (facts) => `/firms/${facts['firmId']}/placements`,
  'request-invited': (facts) => `/firms/${facts['firmId']}/placements`,
  'placement-news': (facts) => `/firms/${facts['firmId']}/placements`,
  'round-due': ({ firmId = '' }) => (firmId === '' ? '/account' : `/firms/${firmId}`),
  'contact-invitation': () => '/start',
  'meeting-summary': (facts) => afterMeeting(facts['ownFirmId'] ?? ''),
  // The page says that a test opens nothing, in the language of the mail.
  'campaign-invitation-test': (_, language) => `/campaign?lang=${language}`,
  'campaign-reminder-test': (_, language) => `/campaign?lang=${language}`,
  'firm-invitation': () => toSignIn('/account'),
  'organisation-invitation': () => toSignIn('/account'),
};

/** Where the link of a mail leads: into the site, whatever the request that caused the mail said it was called. */
function hrefOf({ kind, facts, language }: MailToCompose, origin: string, tell: SecretToTell | undefined): string {
  // In the fragment, so that no server or proxy on the way sees the secret.
  if (tell?.kind === 'code') return `${origin}/sign-in#code=${tell.code}`;
  if (tell?.kind === 'key') return `${origin}${keyPages[kind] ?? '/shared-result'}?lang=${language}#key=${tell.key}`;
  return `${origin}${pages[kind]?.(facts, language) ?? '/account'}`;
}

/** A decision is told in full: whoever it concerns may have no account left to read it in. */
const longest: Readonly<Record<string, number>> = {
  decisionText: 2000,
  note: 1000,
  changedSv: 1000,
  changedEn: 1000,
  messageSv: 1000,
  messageEn: 1000,
};

/** As many as one line holds of what people have written, made harmless one by one. */
const longestLine = 500;
const linesOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [inertText(line, longestLine)]));

/** Days of the calendar, as `2026-11-02`, which each language writes in its own way. Noon is that day also in Sweden. */
const dayFacts: readonly string[] = ['submittedOn', 'lastDay'];
const dayOf = (fact: string, language: Language): string => dayInWords(new Date(`${fact}T12:00:00Z`), language);

const isCoded = (name: string): name is CodedFact => Object.hasOwn(codedFacts, name);

function wordsFor(texts: MailTexts, name: CodedFact, code: string): LocalisedText {
  const words: Readonly<Record<string, LocalisedText>> = texts.words[name];
  const text = words[code];
  if (text === undefined) throw new Error(`there are no words for a ${name}`);
  return text;
}

/** Facts in the words of the mail; of a pair in both languages the one that is read. */
function valuesOf(texts: MailTexts, mail: MailToCompose, tell: SecretToTell | undefined): Record<string, string> {
  const { facts, language, createdAt } = mail;
  const values: Record<string, string> = { at: momentInWords(createdAt, language) };
  if (tell?.kind === 'code') values['expiresAt'] = timeInWords(tell.expiresAt, language);
  const own = language === 'sv' ? /Sv$/ : /En$/;
  const unnamed: Readonly<Record<string, LocalisedText>> = texts.unnamed;
  for (const [name, fact] of Object.entries(facts)) {
    const key = name.replace(own, '');
    const text = inertText(fact, longest[name]);
    if (isCoded(name)) values[name] = wordsFor(texts, name, fact)[language];
    else if (dayFacts.includes(name)) values[name] = dayOf(fact, language);
    else values[key] = text === '' ? (unnamed[key]?.[language] ?? '–') : text;
  }
  return values;
}

/** Fills the texts of the kind in. Throws when the facts are not those of the kind. */
export function composeMail(
  texts: MailTexts,
  given: MailToCompose,
  origin: string,
  tell: SecretToTell | undefined,
): ComposedMail {
  const { kind, language } = given;
  const mail = { ...given, facts: { ...factsFromBefore[kind], ...given.facts } };
  const faulty = faultyFacts(kind, mail.facts);
  if (faulty.length > 0) throw new Error(`${kind} cannot be written without ${faulty.join(', ')}`);
  const { worded, isTest } = wordingOf(kind);
  const { subject, body } = texts.kinds[worded];
  const values = valuesOf(texts, mail, tell);
  const say = (text: LocalisedText): string => fillIn(text[language], values);
  const partOf = (block: MailBlock): MailPart => {
    if ('list' in block) return { kind: 'list', lines: linesOf(mail.facts[block.list] ?? '') };
    if ('code' in block) return { kind: 'code', code: tell?.kind === 'code' ? tell.code : '' };
    if ('link' in block) return { kind: 'link', text: say(block.link), href: hrefOf(mail, origin, tell) };
    // In the fragment, as a code is.
    if ('optOut' in block) {
      return { kind: 'link', text: say(block.optOut), href: `${origin}/opt-out#${mail.facts['optOutId'] ?? ''}` };
    }
    return 'note' in block
      ? { kind: 'note', text: say(block.note) }
      : { kind: 'paragraph', text: say(block.paragraph) };
  };
  const { test } = texts;
  return {
    language,
    subject: isTest ? fillIn(test.subject[language], { subject: say(subject) }) : say(subject),
    parts: [...(isTest ? [partOf({ paragraph: test.paragraph })] : []), ...body.map(partOf)],
    calendar: mail.facts['calendar'] ?? '',
    footer: fillIn(texts.footer[language], { host: new URL(origin).host }),
  };
}

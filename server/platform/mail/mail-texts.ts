import * as z from 'zod';
import { type Language, type LocalisedText, languages, localisedTextSchema } from '#shared/domain/language.ts';
import { codedFacts, mailFacts, type WordedKind, wordedKinds } from './mail-kinds.ts';
import { placeholdersIn } from './placeholders.ts';

const blockSchema = z.union([
  z.strictObject({ paragraph: localisedTextSchema }),
  z.strictObject({ note: localisedTextSchema }),
  z.strictObject({ link: localisedTextSchema }),
  /** A line each of what is written there. */
  z.strictObject({ list: z.literal('steps') }),
  z.strictObject({ code: z.literal(true) }),
  /** The way to say no to further mail. */
  z.strictObject({ optOut: localisedTextSchema }),
]);
export type MailBlock = z.infer<typeof blockSchema>;

const mailTextSchema = z.strictObject({ subject: localisedTextSchema, body: z.array(blockSchema).min(1) });
type MailText = z.infer<typeof mailTextSchema>;

/** An object with a text of its own for each of the names, and for no other. */
function eachOf<Name extends string, S extends z.core.$ZodType>(names: readonly Name[], schema: S) {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, S>);
}

const wordsSchema = z.strictObject({
  method: eachOf(codedFacts.method, localisedTextSchema),
  change: eachOf(codedFacts.change, localisedTextSchema),
  role: eachOf(codedFacts.role, localisedTextSchema),
  purpose: eachOf(codedFacts.purpose, localisedTextSchema),
  move: eachOf(codedFacts.move, localisedTextSchema),
  news: eachOf(codedFacts.news, localisedTextSchema),
  scope: eachOf(codedFacts.scope, localisedTextSchema),
  decision: eachOf(codedFacts.decision, localisedTextSchema),
  basis: eachOf(codedFacts.basis, localisedTextSchema),
  erased: eachOf(codedFacts.erased, localisedTextSchema),
  kept: eachOf(codedFacts.kept, localisedTextSchema),
  sees: eachOf(codedFacts.sees, localisedTextSchema),
});

/** What is written by firms and people: a subject with it would let anybody write one under our name. */
const writtenByPeople = [
  'inviterName',
  'changerName',
  'placeName',
  'firmName',
  'device',
  'decisionText',
  'note',
  'webhookName',
  'steps',
  'recipientName',
  'sharedBy',
  'call',
  'message',
];

/** To those who have not asked for mail. */
const kindsWithWayOut: readonly WordedKind[] = ['contact-invitation', 'campaign-invitation', 'campaign-reminder'];

/** What the texts of a kind may be filled in with: its facts, without identifiers, and what is worked out. */
function placeholdersOf(kind: WordedKind): string[] {
  const facts: readonly string[] = mailFacts[kind];
  const shown = facts.filter((name) => !name.endsWith('Id')).map((name) => name.replace(/(Sv|En)$/, ''));
  return [...shown, 'at', ...(kind === 'sign-in-code' ? ['expiresAt'] : [])];
}

function textsOf(block: MailBlock): LocalisedText[] {
  if ('paragraph' in block) return [block.paragraph];
  if ('note' in block) return [block.note];
  if ('optOut' in block) return [block.optOut];
  return 'link' in block ? [block.link] : [];
}

function strayPlaceholders(text: LocalisedText, allowed: readonly string[]): string[] {
  const used = languages.map((language: Language) => placeholdersIn(text[language]));
  const stray = used.flat().filter((name) => !allowed.includes(name));
  const uneven = used.flat().filter((name) => !used.every((names) => names.includes(name)));
  return [...new Set([...stray, ...uneven])];
}

function faultsIn(kind: WordedKind, { subject, body }: MailText): string[] {
  const allowed = placeholdersOf(kind);
  const inSubject = allowed.filter((name) => !writtenByPeople.includes(name));
  const count = (key: string) => body.filter((block) => key in block).length;
  return [
    ...strayPlaceholders(subject, inSubject).map((name) => `the subject cannot have {${name}}, or not in one language`),
    ...body
      .flatMap(textsOf)
      .flatMap((text) => strayPlaceholders(text, allowed))
      .map((name) => `the body cannot have {${name}}, or not in one language`),
    ...(count('link') > 1 ? ['more than one link'] : []),
    ...(count('optOut') === (kindsWithWayOut.includes(kind) ? 1 : 0)
      ? []
      : [`a way out belongs in ${kindsWithWayOut.join(', ')}, once`]),
    ...(count('code') === (kind === 'sign-in-code' ? 1 : 0) ? [] : ['a code belongs in sign-in-code, once']),
  ];
}

/** `mails.yaml`: the texts of every kind, each of whose placeholders there is something to fill in with. */
export const mailTextsSchema = z
  .strictObject({
    kinds: eachOf(wordedKinds, mailTextSchema),
    /** What says that a mail is a test: around its subject, and first in it. */
    test: z.strictObject({ subject: localisedTextSchema, paragraph: localisedTextSchema }),
    unnamed: eachOf(
      ['inviterName', 'changerName', 'placeName', 'firmName', 'device', 'note', 'county', 'webhookName', 'sharedBy'],
      localisedTextSchema,
    ),
    footer: localisedTextSchema,
    words: wordsSchema,
  })
  .superRefine((texts, context) => {
    const tell = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    for (const kind of wordedKinds) {
      for (const message of faultsIn(kind, texts.kinds[kind])) tell(['kinds', kind], message);
    }
    for (const name of strayPlaceholders(texts.test.subject, ['subject']))
      tell(['test', 'subject'], `cannot have {${name}}`);
    for (const name of strayPlaceholders(texts.test.paragraph, []))
      tell(['test', 'paragraph'], `cannot have {${name}}`);
    for (const name of strayPlaceholders(texts.footer, ['host'])) tell(['footer'], `cannot have {${name}}`);
  });
export type MailTexts = z.infer<typeof mailTextsSchema>;

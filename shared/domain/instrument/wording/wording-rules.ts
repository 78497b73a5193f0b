import type { Language } from '../../language.ts';

/** Most characters of a text, by what it is: a phone shows a question and five levels without hunting for them. */
export const lengthLimits = {
  question: 140,
  help: 300,
  trace: 200,
  level: 160,
  choice: 80,
  sizeNote: 200,
  name: 60,
  meaning: 300,
  feedback: 420,
} as const;

/** Hardest reading an item may be in Swedish. */
export const highestLix = 50;

/** Why words are kept out. A text that must name years, such as a figure's, may be held to some of them only. */
export const forbiddenKinds = ['product', 'law', 'year', 'raised-voice', 'opinion', 'quantity'] as const;
export type ForbiddenKind = (typeof forbiddenKinds)[number];

export type ForbiddenWord = { readonly kind: ForbiddenKind; readonly pattern: RegExp; readonly reason: string };

const anyLanguage: readonly ForbiddenWord[] = [
  {
    kind: 'product',
    pattern:
      /\b((excel(?!l)|sharepoint|microsoft|google|visma|fortnox|autocad|solidworks|siemens|chatgpt|copilot|salesforce|hubspot)\p{L}*|(sap|jeeves|power ?bi|aws|azure)\b)/iu,
    reason: 'names a product: a text outlives it, and the region recommends none',
  },
  {
    kind: 'law',
    pattern: /\b(gdpr|nis ?2?|csrd|cbam|dora|ai act|ai-förordning\p{L}*|cyberresiliens\p{L}*)\b/iu,
    reason: 'names a law: laws change, ask about having control',
  },
  { kind: 'year', pattern: /\b(19|20)[0-9]{2}\b/u, reason: 'names a year: deadlines change' },
  { kind: 'raised-voice', pattern: /!/u, reason: 'raises its voice' },
];

/** Words that a text of the instrument may not contain, and why (strategy digest 9.1). */
export const forbiddenWords: Readonly<Record<Language, readonly ForbiddenWord[]>> = {
  sv: [
    ...anyLanguage,
    {
      kind: 'opinion',
      pattern: /\b(naturligtvis|självklart|givetvis|förstås)\b/iu,
      reason: 'tells the reader what to think',
    },
    {
      kind: 'quantity',
      pattern: /\b(ofta|ibland|sällan|(?<!hur )många|få gånger)\b/iu,
      reason: 'a quantity without a number',
    },
  ],
  en: [
    ...anyLanguage,
    {
      kind: 'opinion',
      pattern: /\b(naturally|obviously|of course|clearly)\b/iu,
      reason: 'tells the reader what to think',
    },
    {
      kind: 'quantity',
      pattern: /\b(often|sometimes|rarely|seldom|(?<!how )many)\b/iu,
      reason: 'a quantity without a number',
    },
  ],
};

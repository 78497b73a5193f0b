import * as z from 'zod/mini';
import {
  type ResultLink,
  type ResultLinks,
  resultLinkSchema,
  resultLinksSchema,
  type SharedResultDocument,
  sharedResultSchema,
} from '#shared/contracts/result-links.ts';

export const both = (text: string) => ({ sv: text, en: text });
export const key = 'k'.repeat(43);
export const responseId = '018f0000-0000-7000-8000-000000000001';

export const documentOf = (changes: object = {}): SharedResultDocument =>
  z.parse(sharedResultSchema, {
    recipientName: 'Berit Bank',
    note: null,
    firmName: null,
    isSimulated: false,
    language: 'sv',
    expiresAt: '2026-12-02T08:00:00.000Z',
    submittedAt: '2026-11-02T08:00:00.000Z',
    questionnaire: { formCode: 'snabbkoll', name: both('Snabbkoll'), version: 3, scoringRules: 'v1' },
    parts: ['stage'],
    content: {
      levels: null,
      stage: {
        reached: { stage: 1, name: both('Vardagsrutin'), meaning: both('Det görs.') },
        next: { stage: 2, name: both('Styrd'), meaning: both('Det styrs.') },
        inTheWay: [both('Mäter ni ställtiden?')],
      },
      answers: null,
      suggestions: null,
      change: null,
    },
    ...changes,
  });

export const linkOf = (changes: object = {}): ResultLink =>
  z.parse(resultLinkSchema, {
    resultLinkId: '018f0000-0000-7000-8000-0000000000aa',
    recipientName: 'Berit Bank',
    recipientEmail: null,
    note: null,
    parts: ['levels'],
    showsFirmName: false,
    language: 'sv',
    submittedAt: '2026-11-02T08:00:00.000Z',
    createdAt: '2026-11-02T08:00:00.000Z',
    expiresAt: '2026-12-02T08:00:00.000Z',
    takenBackAt: null,
    state: 'active',
    openings: 0,
    lastOpenedAt: null,
    mail: null,
    makerName: 'Ada Ek',
    ...changes,
  });

export const linksOf = (changes: object = {}): ResultLinks =>
  z.parse(resultLinksSchema, {
    links: [],
    active: 0,
    mostActive: 20,
    shareable: { levels: true, stage: true, answers: true, suggestions: true, change: false },
    earlierSubmittedAt: null,
    firmName: 'Smeden AB',
    submittedAt: '2026-11-02T08:00:00.000Z',
    canMail: true,
    latestEnd: null,
    ...changes,
  });

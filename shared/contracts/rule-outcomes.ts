import * as z from 'zod/mini';
import { protectionSchema } from '../domain/achievement/protection.ts';
import { languageSchema, localisedTextSchema, sourceLanguage } from '../domain/language.ts';
import { askedSchema, packageOutcomesSchema } from '../domain/outcomes/outcomes.ts';
import { defineEndpoint } from './endpoint.ts';
import { timestampSchema } from './timestamps.ts';

export const ruleOutcomesDocumentSchema = z.object({
  /** Everything before this moment is counted: the beginning of the month. */
  countedUntil: timestampSchema,
  /** Where there are simulated firms, only they are counted. */
  isSimulated: z.boolean(),
  protection: protectionSchema,
  years: z.array(z.int()),
  packages: z.array(z.object({ code: z.string(), name: localisedTextSchema })),
  rules: z.array(z.object({ id: z.string(), name: localisedTextSchema })),
  dimensions: z.array(z.object({ code: z.string(), name: localisedTextSchema })),
  outcomes: z.array(packageOutcomesSchema),
  asked: z.array(askedSchema),
  /** SHA-256 of all the rest, as JSON with sorted keys: tells whether two pages or tables say the same. */
  sha256: z.string(),
});
export type RuleOutcomesDocument = z.output<typeof ruleOutcomesDocumentSchema>;

export const getRuleOutcomes = defineEndpoint({
  name: 'getRuleOutcomes',
  method: 'GET',
  path: '/api/rules/outcomes',
  summary: 'What became of what the rules suggested, by package, in counts that no firm can be read from',
  access: 'editor',
  permission: 'edit-rules',
  responses: { 200: ruleOutcomesDocumentSchema },
});

export const getRuleOutcomesTable = defineEndpoint({
  name: 'getRuleOutcomesTable',
  method: 'GET',
  path: '/api/rules/outcomes/table',
  summary: 'Every count of every period as CSV',
  access: 'editor',
  permission: 'edit-rules',
  query: z.strictObject({ language: z._default(languageSchema, sourceLanguage) }),
  responses: { 200: z.unknown() },
});

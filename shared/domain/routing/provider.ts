import * as z from 'zod/mini';
import { branchSchema, countySchema } from '../firm/firm-profile.ts';
import { wordCodeSchema } from '../instrument/codes.ts';
import { localisedTextSchema } from '../language.ts';

export const providerTypes = [
  'cluster',
  'export-centre',
  'science-park',
  'incubator',
  'university',
  'research-institute',
  'test-bed',
  'education',
  'large-firm',
  'region',
  'finance-and-advice',
  'industrial-development',
] as const;
export const providerTypeSchema = z.enum(providerTypes);

/** An organisation, or a kind of organisation in a county, that may give a package. */
export const providerSchema = z.strictObject({
  code: wordCodeSchema,
  type: providerTypeSchema,
  name: localisedTextSchema,
  about: localisedTextSchema,
  /** Home counties; empty when the provider is not tied to one or its place is not settled. */
  counties: z.array(countySchema),
  capabilities: z.array(wordCodeSchema),
  /** The strategy names this organisation; otherwise only the kind of actor. */
  isNamedInStrategy: z.boolean(),
  isHomeInStrategy: z.boolean(),
  confirmation: z.enum(['needs-confirmation', 'confirmed']),
  /** Contact goes through the platform to the provider's function; no person or address is kept here. */
  contact: z.literal('through-platform'),
  source: z.string().check(z.minLength(1)),
});
export type Provider = z.infer<typeof providerSchema>;

/** Providers whose field is closest to a branch. */
export const branchProvidersSchema = z.strictObject({
  branch: branchSchema,
  providers: z.array(
    z.strictObject({
      provider: wordCodeSchema,
      /** 1 is closest; several may share a rank, and then the firm's county decides between them. */
      rank: z.int().check(z.gte(1), z.lte(9)),
      basis: z.enum(['strategy', 'proposal']),
      why: localisedTextSchema,
    }),
  ),
  source: z.string().check(z.minLength(1)),
});

import * as z from 'zod/mini';
import { storableTextSchema } from '../../answers/answer.ts';
import { branchSchema, chainRoleSchema, countySchema, sizeClassSchema } from '../../firm/firm-profile.ts';
import { dimensionCodeSchema, wordCodeSchema } from '../../instrument/codes.ts';
import type { LocalisedText } from '../../language.ts';
import type { Package } from '../package.ts';
import { fundingSchema, packageSchema, supportFormCodeSchema } from '../package.ts';
import { routingConditionSchema } from '../routing-condition.ts';
import { priorityCodeSchema, strategyStepCodeSchema } from '../strategy-step.ts';

const longestText = 2000;

const draftTextSchema = storableTextSchema.check(z.trim(), z.maxLength(longestText));
const draftTextsSchema = z.strictObject({ sv: draftTextSchema, en: draftTextSchema });

const most = 60;
const listOf = <S extends z.ZodMiniType>(entry: S) => z.array(entry).check(z.maxLength(most));

const draftConditionSchema = z.strictObject({ when: routingConditionSchema, why: draftTextsSchema });

/**
 * A package while it is written: as a package, but anything that must be there may still be missing. Whatever is
 * complete has exactly the shape of a package, so that what is published is what was seen.
 */
export const packageDraftSchema = z.extend(packageSchema, {
  name: draftTextsSchema,
  summary: draftTextsSchema,
  forWhom: draftTextsSchema,
  content: draftTextsSchema,
  effort: draftTextsSchema,
  greenStatement: draftTextsSchema,
  providers: listOf(wordCodeSchema),
  providerReason: draftTextsSchema,
  dimensions: listOf(z.strictObject({ code: dimensionCodeSchema, bands: listOf(wordCodeSchema) })),
  tags: listOf(wordCodeSchema),
  supportForms: listOf(supportFormCodeSchema),
  priority: z.nullable(priorityCodeSchema),
  steps: listOf(strategyStepCodeSchema),
  groupSize: z.nullable(z.strictObject({ minimum: z.nullable(z.int()), maximum: z.nullable(z.int()) })),
  sizeClasses: listOf(sizeClassSchema),
  branches: listOf(branchSchema),
  chainRoles: listOf(chainRoleSchema),
  counties: listOf(countySchema),
  delivery: listOf(z.enum(['on-site', 'in-turns', 'online'])),
  durationWeeks: z.nullable(z.int()),
  funding: listOf(fundingSchema),
  criteria: z.optional(draftConditionSchema),
  comesAfter: z.optional(draftConditionSchema),
  complements: listOf(wordCodeSchema),
  source: draftTextSchema.check(z.minLength(1)),
});
export type PackageDraft = z.infer<typeof packageDraftSchema>;

const nothing: LocalisedText = { sv: '', en: '' };

/** A published package, to be changed. */
export function draftOf(published: Package): PackageDraft {
  const { forWhom = nothing, supportForms = [], ...rest } = published;
  return { ...rest, forWhom, supportForms };
}

/** A package that has its name and its provider, and nothing else. */
export function blankDraft(code: string, name: LocalisedText, provider: string | undefined): PackageDraft {
  return {
    code,
    stance: 'receive',
    name,
    summary: nothing,
    forWhom: nothing,
    content: nothing,
    effort: nothing,
    greenStatement: nothing,
    providers: provider === undefined ? [] : [provider],
    providerReason: nothing,
    dimensions: [],
    tags: [],
    supportForms: [],
    priority: null,
    steps: [],
    format: 'group',
    groupSize: { minimum: null, maximum: null },
    sizeClasses: [],
    branches: [],
    chainRoles: [],
    counties: [],
    delivery: [],
    durationWeeks: null,
    funding: ['not-decided'],
    complements: [],
    intake: 'when-enough-firms',
    status: 'proposal',
    source: provider === undefined ? 'coordination' : provider,
  };
}

/** The draft as a package; undefined as long as something that must be there is missing. */
export function packageOf(draft: PackageDraft): Package | undefined {
  const parsed = packageSchema.safeParse(draft);
  return parsed.success ? parsed.data : undefined;
}

/** A code that nothing has yet, made of the name; what has no letter of it gets the plain word. */
export function newCode(name: string, taken: ReadonlySet<string>): string {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/\p{M}/gu, '')
      .match(/[a-z0-9]+/g) ?? [];
  const stem = words.join('-').slice(0, 50).replace(/-$/, '') || 'package';
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}

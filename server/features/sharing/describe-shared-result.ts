import type * as z from 'zod/mini';
import type { sharedResultSchema } from '#shared/contracts/result-links.ts';
import { formTextKeys, textOf } from '#shared/domain/instrument/text-keys.ts';
import type { Language } from '#shared/domain/language.ts';
import { composeSharedContent, type EarlierRound } from '#shared/domain/sharing/compose-shared-content.ts';
import type { SharedPart } from '#shared/domain/sharing/share-choice.ts';
import type { Context } from '../../platform/context.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { SourceRow } from './repository.ts';

export type SharedResultBody = z.input<typeof sharedResultSchema>;

export type Shown = {
  readonly recipientName: string;
  readonly note: string | null;
  readonly parts: readonly SharedPart[];
  readonly language: Language;
  readonly expiresAt: Date;
};

async function earlierOf(context: Context, source: SourceRow): Promise<EarlierRound | null> {
  const { earlierVersionId: from, earlierSubmittedAt, earlierScoreProfile, instrumentVersionId: to } = source;
  if (from === null || earlierSubmittedAt === null || earlierScoreProfile === null) return null;
  return {
    submittedAt: earlierSubmittedAt.toISOString(),
    scoreProfile: earlierScoreProfile,
    relations: from === to ? undefined : await context.published.itemMapBetween(from, to),
    rules: context.bundle.change,
  };
}

/** The one way to what a recipient reads: the preview takes it, too. */
export async function describeSharedResult(
  context: Context,
  source: SourceRow,
  { recipientName, note, parts, language, expiresAt }: Shown,
): Promise<SharedResultBody> {
  const { definition } = await context.published.instrumentVersion(source.instrumentVersionId);
  const version = await context.published.findCatalogue(source.catalogueVersionId);
  if (version === undefined) throw new DomainError('internal-error');
  const nameKey = formTextKeys.name(source.formCode);
  return {
    recipientName,
    note,
    firmName: source.firmName,
    isSimulated: source.isSimulated,
    language,
    expiresAt: expiresAt.toISOString(),
    submittedAt: source.submittedAt.toISOString(),
    questionnaire: {
      formCode: source.formCode,
      name: textOf(definition.texts, nameKey, source.formCode),
      version: source.versionNumber,
      scoringRules: source.scoreProfile.rulesVersion,
    },
    parts: [...parts],
    content: composeSharedContent(
      {
        definition,
        scoreProfile: source.scoreProfile,
        profile: { chainRole: source.chainRole },
        answers: source.answers,
        routing: source.routing,
        catalogue: version.catalogue,
        earlier: await earlierOf(context, source),
      },
      parts,
    ),
  };
}

import * as z from 'zod';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import { definitionSchema } from '#shared/domain/instrument/definition.ts';
import type { DefinitionIssue } from '#shared/domain/instrument/definition-issue.ts';
import { checkDraft } from '#shared/domain/instrument/draft/check-draft.ts';
import { mapItems } from '#shared/domain/instrument/version/comparability.ts';
import { diffVersions } from '#shared/domain/instrument/version/difference.ts';
import { recordAudit } from '../../platform/audit/repository.ts';
import { sha256OfJson } from '../../platform/content/canonical-json.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asEditor } from './access.ts';
import type { VersionSummaryBody } from './describe.ts';
import { describeVersion, listRetiredCodes } from './describe.ts';
import { getLockedDraft, newestVersionId } from './store-draft.ts';
import { listVersionRows, publishDraftRow } from './version-repository.ts';

/** Drafts may say more than versions can hold, and a version that cannot be read again would end every form. */
function checkReadable(definition: Definition): DefinitionIssue[] {
  const issues = z.safeParse(definitionSchema, definition).error?.issues ?? [];
  return issues.map(({ path, message }) => {
    const place = path.join('/');
    return { file: 'instrument.yaml', path: place, code: 'not-allowed', reason: `${place}: ${message}` };
  });
}

/** Makes the draft the newest version, after every check, together with the map of what stays comparable. */
export async function publishDraft(
  context: Context,
  access: AccessContext,
  input: { draftId: string; revision: number },
): Promise<VersionSummaryBody> {
  return asEditor(context, access, async (tx) => {
    const draft = await getLockedDraft(tx, input.draftId);
    if (draft.revision !== input.revision || (await newestVersionId(tx)) !== draft.basedOnVersionId) {
      throw new DomainError('draft-outdated');
    }
    const { definition: before } = await context.published.instrumentVersion(draft.basedOnVersionId, tx);
    const retired = await listRetiredCodes(context, tx, draft.basedOnVersionId);
    const { catalogue } = await context.published.currentCatalogue(tx);
    const definition = assembleDefinition(draft.content.sources);
    const issues = [...checkDraft(draft.content, { before, retired, catalogue }), ...checkReadable(definition)];
    if (issues.length > 0) throw new DomainError('draft-not-publishable', { members: { issues } });
    const relations = mapItems(before, definition, diffVersions(before, definition, draft.content.meanings));
    const instrumentVersionId = context.identifiers.newId();
    const number = await publishDraftRow(tx, {
      draftId: input.draftId,
      revision: input.revision,
      instrumentVersionId,
      definition,
      sha256: sha256OfJson(definition),
      relations: Object.fromEntries(relations),
      publishedAt: context.clock.now(),
    });
    const published = (await listVersionRows(tx)).find((row) => row.instrumentVersionId === instrumentVersionId);
    if (number === undefined || published === undefined) throw new DomainError('draft-outdated');
    await recordAudit(tx, {
      action: 'instrument-published',
      objectKind: 'instrument-version',
      objectId: instrumentVersionId,
      detail: { number },
    });
    return describeVersion(published);
  });
}

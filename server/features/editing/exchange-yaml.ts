import { stringify } from 'yaml';
import { keyedTextsOf } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import { trackTranslations } from '#shared/domain/instrument/draft/track-translations.ts';
import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import type { Context } from '../../platform/context.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { asEditor } from './access.ts';
import { checkStorable } from './check-storable.ts';
import type { DraftSummaryBody } from './describe.ts';
import { getReachableDraft, newestVersionId, storeNewDraft } from './manage-drafts.ts';
import { readApart } from './read-apart.ts';
import { getSession } from './sign-in.ts';

const lineWidth = 110;

function toYaml(content: Draft): string {
  return stringify(content, { lineWidth, aliasDuplicateObjects: false });
}

async function readDraft(yaml: string): Promise<Draft> {
  const document = await readApart({ yaml }).catch((cause: unknown) => {
    throw new DomainError('file-not-readable', { fields: [{ path: 'body/yaml', code: 'not-yaml' }], cause });
  });
  const storable = checkStorable(document);
  if (!storable.ok) throw new DomainError('file-not-readable', { fields: storable.fields });
  return storable.content;
}

export async function exportDraft(context: Context, editorKey: string, draftId: string): Promise<string> {
  return asEditor(context, editorKey, async (tx) => toYaml((await getReachableDraft(tx, draftId)).content));
}

export async function exportVersion(context: Context, editorKey: string, versionId: string): Promise<string> {
  return asEditor(context, editorKey, async (tx) => {
    const version = await context.published.findInstrumentVersion(versionId, tx);
    if (version === undefined) throw new DomainError('not-found');
    return toYaml({ sources: sourcesOf(version.definition), translatedFrom: {}, meanings: {} });
  });
}

/** Versions of one instrument follow each other; a draft of another could never be published after them. */
function refuseOtherInstrument({ sources }: Draft, { structure }: Definition): void {
  if (sources.instrument.instrument === structure.instrument) return;
  const path = 'sources/instrument/instrument';
  throw new DomainError('file-not-readable', { fields: [{ path, code: 'other-instrument' }] });
}

/** A draft from a file. Where its Swedish differs from the newest version and its English does not, that is stale. */
export async function importDraft(
  context: Context,
  editorKey: string,
  input: { name: string; yaml: string },
): Promise<DraftSummaryBody> {
  await getSession(context, editorKey);
  const content = await readDraft(input.yaml);
  return asEditor(context, editorKey, async (tx, editor) => {
    const basedOnVersionId = await newestVersionId(tx);
    const { definition } = await context.published.instrumentVersion(basedOnVersionId, tx);
    refuseOtherInstrument(content, definition);
    const before = keyedTextsOf(sourcesOf(definition));
    const found = trackTranslations(before, keyedTextsOf(content.sources), content.translatedFrom);
    return storeNewDraft(context, tx, {
      name: input.name,
      origin: 'import',
      basedOnVersionId,
      content: { ...content, translatedFrom: { ...found, ...content.translatedFrom } },
      createdBy: editor.name,
    });
  });
}

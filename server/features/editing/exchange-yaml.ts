import { stringify } from 'yaml';
import * as z from 'zod';
import { keyedTextsOf } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import { trackTranslations } from '#shared/domain/instrument/draft/track-translations.ts';
import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import { wordsUnder } from '#shared/domain/instrument/version/item-words.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { sha256OfJson } from '../../platform/content/canonical-json.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { readApart } from '../../platform/files/read-apart.ts';
import { asEditor, refuseUnlessEditor } from './access.ts';
import { checkStorable } from './check-storable.ts';
import type { DraftSummaryBody } from './describe.ts';
import { getReachableDraft, newestVersionId, storeNewDraft } from './store-draft.ts';

const lineWidth = 110;

type Texts = ReadonlyMap<string, LocalisedText>;

/** The words somebody judged, in the version a draft follows and in the draft, by whose hash a file tells them again. */
type Sides = { readonly before: Texts; readonly after: Texts };

/** Of the words of an item, by their code, or of one text, by its key. */
function hashOf(subject: string, { before, after }: Sides): string {
  const words = [before, after].map((texts) => wordsUnder(subject, texts) ?? texts.get(subject) ?? null);
  return sha256OfJson(words).toString('hex');
}

/** English that stands as current though its Swedish alone has changed: somebody has said that it is still right. */
function confirmedKeys({ before, after }: Sides, { translatedFrom }: Draft): string[] {
  const changed = Object.keys(trackTranslations(before, after, translatedFrom));
  return changed.filter((key) => translatedFrom[key] === undefined);
}

function toYaml(content: Draft, definition: Definition): string {
  const sides = { before: keyedTextsOf(sourcesOf(definition)), after: keyedTextsOf(content.sources) };
  const subjects = [...Object.keys(content.meanings), ...confirmedKeys(sides, content)];
  const judged = Object.fromEntries(subjects.map((subject) => [subject, hashOf(subject, sides)]));
  return stringify({ ...content, judged }, { lineWidth, aliasDuplicateObjects: false });
}

type ReadFile = { readonly content: Draft; readonly judged: Readonly<Record<string, string>> };

const judgedSchema = z.looseObject({ judged: z.record(z.string(), z.string()) });

async function readFile(yaml: string): Promise<ReadFile> {
  const document = await readApart({ yaml }).catch((cause: unknown) => {
    if (cause instanceof DomainError) throw cause;
    throw new DomainError('file-not-readable', { fields: [{ path: 'body/yaml', code: 'not-yaml' }], cause });
  });
  const { data } = judgedSchema.safeParse(document);
  const { judged = {}, ...content } = data ?? {};
  const storable = checkStorable(data === undefined ? document : content);
  if (!storable.ok) throw new DomainError('file-not-readable', { fields: storable.fields });
  return { content: storable.content, judged };
}

export async function exportDraft(context: Context, access: AccessContext, draftId: string): Promise<string> {
  return asEditor(context, access, async (tx) => {
    const { content, basedOnVersionId } = await getReachableDraft(tx, draftId);
    return toYaml(content, (await context.published.instrumentVersion(basedOnVersionId, tx)).definition);
  });
}

export async function exportVersion(context: Context, access: AccessContext, versionId: string): Promise<string> {
  return asEditor(context, access, async (tx) => {
    const version = await context.published.findInstrumentVersion(versionId, tx);
    if (version === undefined) throw new DomainError('not-found');
    const { definition } = version;
    return toYaml({ sources: sourcesOf(definition), translatedFrom: {}, meanings: {} }, definition);
  });
}

/** Versions of one instrument follow each other; a draft of another could never be published after them. */
function refuseOtherInstrument({ sources }: Draft, { structure }: Definition): void {
  if (sources.instrument.instrument === structure.instrument) return;
  const path = 'sources/instrument/instrument';
  throw new DomainError('file-not-readable', { fields: [{ path, code: 'other-instrument' }] });
}

/**
 * What a file means after this version. Statements of meaning, and confirmations of English beside changed Swedish,
 * hold where their words on both sides are those they were made of; the others are asked for again.
 */
function draftAfter(definition: Definition, { content, judged }: ReadFile): Draft {
  const sides = { before: keyedTextsOf(sourcesOf(definition)), after: keyedTextsOf(content.sources) };
  const holds = (subject: string) => judged[subject] === hashOf(subject, sides);
  const found = Object.entries(trackTranslations(sides.before, sides.after, content.translatedFrom));
  const stale = Object.entries(content.translatedFrom).filter(([key, from]) => {
    const text = sides.after.get(key);
    return text !== undefined && text.sv !== from;
  });
  return {
    ...content,
    translatedFrom: Object.fromEntries([...found.filter(([key]) => !holds(key)), ...stale]),
    meanings: Object.fromEntries(
      Object.entries(content.meanings).filter(([code]) => wordsUnder(code, sides.after) !== undefined && holds(code)),
    ),
  };
}

/** A draft from a file. Where its Swedish differs from the newest version and its English does not, that is stale. */
export async function importDraft(
  context: Context,
  access: AccessContext,
  input: { name: string; yaml: string },
): Promise<DraftSummaryBody> {
  await refuseUnlessEditor(context, access);
  const file = await readFile(input.yaml);
  return asEditor(context, access, async (tx, editor) => {
    const basedOnVersionId = await newestVersionId(tx);
    const { definition } = await context.published.instrumentVersion(basedOnVersionId, tx);
    refuseOtherInstrument(file.content, definition);
    return storeNewDraft(context, tx, {
      name: input.name,
      origin: 'import',
      basedOnVersionId,
      content: draftAfter(definition, file),
      createdBy: editor.name,
    });
  });
}

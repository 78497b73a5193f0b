import writeExcelFile from 'write-excel-file/node';
import * as z from 'zod';
import type { TranslationRow } from '#shared/domain/instrument/draft/translations.ts';
import { applyTranslations, translationSheet } from '#shared/domain/instrument/draft/translations.ts';
import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { readApart } from '../../platform/files/read-apart.ts';
import { asEditor, refuseUnlessEditor } from './access.ts';
import { checkStorable } from './check-storable.ts';
import type { DraftBody } from './describe.ts';
import { describeDraft } from './describe.ts';
import { getLockedDraft, getReachableDraft, storeChange } from './store-draft.ts';

const headings = ['Nyckel / Key', 'Svenska', 'English', 'Översatt från / Translated from'] as const;
const columnWidths = [32, 70, 70, 70];
const sheetName = 'Texts';

type Cell = { value: string; type: StringConstructor; wrap: true; fontWeight?: 'bold'; backgroundColor?: string };

/** A workbook reads `_xHHHH_` as the character of that number, so the underscore itself is written as one. */
const asWritten = (text: string): string => text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

function cell(value: string, style: Partial<Cell> = {}): Cell {
  return { value: asWritten(value), type: String, wrap: true, ...style };
}

export async function exportTranslations(context: Context, access: AccessContext, draftId: string): Promise<Buffer> {
  const { content } = await asEditor(context, access, (tx) => getReachableDraft(tx, draftId));
  const rows = translationSheet(content).map(({ key, sv, en, translatedFrom }) => {
    const style = translatedFrom === null ? {} : { backgroundColor: '#FFE9B8' };
    return [cell(key, style), cell(sv, style), cell(en, style), cell(translatedFrom ?? '', style)];
  });
  const sheet = [headings.map((heading) => cell(heading, { fontWeight: 'bold' })), ...rows];
  const columns = columnWidths.map((width) => ({ width }));
  return writeExcelFile(sheet, { columns, sheet: sheetName, stickyRowsCount: 1 }).toBuffer();
}

const sheetSchema = z.tuple(
  [z.tuple([z.literal(headings[0]), z.literal(headings[1]), z.literal(headings[2])], z.unknown())],
  z.array(z.unknown()),
);
const rowSchema = z.tuple([z.string(), z.coerce.string(), z.coerce.string().nullable()], z.unknown());

function notReadable(code: string, cause?: unknown): DomainError {
  return new DomainError('file-not-readable', { fields: [{ path: 'body/workbookBase64', code }], cause });
}

async function readRows(workbookBase64: string): Promise<TranslationRow[]> {
  const read = await readApart({ workbookBase64 }).catch((cause: unknown) => {
    throw cause instanceof DomainError ? cause : notReadable('not-xlsx', cause);
  });
  const sheet = sheetSchema.safeParse(read);
  if (!sheet.success) throw notReadable('no-translations', sheet.error);
  return sheet.data.slice(1).flatMap((row) => {
    const parsed = rowSchema.safeParse(row);
    if (!parsed.success) return [];
    const [key, sv, en] = parsed.data;
    return [{ key, sv, en: en?.trim() ?? '' }];
  });
}

export type ImportedTranslations = { draft: DraftBody; changed: string[]; unknown: string[]; outdated: string[] };

export async function importTranslations(
  context: Context,
  access: AccessContext,
  input: { draftId: string; workbookBase64: string },
): Promise<ImportedTranslations> {
  await refuseUnlessEditor(context, access);
  const rows = await readRows(input.workbookBase64);
  return asEditor(context, access, async (tx, editor) => {
    const row = await getLockedDraft(tx, input.draftId);
    const { draft, changed, unknown, outdated } = applyTranslations(row.content, rows);
    if (changed.length > 0) {
      const storable = checkStorable(draft);
      if (!storable.ok) throw new DomainError('file-not-readable', { fields: storable.fields });
      await storeChange(context, tx, { row, content: storable.content, editorName: editor.name });
    }
    const stored = await describeDraft(context, tx, await getReachableDraft(tx, input.draftId));
    return { draft: stored, changed: [...changed], unknown: [...unknown], outdated: [...outdated] };
  });
}

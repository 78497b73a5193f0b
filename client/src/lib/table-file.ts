import type { TableFile } from '#shared/contracts/table-file.ts';
import { base64Of } from './base64.ts';

/** A chosen spreadsheet as it is sent; what is no workbook by its name is read as CSV. */
export async function tableFileOf(file: File): Promise<TableFile> {
  const kind = file.name.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv';
  return { kind, base64: base64Of(new Uint8Array(await file.arrayBuffer())) };
}

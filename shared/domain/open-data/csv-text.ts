/** What a spreadsheet may take for the beginning of a formula, or skips on its way to one. */
const beginsFormula = /^\s*[=+\-@|＝＋－＠]|^[\t\r\n]/;

/** Text that no spreadsheet runs: an apostrophe in front, which it takes as the sign of a text. */
export function csvText(text: string, separator: ';' | ',' = ';'): string {
  const inert = beginsFormula.test(text) ? `'${text}` : text;
  const isPlain = !inert.includes(separator) && !/["\r\n]|^\s|\s$/.test(inert);
  return isPlain ? inert : `"${inert.replaceAll('"', '""')}"`;
}

/** So that a spreadsheet takes it for UTF-8. */
export const csvStart = '\uFEFF';

/** Of texts that `csvText` has been through. Semicolons are what Excel in Swedish reads. */
export const csvLine = (cells: readonly string[]): string => `${cells.join(';')}\r\n`;

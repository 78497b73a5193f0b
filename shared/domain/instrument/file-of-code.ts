/** The file in which a code or the text of a key is written, by which a fault in the whole is traced back. */
export function fileOfCode(code: string): string {
  const section = code.split('.')[0] ?? '';
  if (/^[A-Z]+[0-9]+$/.test(section)) return `dimensions/${section}.yaml`;
  return /^[A-Z]+$/.test(section) && section !== 'ALL' ? `blocks/${section}.yaml` : 'instrument.yaml';
}

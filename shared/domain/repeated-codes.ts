/** The codes that stand more than once in the list, each once, in the order of their second place. */
export function repeatedCodes(codes: readonly string[]): ReadonlySet<string> {
  return new Set(codes.filter((code, index) => codes.indexOf(code) !== index));
}

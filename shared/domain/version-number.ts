/** The number in the code of a version, which is all of it that a reader needs: `contact-2` is version 2. */
export function versionNumber(code: string): string {
  return /-(\d+)$/.exec(code)?.[1] ?? code;
}

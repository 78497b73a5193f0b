/** One mistake somebody could make, and the tests that must notice. */
export type Mutant = {
  /** Of the fault table or the list of tests born from CVEs, as docs/security.md names them. */
  readonly fault: string;
  /** What the mistake is, in words. */
  readonly name: string;
  readonly file: string;
  /** Occurs once in the file. */
  readonly find: string;
  readonly replacement: string;
  readonly tests: readonly string[];
  /** The tests look at the built pages, which are built once more with the mistake in them. */
  readonly needsPages?: boolean;
};

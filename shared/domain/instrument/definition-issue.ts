/** A fault in an instrument as people write it: which file, where in it, a stable word, and why. */
export type DefinitionIssue = {
  readonly file: string;
  readonly path: string;
  readonly code: string;
  readonly reason: string;
};

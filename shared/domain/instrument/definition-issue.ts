/**
 * A fault in an instrument as people write it: which file, where in it, a stable word, and why. The reason is for
 * logs; readers get words of their own, made from the code and what it is about.
 */
export type DefinitionIssue = {
  readonly file: string;
  readonly path: string;
  readonly code: string;
  readonly reason: string;
  readonly about?: Readonly<Record<string, string | number>> | undefined;
};

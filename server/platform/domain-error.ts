import type { ProblemCode, ProblemField } from '#shared/contracts/problem.ts';

export type DomainErrorOptions = {
  readonly fields?: readonly ProblemField[];
  /** Further members of the problem document that the client acts on. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
};

/** Something a caller did or met that has a name of its own. What status it gets is decided at the edge. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ProblemCode;
  readonly fields: readonly ProblemField[];
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: ProblemCode, options: DomainErrorOptions = {}) {
    super(code, { cause: options.cause });
    this.code = code;
    this.fields = options.fields ?? [];
    this.members = options.members ?? {};
  }
}

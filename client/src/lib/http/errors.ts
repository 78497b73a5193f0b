import type { Problem } from '#shared/contracts/problem.ts';

/** The server answered, and the answer is no. `document` holds what an endpoint adds to its problem. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: Problem['code'];
  readonly requestId: string;
  readonly errors: NonNullable<Problem['errors']>;
  readonly document: unknown;

  constructor(problem: Problem, document: unknown) {
    super(problem.title);
    this.status = problem.status;
    this.code = problem.code;
    this.requestId = problem.requestId;
    this.errors = problem.errors ?? [];
    this.document = document;
  }
}

/** No answer came: the network is gone, the server is away, or it took too long. Whether it acted is not known. */
export class NetworkError extends TypeError {
  override readonly name = 'NetworkError';
}

/** Whether nobody answered, or the server could not: the same may go well another time. */
export const isNoReply = (failure: unknown): boolean => !(failure instanceof ProblemError) || failure.status >= 500;

/** Whether there is no way to the server just now, or it takes no requests. */
export const isAway = (failure: unknown): boolean =>
  failure instanceof NetworkError || (failure instanceof ProblemError && failure.code === 'service-unavailable');

/** Whether an answer was given elsewhere meanwhile than the one that was seen. */
export const isAnswerConflict = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'answer-conflict';

/** Where the server names a fault in what stood in the address, and not in what was filled in. */
const inAddress = /^(params|querystring)\//;

/** Whether an address leads nowhere: nothing is there, or it asks for what nothing can be called. */
export const isNowhere = (error: unknown): boolean =>
  error instanceof ProblemError &&
  (error.code === 'not-found' || (error.errors.length > 0 && error.errors.every(({ path }) => inAddress.test(path))));

/** Whether the server found this to be wrong with something in the input. */
export const hasFault = (error: unknown, code: string): boolean =>
  error instanceof ProblemError && error.errors.some((fault) => fault.code === code);

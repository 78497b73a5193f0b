import pg from 'pg';

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

type Query = { text: string; values?: readonly unknown[] } | string;

/** Notes every statement this process sends, request by request, so that a bare server can send the same ones. */
export class StatementRecorder {
  readonly requests: Statement[][] = [];
  readonly #original = pg.Client.prototype.query;

  constructor() {
    const { requests } = this;
    const original = this.#original as (...parameters: unknown[]) => unknown;
    pg.Client.prototype.query = function record(this: pg.Client, ...parameters: unknown[]) {
      const [query, values] = parameters as [Query, readonly unknown[] | undefined];
      const text = typeof query === 'string' ? query : query.text;
      const given = typeof query === 'string' ? values : query.values;
      requests.at(-1)?.push({ text, values: given ?? [] });
      return original.apply(this, parameters);
    } as typeof pg.Client.prototype.query;
  }

  nextRequest(): void {
    this.requests.push([]);
  }

  stop(): void {
    pg.Client.prototype.query = this.#original;
  }
}

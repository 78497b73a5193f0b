import { randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';

type Cookie = { readonly name: string; readonly value: string; readonly path: string };

export type Visit = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
};

/** One browser: keeps cookies by path as browsers do, and sends an Origin with every write. */
export class Visitor {
  readonly #app: FastifyInstance;
  #cookies: Cookie[] = [];

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  async send({ method = 'GET', url, body, headers = {} }: Visit): Promise<LightMyRequestResponse> {
    const options: InjectOptions = {
      method,
      url,
      headers: {
        host: 'localhost:3000',
        ...(method === 'GET' ? {} : { origin: 'http://localhost:3000' }),
        ...this.#cookieHeader(url),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body as object }),
    };
    const reply = await this.#app.inject(options);
    this.#keep(reply);
    return reply;
  }

  get(url: string): Promise<LightMyRequestResponse> {
    return this.send({ url });
  }

  /** A write that carries a fresh idempotency key unless one is given. */
  post(url: string, body: unknown = undefined, key: string = randomUUID()): Promise<LightMyRequestResponse> {
    return this.send({ method: 'POST', url, body, headers: { 'idempotency-key': key } });
  }

  put(url: string, body: unknown): Promise<LightMyRequestResponse> {
    return this.send({ method: 'PUT', url, body });
  }

  get cookies(): readonly Cookie[] {
    return this.#cookies;
  }

  #cookieHeader(url: string): Record<string, string> {
    const fitting = this.#cookies.filter(({ path }) => url === path || url.startsWith(`${path}/`));
    return fitting.length === 0 ? {} : { cookie: fitting.map(({ name, value }) => `${name}=${value}`).join('; ') };
  }

  #keep(reply: LightMyRequestResponse): void {
    for (const { name, value, path = '/' } of reply.cookies) {
      const others = this.#cookies.filter((cookie) => cookie.name !== name || cookie.path !== path);
      this.#cookies = [...others, { name, value, path }];
    }
  }
}

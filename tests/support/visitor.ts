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

  send(visit: Visit): Promise<LightMyRequestResponse> {
    const isWithin = ({ path }: Cookie) => path === '/' || visit.url === path || visit.url.startsWith(`${path}/`);
    return this.#request(visit, this.#cookies.filter(isWithin));
  }

  /** Shows its keys also where no browser would: at the addresses of others. */
  trespass(visit: Visit): Promise<LightMyRequestResponse> {
    return this.#request(visit, this.#cookies);
  }

  async #request(
    { method = 'GET', url, body, headers = {} }: Visit,
    cookies: readonly Cookie[],
  ): Promise<LightMyRequestResponse> {
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const options: InjectOptions = {
      method,
      url,
      headers: {
        host: 'localhost:3000',
        ...(method === 'GET' ? {} : { origin: 'http://localhost:3000' }),
        ...(cookie === '' ? {} : { cookie }),
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

  /** Takes a cookie over from elsewhere, as if this browser had been given it. */
  hold(cookie: Cookie): void {
    this.#cookies = [...this.#cookies.filter(({ name }) => name !== cookie.name), cookie];
  }

  get cookies(): readonly Cookie[] {
    return this.#cookies;
  }

  #keep(reply: LightMyRequestResponse): void {
    for (const { name, value, path = '/' } of reply.cookies) {
      const others = this.#cookies.filter((cookie) => cookie.name !== name || cookie.path !== path);
      this.#cookies = [...others, { name, value, path }];
    }
  }
}

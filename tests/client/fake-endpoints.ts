import { vi } from 'vitest';
import * as z from 'zod/mini';
import { problemOf } from '#server/platform/http/problem-details.ts';
import type { Endpoint } from '#shared/contracts/endpoint.ts';
import type { ProblemCode, ProblemField } from '#shared/contracts/problem.ts';

type Input<S> = S extends z.ZodMiniType ? z.output<S> : undefined;
type Given<E extends Endpoint> = { params: Input<E['params']>; query: Input<E['query']>; body: Input<E['body']> };
type Reply<E extends Endpoint> = {
  [Status in keyof E['responses']]: z.input<E['responses'][Status]>;
}[keyof E['responses']];

/** A refusal that the handler of an endpoint throws. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly ProblemField[];
  /** What the endpoint adds to its problem. */
  readonly members: object;
  constructor(code: ProblemCode, errors: readonly ProblemField[] = [], members: object = {}) {
    super(code);
    this.code = code;
    this.errors = errors;
    this.members = members;
  }
}

type Route = { endpoint: Endpoint; address: RegExp; handle: (given: never) => unknown };
type Request = { name: string; params: unknown; query: unknown; body: unknown };

/** What an endpoint answers; in and out it is held to its description. */
export function answering<E extends Endpoint>(endpoint: E, handle: (given: Given<E>) => Reply<E>): Route {
  const address = new RegExp(`^${endpoint.path.replaceAll(/:([A-Za-z]+)/g, '(?<$1>[^/]+)')}$`);
  return { endpoint, address, handle };
}

/** As a server reads them: what an address may not have stands in it in signs that it may. */
const paramsOf = (match: RegExpExecArray | null) =>
  Object.fromEntries(Object.entries(match?.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]));

/** The one status of an endpoint that is no refusal. */
const successOf = ({ responses }: Endpoint): number => Math.min(...Object.keys(responses).map(Number));

/** A server made of the endpoints that a page calls. */
export class FakeEndpoints {
  readonly requests: Request[] = [];
  /** Endpoints, by name, that are refused, and why; `no-reply` when nobody answers. */
  readonly refused = new Map<string, ProblemCode | 'no-reply'>();
  readonly #routes: readonly Route[];

  constructor(routes: readonly Route[]) {
    this.#routes = routes;
    vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => this.#reply(address, init));
  }

  /** The requests to an endpoint, in order. */
  sent({ name }: Endpoint): Request[] {
    return this.requests.filter((request) => request.name === name);
  }

  #reply(address: string, { method = 'GET', body: sent }: RequestInit = {}): Response {
    const url = new URL(address, 'http://localhost');
    const found = this.#routes.find((each) => each.endpoint.method === method && each.address.test(url.pathname));
    if (found === undefined) throw new Error(`there is no ${method} ${address}`);
    const { endpoint, handle } = found;
    const given = {
      params: endpoint.params && z.parse(endpoint.params, paramsOf(found.address.exec(url.pathname))),
      query: endpoint.query && z.parse(endpoint.query, Object.fromEntries(url.searchParams)),
      body: endpoint.body && z.parse(endpoint.body, JSON.parse(String(sent))),
    };
    this.requests.push({ name: endpoint.name, ...given });
    const code = this.refused.get(endpoint.name);
    if (code === 'no-reply') throw new TypeError('Failed to fetch');
    try {
      if (code !== undefined) throw new Refusal(code);
      const status = successOf(endpoint);
      const result = handle(given as never);
      return Response.json(z.parse(endpoint.responses[status] ?? z.never(), result), { status });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const problem = { ...problemOf(error.code, 'r-1'), ...error.members };
      const body = error.errors.length === 0 ? problem : { ...problem, errors: error.errors };
      return Response.json(body, { status: problem.status });
    }
  }
}

import * as z from 'zod/mini';
import type { Endpoint } from '#shared/contracts/endpoint.ts';
import { problemSchema } from '#shared/contracts/problem.ts';
import { endpointAddress } from './endpoint-address.ts';
import { NetworkError, ProblemError } from './errors.ts';
import { tellOfRefusal } from './refusals.ts';
import { upload } from './upload.ts';

const timeoutMs = 20_000;

type Part<Name extends string, S> = S extends z.ZodMiniType
  ? Record<Name, z.input<S>>
  : Partial<Record<Name, undefined>>;

export type CallInput<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']> & {
    idempotencyKey?: E['isIdempotencyKeyRequired'] extends true ? string : undefined;
    signal?: AbortSignal;
    /** Is sent also when the page is left before the reply has come. The browser takes 64 kB of such. */
    isKeptAlive?: boolean;
    /** Told how much of the body has gone, from 0 to 1. What is large may take its time to go. */
    onUploaded?: (share: number) => void;
  };

type Success = 200 | 201 | 202;
export type CallOutput<E extends Endpoint> = {
  [Status in keyof E['responses'] & Success]: E['responses'][Status] extends z.ZodMiniType
    ? z.output<E['responses'][Status]>
    : never;
}[keyof E['responses'] & Success];

async function request(address: string, init: RequestInit, aborted: AbortSignal | undefined): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await fetch(address, { ...init, signal: aborted ? AbortSignal.any([aborted, timeout]) : timeout });
  } catch (cause) {
    throw new NetworkError('no reply', { cause });
  }
}

const strangeReply = 'the reply is not what the server sends';

async function readBody(reply: Response): Promise<unknown> {
  try {
    return await reply.json();
  } catch (cause) {
    throw new NetworkError(strangeReply, { cause });
  }
}

/** Calls one endpoint of the contracts. Throws a `ProblemError` when refused and a `NetworkError` without a reply. */
export async function callEndpoint<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<CallOutput<E>> {
  const { params, query, body, idempotencyKey, signal, isKeptAlive, onUploaded } = input as {
    params?: Record<string, unknown>;
    query?: Record<string, unknown>;
    body?: unknown;
    idempotencyKey?: string;
    signal?: AbortSignal;
    isKeptAlive?: boolean;
    onUploaded?: (share: number) => void;
  };
  const init: RequestInit = {
    method: endpoint.method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(isKeptAlive === true ? { keepalive: true } : {}),
  };
  const address = endpointAddress(endpoint, params, query);
  const reply =
    onUploaded === undefined
      ? await request(address, init, signal)
      : await upload(address, { ...init, signal: signal ?? null }, onUploaded);
  const document = await readBody(reply);
  const schema = endpoint.responses[reply.status];
  if (reply.ok && schema !== undefined) return z.parse(schema, document) as CallOutput<E>;
  const problem = problemSchema.safeParse(document);
  if (!problem.success) throw new NetworkError(strangeReply);
  tellOfRefusal(problem.data.code);
  throw new ProblemError(problem.data, document);
}

import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema, RouteShorthandOptions } from 'fastify';
import type * as z from 'zod/mini';
import type { Endpoint } from '#shared/contracts/endpoint.ts';
import { problemSchema } from '#shared/contracts/problem.ts';
import { inTransaction } from '../database/transaction.ts';
import { DomainError } from '../domain-error.ts';
import { findEditorName } from '../editor-session/repository.ts';
import { isWithin } from '../extent.ts';
import { presentedAccessKey } from './access-cookie.ts';
import { presentedEditorKey } from './editor-cookie.ts';

type Output<S> = S extends z.ZodMiniType ? z.output<S> : undefined;

export type EndpointRequest<E extends Endpoint> = {
  readonly params: Output<E['params']>;
  readonly query: Output<E['query']>;
  readonly body: Output<E['body']>;
  /** SHA-256 (hex) of the access key the browser presented; empty on public endpoints. */
  readonly accessKey: string;
  /** SHA-256 (hex) of the editor's key; empty on other endpoints. */
  readonly editorKey: string;
  /** Present exactly when the endpoint requires it. */
  readonly idempotencyKey: string;
};

type StatusOf<E extends Endpoint> = keyof E['responses'] & number;

export type EndpointHandler<E extends Endpoint, Status extends StatusOf<E>> = (
  request: EndpointRequest<E>,
  reply: FastifyReply,
) => Promise<{ readonly status: Status; readonly body: z.input<E['responses'][Status]> }>;

const idempotencyKeyPattern = /^[A-Za-z0-9_-]{8,100}$/;

function idempotencyKeyOf(request: FastifyRequest, endpoint: Endpoint): string {
  if (endpoint.isIdempotencyKeyRequired !== true) return '';
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !idempotencyKeyPattern.test(key)) throw new DomainError('idempotency-key-missing');
  return key;
}

function schemaOf(endpoint: Endpoint): FastifySchema {
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[2] ?? 'site'],
    ...(endpoint.params ? { params: endpoint.params } : {}),
    ...(endpoint.query ? { querystring: endpoint.query } : {}),
    ...(endpoint.body ? { body: endpoint.body } : {}),
    response: { '4xx': problemSchema, '5xx': problemSchema, ...endpoint.responses },
  } as FastifySchema;
}

/** Far more than any body that the contracts describe. */
const bodyExtent = { levels: 40, values: 10_000 };

/** A respondent's key that is missing gets the same answer as a response that does not exist. */
function refuseWithoutKey({ access }: Endpoint, request: FastifyRequest): void {
  if (access === 'respondent' && presentedAccessKey(request) === undefined) throw new DomainError('not-found');
  if (access === 'editor' && presentedEditorKey(request) === undefined) throw new DomainError('sign-in-required');
}

/**
 * Nobody but a signed-in editor may send what an editor may: bodies of editors are large. After the rate limit, before
 * the body; the use case looks again in its own transaction, and what it finds there is what counts.
 */
async function refuseEndedSession(app: FastifyInstance, request: FastifyRequest): Promise<void> {
  const editorKey = presentedEditorKey(request) ?? '';
  const name = await inTransaction({ pool: app.pg.pool }, { editorKey }, (tx) => findEditorName(tx));
  if (name === undefined) throw new DomainError('sign-in-required');
}

function refuseUnwieldyBody({ body }: FastifyRequest): void {
  if (isWithin(body, bodyExtent)) return;
  throw new DomainError('invalid-request', { fields: [{ path: 'body', code: 'nests-too-deep-or-wide' }] });
}

/** Puts an endpoint description on the server: schemas, access and handler in one step. */
export function registerEndpoint<E extends Endpoint, Status extends StatusOf<E>>(
  app: FastifyInstance,
  endpoint: E,
  handle: EndpointHandler<E, Status>,
  options: Pick<RouteShorthandOptions, 'config'> = {},
): void {
  app.route({
    ...options,
    method: endpoint.method,
    url: endpoint.path,
    schema: schemaOf(endpoint),
    ...(endpoint.bodyLimit === undefined ? {} : { bodyLimit: endpoint.bodyLimit }),
    onRequest: async (request) => refuseWithoutKey(endpoint, request),
    preParsing: async (request) => {
      if (endpoint.access === 'editor' && endpoint.method !== 'GET') await refuseEndedSession(app, request);
    },
    preValidation: async (request) => refuseUnwieldyBody(request),
    handler: async (request, reply) => {
      const result = await handle(
        {
          params: request.params as Output<E['params']>,
          query: request.query as Output<E['query']>,
          body: request.body as Output<E['body']>,
          accessKey: endpoint.access === 'respondent' ? (presentedAccessKey(request) ?? '') : '',
          editorKey: endpoint.access === 'editor' ? (presentedEditorKey(request) ?? '') : '',
          idempotencyKey: idempotencyKeyOf(request, endpoint),
        },
        reply,
      );
      reply.code(result.status);
      return result.body;
    },
  });
}

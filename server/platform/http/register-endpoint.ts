import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema, RouteShorthandOptions } from 'fastify';
import type * as z from 'zod/mini';
import type { Endpoint, EndpointAccess } from '#shared/contracts/endpoint.ts';
import { problemSchema } from '#shared/contracts/problem.ts';
import { judge } from '#shared/domain/access/permissions.ts';
import type { AccessContext, Surface } from '../database/transaction.ts';
import { DomainError } from '../domain-error.ts';
import { isWithin } from '../extent.ts';
import type { Account } from '../identity/account.ts';
import { findAccount } from '../identity/repository.ts';
import { presentedAccessKey } from './access-cookie.ts';
import { sessionCookie } from './own-cookie.ts';

type Output<S> = S extends z.ZodMiniType ? z.output<S> : undefined;

/** Who is signed in: for certain where the endpoint asks for somebody, and perhaps on the others. */
type AccountOf<E extends Endpoint> = E['access'] extends 'public' | 'respondent' ? Account | undefined : Account;

export type EndpointRequest<E extends Endpoint> = {
  readonly params: Output<E['params']>;
  readonly query: Output<E['query']>;
  readonly body: Output<E['body']>;
  /** What the browser presented, for the transactions of the use case. */
  readonly access: AccessContext;
  readonly account: AccountOf<E>;
  /** Present exactly when the endpoint requires it. */
  readonly idempotencyKey: string;
};

type StatusOf<E extends Endpoint> = keyof E['responses'] & number;

export type EndpointHandler<E extends Endpoint, Status extends StatusOf<E>> = (
  request: EndpointRequest<E>,
  reply: FastifyReply,
) => Promise<{ readonly status: Status; readonly body: z.input<E['responses'][Status]> }>;

const surfaces: Readonly<Record<EndpointAccess, Surface>> = {
  public: 'app',
  respondent: 'app',
  editor: 'app',
  catalogue: 'app',
  account: 'identity',
  member: 'member',
  advisor: 'advisor',
  coordination: 'coordination',
  region: 'statistics',
};

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

const isForSomebody = ({ access }: Endpoint): boolean => access !== 'public' && access !== 'respondent';

/** A respondent's key that is missing gets the same answer as a response that does not exist. */
function refuseWithoutKey(endpoint: Endpoint, request: FastifyRequest): void {
  const hasSession = sessionCookie.read(request) !== undefined;
  const isKeyless = presentedAccessKey(request) === undefined && !hasSession;
  if (endpoint.access === 'respondent' && isKeyless) throw new DomainError('not-found');
  if (isForSomebody(endpoint) && !hasSession) throw new DomainError('sign-in-required');
}

/** What a role may not do looks like what does not exist; what it may do once proved, says so. */
function refuseUnlessAllowed({ permission, isFreshSignInRequired }: Endpoint, account: Account): void {
  const ruling = permission === undefined ? 'allowed' : judge(account, permission);
  if (ruling === 'denied') throw new DomainError('not-found');
  if (ruling === 'second-factor-missing') throw new DomainError('second-factor-required');
  if (isFreshSignInRequired === true && !account.isFresh) throw new DomainError('verification-required');
}

/**
 * Finds out who it is, after the rate limit and before the body: some bodies are large. The use case's transaction
 * presents the same keys again, and what the database finds there is what counts.
 */
async function identify(app: FastifyInstance, endpoint: Endpoint, request: FastifyRequest): Promise<void> {
  const sessionKey = sessionCookie.readKey(request);
  request.account = sessionKey === undefined ? undefined : await findAccount({ pool: app.pg.pool }, sessionKey);
  if (!isForSomebody(endpoint)) return;
  if (request.account === undefined) throw new DomainError('sign-in-required');
  refuseUnlessAllowed(endpoint, request.account);
}

function refuseUnwieldyBody({ body }: FastifyRequest): void {
  if (isWithin(body, bodyExtent)) return;
  throw new DomainError('invalid-request', { fields: [{ path: 'body', code: 'nests-too-deep-or-wide' }] });
}

function accessOf(endpoint: Endpoint, request: FastifyRequest): AccessContext {
  const { responseId } = request.params as { responseId?: string };
  const isOfResponse = endpoint.access === 'respondent';
  return {
    surface: surfaces[endpoint.access],
    ...(endpoint.access === 'public' ? {} : { sessionKey: sessionCookie.readKey(request) ?? '' }),
    ...(isOfResponse ? { accessKey: presentedAccessKey(request) ?? '', responseId: responseId ?? '' } : {}),
  };
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
    preParsing: async (request) => identify(app, endpoint, request),
    preValidation: async (request) => refuseUnwieldyBody(request),
    handler: async (request, reply) => {
      const result = await handle(
        {
          params: request.params as Output<E['params']>,
          query: request.query as Output<E['query']>,
          body: request.body as Output<E['body']>,
          access: accessOf(endpoint, request),
          account: request.account as AccountOf<E>,
          idempotencyKey: idempotencyKeyOf(request, endpoint),
        },
        reply,
      );
      reply.code(result.status);
      return result.body;
    },
  });
}

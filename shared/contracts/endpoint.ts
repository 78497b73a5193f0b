import type { ZodMiniType } from 'zod/mini';

/**
 * Who may call an endpoint. `respondent` holds the access key of the response named in the path, `editor` the key of
 * a session in which instruments are edited.
 */
export type EndpointAccess = 'public' | 'respondent' | 'editor';

/** One endpoint, described once; the server registers it and the client calls it by this description. */
export type Endpoint = {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Fastify path, parameters as `:name`. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly access: EndpointAccess;
  readonly params?: ZodMiniType;
  readonly query?: ZodMiniType;
  readonly body?: ZodMiniType;
  /** Largest body in bytes where it is more than the server's own limit. */
  readonly bodyLimit?: number;
  /** The request must carry an `Idempotency-Key` header. */
  readonly isIdempotencyKeyRequired?: true;
  readonly responses: Readonly<Record<number, ZodMiniType>>;
};

/** Keeps the literal types of a description while checking its shape. */
export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint;
}

import type { ZodMiniType } from 'zod/mini';
import type { Action } from '../domain/access/actions.ts';

/**
 * Who may call an endpoint. `respondent`: the key of the response named in the path, or a session that may open it.
 * All others but `public` ask for a session: `account` for one's own account, `member` for the firms one belongs to,
 * `advisor` for firms that let one in, `coordination` for organisations and the site, `editor` for instruments,
 * `catalogue` for packages, by those who give them and by editors, `region` for releases, which are all it can read.
 */
export type EndpointAccess =
  | 'public'
  | 'respondent'
  | 'account'
  | 'member'
  | 'advisor'
  | 'coordination'
  | 'editor'
  | 'catalogue'
  | 'region';

/** One endpoint, described once; the server registers it and the client calls it by this description. */
export type Endpoint = {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Fastify path, parameters as `:name`. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly access: EndpointAccess;
  /** What one of the person's roles must allow; which rows it reaches is the database's to say. */
  readonly permission?: Action;
  /** Only shortly after proving who one is. */
  readonly isFreshSignInRequired?: true;
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

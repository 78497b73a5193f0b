import type { FastifyReply } from 'fastify';
import { DomainError } from '../domain-error.ts';

/**
 * Says that whoever asked is gone before the reply: the connection was closed. Long work looks at it between its steps, and
 * what it has done in a transaction is undone when it stops.
 */
export function goneSignal({ raw }: Pick<FastifyReply, 'raw'>): AbortSignal {
  const gone = new AbortController();
  const leave = () => {
    if (!raw.writableFinished) gone.abort(new DomainError('service-unavailable', { cause: 'the client has gone' }));
  };
  if (raw.destroyed) leave();
  else raw.once('close', leave);
  return gone.signal;
}

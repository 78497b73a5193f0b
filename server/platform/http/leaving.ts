import type { FastifyReply } from 'fastify';

/** Is aborted when whoever asked has gone before the answer was sent. */
export function leavingSignal({ raw }: FastifyReply): AbortSignal {
  const leaving = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) leaving.abort();
  });
  return leaving.signal;
}

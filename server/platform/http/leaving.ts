import type { FastifyReply } from 'fastify';

/** Is aborted when whoever asked has gone before the answer was sent, also when that was before this was asked for. */
export function leavingSignal({ raw }: FastifyReply): AbortSignal {
  const leaving = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) leaving.abort();
  });
  if (raw.destroyed && !raw.writableFinished) leaving.abort();
  return leaving.signal;
}

import * as z from 'zod/mini';
import { instrumentVersionIdSchema } from '#shared/contracts/identifiers.ts';
import { storedAnswerSchema } from '#shared/contracts/responses.ts';
import type { OutboxTabs, TabMessage } from './outbox-parts.ts';

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('queued') }),
  z.object({
    kind: z.literal('saved'),
    stored: storedAnswerSchema,
    version: z.optional(instrumentVersionIdSchema),
  }),
  z.object({ kind: z.literal('submitted') }),
  z.object({ kind: z.literal('left') }),
]);

export type BrowserTabs = OutboxTabs & { close(): void };

/** Ties the tabs of one browser together. Where the browser has no locks, the server's own care is enough. */
export function joinTabs(responseId: string, hear: (message: TabMessage) => void): BrowserTabs {
  const name = `outbox/${responseId}`;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => {
    const message = messageSchema.safeParse(data);
    if (message.success) hear(message.data);
  };
  return {
    tell: (message) => channel.postMessage(message),
    alone: async (work) => {
      if ('locks' in navigator) await navigator.locks.request(name, work);
      else await work();
    },
    close: () => channel.close(),
  };
}

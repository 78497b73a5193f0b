import { Outbox } from '#client/src/features/answering/outbox/outbox.ts';
import type { OutboxParts, OutboxTabs, TabMessage } from '#client/src/features/answering/outbox/outbox-parts.ts';
import type { OutboxStore } from '#client/src/features/answering/outbox/outbox-store.ts';
import type { StoredAnswer } from '#shared/contracts/responses.ts';

/** The tabs of one browser: they hear each other, and only one works at a time. */
export type Browser = {
  readonly store: OutboxStore;
  readonly tabs: Set<(message: TabMessage) => void>;
  queue: Promise<void>;
};

export const browserWith = (store: OutboxStore): Browser => ({ store, tabs: new Set(), queue: Promise.resolve() });

/** One tab with an outbox, as far as the outbox can tell. */
export async function openTab(browser: Browser, server: Pick<OutboxParts, 'send'>) {
  const known = new Map<string, StoredAnswer>();
  const learn = (answer: StoredAnswer) => {
    if ((known.get(answer.itemCode)?.revision ?? 0) < answer.revision) known.set(answer.itemCode, answer);
  };
  const hear = (message: TabMessage) => void outbox.hear(message);
  const tabs: OutboxTabs = {
    tell: (message) => {
      for (const other of browser.tabs) if (other !== hear) other(message);
    },
    alone: (work) => {
      browser.queue = browser.queue.then(work);
      return browser.queue;
    },
  };
  const outbox = new Outbox(
    {
      store: browser.store,
      tabs,
      send: server.send,
      onState: () => undefined,
      onStored: learn,
    },
    await browser.store.read(),
  );
  browser.tabs.add(hear);
  return {
    outbox,
    known,
    give: (itemCode: string, answer: Parameters<Outbox['give']>[1]) =>
      outbox.give(itemCode, answer, known.get(itemCode)?.revision ?? 0),
    close: () => {
      outbox.stop();
      browser.tabs.delete(hear);
    },
  };
}

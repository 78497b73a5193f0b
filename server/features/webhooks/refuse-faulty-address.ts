import type { Context } from '../../platform/context.ts';
import { DomainError } from '../../platform/domain-error.ts';
import { readWebhookAddress } from '../../platform/webhooks/webhook-address.ts';

/** What can be said of an address before it is called. */
export function refuseFaultyAddress({ config }: Context, url: string): void {
  const read = readWebhookAddress(url, { allowsLocal: config.allowsLocalWebhooks });
  if ('fault' in read) throw new DomainError('invalid-request', { fields: [{ path: 'body/url', code: read.fault }] });
}

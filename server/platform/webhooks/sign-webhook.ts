import { createHmac } from 'node:crypto';

const secretMark = 'whsec_';

/** 32 random bytes as receivers of Standard Webhooks expect them. */
export function webhookSecretOf(random: string): string {
  return `${secretMark}${Buffer.from(random, 'base64url').toString('base64')}`;
}

export type Message = { readonly id: string; readonly sentAt: Date; readonly body: string };

function signatureOf(secret: string, { id, sentAt, body }: Message): string {
  const key = Buffer.from(secret.slice(secretMark.length), 'base64');
  const seconds = Math.floor(sentAt.getTime() / 1000);
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

/** The headers of Standard Webhooks: the same id however often it is sent, when, and one signature for each secret. */
export function signWebhook(secrets: readonly string[], message: Message): Readonly<Record<string, string>> {
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(message.sentAt.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => signatureOf(secret, message)).join(' '),
  };
}

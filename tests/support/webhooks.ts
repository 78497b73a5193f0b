import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import { deliverWebhooks, type WebhookParts } from '#server/platform/webhooks/deliver-webhooks.ts';
import type { PostOptions } from '#server/platform/webhooks/post-webhook.ts';
import { localhostCertificate } from './localhost-certificate.ts';
import type { TestApp } from './test-app.ts';
import { testSealing } from './test-sealing.ts';

export type Received = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly url: string;
};

type Answer = (request: IncomingMessage, reply: ServerResponse) => void;

export const answerWith =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_request, reply) => {
    reply.writeHead(status, headers).end();
  };

/** A receiver that is really called. What it answers can be changed while it runs. */
export type Receiver = {
  readonly url: string;
  readonly port: number;
  readonly received: Received[];
  answer: Answer;
  close(): Promise<void>;
};

export async function startReceiver({ isSecure = false, port = 0 } = {}): Promise<Receiver> {
  const received: Received[] = [];
  const take = (request: IncomingMessage, reply: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(chunks).toString(),
        url: request.url ?? '',
      });
      receiver.answer(request, reply);
    });
  };
  const server = isSecure ? https.createServer(localhostCertificate, take) : http.createServer(take);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const bound = (server.address() as AddressInfo).port;
  const receiver: Receiver = {
    url: `${isSecure ? 'https' : 'http'}://localhost:${bound}/hook`,
    port: bound,
    received,
    answer: answerWith(204),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}

export function webhookParts(site: TestApp, post: Partial<PostOptions> = {}): WebhookParts {
  return {
    database: { pool: site.app.pg.pool },
    clock: site.clock,
    identifiers: randomIdentifiers,
    sealing: testSealing,
    post: { allowsLocal: true, resolve: async () => ['127.0.0.1'], ...post },
    log: site.app.log,
  };
}

/** Sends everything that is due now. */
export async function sendWebhooks(site: TestApp, post: Partial<PostOptions> = {}): Promise<void> {
  const { signal } = new AbortController();
  while (await deliverWebhooks(webhookParts(site, post), signal));
}

export type DeliveryRow = {
  status: string;
  attempts: number;
  fault: string | null;
  responseCode: number | null;
  id: string;
};

export async function deliveryRows({ admin }: TestApp): Promise<DeliveryRow[]> {
  const { rows } = await admin.query<DeliveryRow>(
    `select status, attempts, fault, response_code as "responseCode", delivery_id as id
     from webhook_deliveries order by sequence`,
  );
  return rows;
}

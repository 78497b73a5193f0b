import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { type WebhookFault, webhookLimits } from '#shared/contracts/webhooks.ts';
import { bareHost, isOwnHost, isPublicAddress, readWebhookAddress } from './webhook-address.ts';

/** From the look-up of the name to the first line of the answer. */
const withinMs = webhookLimits.answerSeconds * 1000;
/** What is read of an answer's body, and for how long; nothing of it is kept. */
const bodyBytes = 16_384;
const bodyWithinMs = 1000;

export class WebhookRefusal extends Error {
  override readonly name = 'WebhookRefusal';
  readonly fault: WebhookFault;
  readonly responseCode: number | null;

  constructor(fault: WebhookFault, options: { responseCode?: number; cause?: unknown } = {}) {
    super(fault, { cause: options.cause });
    this.fault = fault;
    this.responseCode = options.responseCode ?? null;
  }
}

/** The addresses of a name. */
export type Resolve = (host: string) => Promise<readonly string[]>;

const resolveBySystem: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

export type PostOptions = {
  /** A receiver on this machine, over http too: only on a demo's own database. */
  readonly allowsLocal: boolean;
  readonly resolve?: Resolve;
  readonly withinMs?: number;
  /** Whom to trust, where it is not the system's list. */
  readonly ca?: string;
};

/** The one address that is called. A name that has any address of a network of somebody's own is not called at all. */
async function addressOf(url: URL, { allowsLocal, resolve = resolveBySystem }: PostOptions): Promise<string> {
  const host = bareHost(url);
  const addresses =
    isIP(host) === 0
      ? await resolve(host).catch((cause: unknown) => {
          throw new WebhookRefusal('unresolved', { cause });
        })
      : [host];
  const [first] = addresses;
  if (first === undefined) throw new WebhookRefusal('unresolved');
  const isFit = (allowsLocal && isOwnHost(url)) || addresses.every(isPublicAddress);
  if (!isFit) throw new WebhookRefusal('not-public');
  return first;
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const isOfTls = (error: unknown): boolean =>
  /CERT|SSL|TLS|SIGNATURE|ISSUER|EPROTO|ALTNAME|DEPTH_ZERO/.test(codeOf(error));

function faultOf(responseCode: number): WebhookFault | undefined {
  if (responseCode >= 200 && responseCode < 300) return undefined;
  if (responseCode >= 300 && responseCode < 400) return 'redirected';
  return responseCode === 410 ? 'gone' : 'refused';
}

/** Reads on for a moment so that the receiver is not cut off in its answer, and never more than a little. */
function drain(reply: http.IncomingMessage): void {
  let read = 0;
  reply.on('error', () => undefined);
  reply.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > bodyBytes) reply.destroy();
  });
  setTimeout(() => reply.destroy(), bodyWithinMs).unref();
}

type Call = { readonly url: URL; readonly body: string; readonly headers: Readonly<Record<string, string>> };

/** The status of the answer. The connection goes to the given address, whatever the name may mean by then. */
function send(
  { url, body, headers }: Call,
  address: string,
  options: PostOptions,
  signal: AbortSignal,
): Promise<number> {
  const family = isIP(address);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const request = (url.protocol === 'http:' ? http : https).request(url, {
    method: 'POST',
    agent: false,
    headers: {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Mattstock-Webhooks',
    },
    lookup: (_host, { all }, done) => {
      if (all === true) done(null, [{ address, family }]);
      else done(null, address, family);
    },
    minVersion: 'TLSv1.2',
    ...(options.ca === undefined ? {} : { ca: options.ca }),
    signal,
  });
  request.on('error', reject);
  request.on('response', (reply) => {
    drain(reply);
    resolve(reply.statusCode ?? 0);
  });
  request.end(body);
  return promise;
}

async function attempt(call: Call, options: PostOptions, signal: AbortSignal): Promise<number> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => reject(new Error('aborted', { cause: signal.reason })), { once: true });
  aborted.catch(() => undefined);
  const address = await Promise.race([addressOf(call.url, options), aborted]);
  return Promise.race([send(call, address, options, signal), aborted]);
}

/**
 * Hands the body to the receiver. Resolves to the status of its answer when it has taken it; a `WebhookRefusal` says why
 * it has not. Nothing is followed, nothing of the answer is kept, and no address but a public one is called.
 */
export async function postWebhook(
  { url: text, body, headers }: { url: string; body: string; headers: Readonly<Record<string, string>> },
  options: PostOptions,
  stopping: AbortSignal,
): Promise<number> {
  const read = readWebhookAddress(text, options);
  if ('fault' in read) throw new WebhookRefusal('not-public');
  const timeout = AbortSignal.timeout(options.withinMs ?? withinMs);
  const signal = AbortSignal.any([timeout, stopping]);
  let responseCode: number;
  try {
    responseCode = await attempt({ url: read.url, body, headers }, options, signal);
  } catch (cause) {
    if (cause instanceof WebhookRefusal) throw cause;
    if (stopping.aborted) throw new WebhookRefusal('interrupted', { cause });
    if (timeout.aborted) throw new WebhookRefusal('too-slow', { cause });
    throw new WebhookRefusal(isOfTls(cause) ? 'no-secure-connection' : 'unreachable', { cause });
  }
  const fault = faultOf(responseCode);
  if (fault !== undefined) throw new WebhookRefusal(fault, { responseCode });
  return responseCode;
}

import { randomUUID } from 'node:crypto';
import { startBody } from './answering.ts';

export type Acknowledged = { readonly itemCode: string; readonly level: number; readonly revision: number };

const timeoutMs = 5000;

/** A browser that keeps sending until it is told, as the outbox does. */
export class RemoteFirm {
  origin: string;
  readonly responseId: string;
  readonly #cookie: string;
  readonly #clientId = randomUUID();
  readonly acknowledged = new Map<string, Acknowledged>();

  private constructor(origin: string, responseId: string, cookie: string) {
    this.origin = origin;
    this.responseId = responseId;
    this.#cookie = cookie;
  }

  static async start(origin: string): Promise<RemoteFirm> {
    const reply = await fetch(`${origin}/api/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(startBody()),
    });
    if (!reply.ok) throw new Error(`not begun: ${reply.status}`);
    const { responseId } = (await reply.json()) as { responseId: string };
    return new RemoteFirm(origin, responseId, reply.headers.get('set-cookie')?.split(';')[0] ?? '');
  }

  async #request(method: string, rest: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.origin}/api/responses/${this.responseId}${rest}`, {
      method,
      headers: { 'content-type': 'application/json', origin: this.origin, cookie: this.#cookie, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
  }

  /** One attempt. Resolves to whether it was acknowledged; a lost connection and a 5xx are not. */
  async save(itemCode: string, level: number, clientSequence: number): Promise<boolean> {
    const body = {
      clientId: this.#clientId,
      clientSequence,
      baseRevision: this.acknowledged.get(itemCode)?.revision ?? 0,
      answer: { value: { state: 'level', level }, comment: '' },
    };
    const reply = await this.#request('PUT', `/answers/${itemCode}`, body).catch(() => undefined);
    if (reply === undefined || reply.status >= 500) return false;
    if (reply.status !== 200) throw new Error(`refused: ${reply.status} ${await reply.text()}`);
    const { revision } = (await reply.json()) as { revision: number };
    this.acknowledged.set(itemCode, { itemCode, level, revision });
    return true;
  }

  async submit(key: string): Promise<{ receiptNumber: string } | undefined> {
    const reply = await this.#request('POST', '/submission', { language: 'sv' }, { 'idempotency-key': key }).catch(
      () => undefined,
    );
    return reply?.ok === true ? ((await reply.json()) as { receiptNumber: string }) : undefined;
  }

  async stored(): Promise<Acknowledged[]> {
    const reply = await this.#request('GET', '');
    const { answers } = (await reply.json()) as {
      answers: { itemCode: string; revision: number; answer: { value: { level: number } } }[];
    };
    return answers.map(({ itemCode, revision, answer }) => ({ itemCode, revision, level: answer.value.level }));
  }
}

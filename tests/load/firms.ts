import { randomUUID } from 'node:crypto';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import { itemCodesOfForm } from '#shared/domain/instrument/index-structure.ts';

export const { definition, bundle } = await loadContent(contentFolder);
const formCode = 'snabbkoll';
const isAsked = new Set(itemCodesOfForm(definition.structure, formCode));
export const items = definition.structure.items
  .filter(({ kind, code }) => kind === 'ladder' && isAsked.has(code))
  .map(({ code }) => code);
export const answersPerResponse = 50;

export const say = (line: string) => process.stdout.write(`${line}\n`);

export const startBody = { formCode, language: 'sv', profile: bundle.demoFirm.profile };
export const level = (points: number): Answer => ({ value: { state: 'level', level: points % 5 }, comment: '' });

export type Firm = {
  cookie: string;
  responseId: string;
  clientId: string;
  sequence: number;
  revisions: Map<string, number>;
};

export async function call(
  origin: string,
  method: string,
  url: string,
  body: object,
  headers: object = {},
): Promise<Response> {
  const reply = await fetch(origin + url, {
    method,
    headers: { 'content-type': 'application/json', origin, ...headers },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${await reply.text()}`);
  return reply;
}

export async function startFirm(origin: string): Promise<Firm> {
  const reply = await call(origin, 'POST', '/api/responses', startBody);
  const { responseId } = (await reply.json()) as { responseId: string };
  const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { cookie, responseId, clientId: randomUUID(), sequence: 0, revisions: new Map() };
}

function saveBody(firm: Firm, itemCode: string) {
  firm.sequence += 1;
  const baseRevision = firm.revisions.get(itemCode) ?? 0;
  return { clientId: firm.clientId, clientSequence: firm.sequence, baseRevision, answer: level(firm.sequence) };
}

export async function save(origin: string, firm: Firm): Promise<void> {
  const itemCode = items[firm.sequence % items.length] ?? '';
  const url = `/api/responses/${firm.responseId}/answers/${itemCode}`;
  const reply = await call(origin, 'PUT', url, saveBody(firm, itemCode), { cookie: firm.cookie });
  firm.revisions.set(itemCode, ((await reply.json()) as { revision: number }).revision);
}

/** A response that is answered and not submitted yet. */
export async function answeredFirm(origin: string, beforeRequest: () => void = () => undefined): Promise<Firm> {
  beforeRequest();
  const firm = await startFirm(origin);
  for (let turn = 0; turn < answersPerResponse; turn += 1) {
    beforeRequest();
    await save(origin, firm);
  }
  return firm;
}

export async function submit(origin: string, firm: Firm): Promise<void> {
  const headers = { cookie: firm.cookie, 'idempotency-key': randomUUID() };
  await call(origin, 'POST', `/api/responses/${firm.responseId}/submission`, { language: 'sv' }, headers);
}

/** One response from start to submission, on the product. */
export async function wholeResponse(origin: string, beforeRequest: () => void = () => undefined): Promise<void> {
  const firm = await answeredFirm(origin, beforeRequest);
  beforeRequest();
  await submit(origin, firm);
}

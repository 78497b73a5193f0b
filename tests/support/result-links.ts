import { expect } from 'vitest';
import type { ResultLinks, SharedResultDocument } from '#shared/contracts/result-links.ts';
import type { SharedPart } from '#shared/domain/sharing/share-choice.ts';
import type { Visitor } from './visitor.ts';

export const ofLinks = (responseId: string, rest = '') => `/api/responses/${responseId}/result-links${rest}`;

export const choiceOf = (parts: readonly SharedPart[], changes: object = {}) => ({
  parts,
  showsFirmName: false,
  language: 'sv',
  ...changes,
});

export const previewBody = (changes: object = {}) => ({
  recipientName: 'Berit Bank',
  days: 30,
  choice: choiceOf(['levels']),
  ...changes,
});

export const linkBody = (changes: object = {}) => ({ ...previewBody(), sendsMail: false, ...changes });

export const keyIn = (url: string): string => /#key=([A-Za-z0-9_-]{43})$/.exec(url)?.[1] ?? '';

export type Made = { readonly key: string; readonly resultLinkId: string; readonly links: ResultLinks };

/** Makes a link; its secret, and its identifier. */
export async function makeLink(visitor: Visitor, responseId: string, changes: object = {}): Promise<Made> {
  const reply = await visitor.post(ofLinks(responseId), linkBody(changes));
  expect(reply.statusCode, reply.body).toBe(201);
  const { url, links } = reply.json<{ url: string; links: ResultLinks }>();
  return { key: keyIn(url), resultLinkId: links.links[0]?.resultLinkId ?? '', links };
}

export async function openLink(visitor: Visitor, key: string): Promise<SharedResultDocument> {
  const reply = await visitor.post('/api/shared-results', { key });
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<SharedResultDocument>();
}

export async function readLinks(visitor: Visitor, responseId: string): Promise<ResultLinks> {
  const reply = await visitor.get(ofLinks(responseId));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<ResultLinks>();
}

export async function takeBack(visitor: Visitor, responseId: string, resultLinkId: string): Promise<void> {
  const reply = await visitor.post(ofLinks(responseId, `/${resultLinkId}/revocation`));
  expect(reply.statusCode, reply.body).toBe(200);
}

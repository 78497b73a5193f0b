import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Answer } from '#shared/domain/answers/answer.ts';
import type { FirmProfile } from '#shared/domain/firm/firm-profile.ts';
import { workshop } from './small-instrument.ts';
import type { Visitor } from './visitor.ts';

export const startBody = (changes: { profile?: Partial<FirmProfile>; [key: string]: unknown } = {}) => {
  const { profile, ...rest } = changes;
  return { formCode: 'snabbkoll', language: 'sv', profile: { ...workshop, ...profile }, ...rest };
};

/** Starts a response and gives its id. */
export async function start(visitor: Visitor, changes: Parameters<typeof startBody>[0] = {}): Promise<string> {
  const reply = await visitor.post('/api/responses', startBody(changes));
  expect(reply.statusCode).toBe(201);
  return reply.json<{ responseId: string }>().responseId;
}

export const level = (points: number, comment = ''): Answer => ({ value: { state: 'level', level: points }, comment });

let sequence = 0;

export function saveBody(
  answer: Answer,
  changes: { baseRevision?: number; clientId?: string; clientSequence?: number } = {},
) {
  sequence += 1;
  return { clientId: randomUUID(), clientSequence: sequence, baseRevision: 0, answer, ...changes };
}

export async function save(visitor: Visitor, responseId: string, itemCode: string, answer: Answer): Promise<void> {
  const reply = await visitor.put(`/api/responses/${responseId}/answers/${itemCode}`, saveBody(answer));
  expect(reply.statusCode, reply.body).toBe(200);
}

export async function saveAll(
  visitor: Visitor,
  responseId: string,
  answers: Readonly<Record<string, Answer>>,
): Promise<void> {
  for (const [itemCode, answer] of Object.entries(answers)) await save(visitor, responseId, itemCode, answer);
}

/** A response with a few answers, submitted. */
export async function submitted(visitor: Visitor, changes: Parameters<typeof startBody>[0] = {}): Promise<string> {
  const responseId = await start(visitor, changes);
  await saveAll(visitor, responseId, { 'D1.1': level(1), 'D1.2': level(1), 'PM1.1': level(0), 'PM1.3': level(0) });
  const reply = await visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
  return responseId;
}

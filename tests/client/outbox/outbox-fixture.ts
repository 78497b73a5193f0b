import type { OutboxEntry, OutboxRecord } from '#client/src/features/answering/outbox/outbox-record.ts';
import { emptyOutbox } from '#client/src/features/answering/outbox/outbox-record.ts';
import type { StoredAnswer } from '#shared/contracts/responses.ts';
import { storedAnswerSchema } from '#shared/contracts/responses.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';

export const clientId = '7d8a2c1e-5b0f-4a3d-9c6e-1f2a3b4c5d6e';

export const level = (points: number, comment = ''): Answer => ({ value: { state: 'level', level: points }, comment });

export const stored = (itemCode: string, answer: Answer, revision: number): StoredAnswer =>
  storedAnswerSchema.parse({ itemCode, answer, revision, answeredAt: '2026-02-03T14:32:00.000Z', isCarried: false });

export const emptyRecord = (): OutboxRecord => emptyOutbox(clientId);

/** The entries in the words a test compares. */
export const summary = ({ entries }: OutboxRecord) =>
  entries.map(({ itemCode, answer, baseRevision, state }: OutboxEntry) => ({
    itemCode,
    level: answer.value?.state === 'level' ? answer.value.level : null,
    baseRevision,
    state,
  }));

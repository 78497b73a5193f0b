import { expect, test, vi } from 'vitest';
import type { EntryDraft } from '#client/src/features/reviewing/api.ts';
import { createDraftKeeper, type SendEntry } from '#client/src/features/reviewing/draft-keeper.ts';
import { NetworkError, ProblemError } from '#client/src/lib/http/errors.ts';
import { problemOf } from '#server/platform/http/problem-details.ts';
import type { StoredReviewEntry } from '#shared/contracts/reviews.ts';

const level = (points: number, reason = ''): EntryDraft => ({
  judgement: { state: 'level', level: points },
  reason,
  evidence: [],
});

const stored = (code: string, draft: EntryDraft, revision: number): StoredReviewEntry => ({
  code,
  judgement: draft.judgement ?? { state: 'not-judged' },
  reason: draft.reason,
  evidence: [...draft.evidence],
  revision,
  judgedAt: '2026-02-03T14:32:00.000Z',
  judgedBy: 'Bo Bredvid',
  isOwn: false,
});

/** A server that counts, and keeps what it is sent. */
function fakeServer() {
  let revision = 1;
  const send = vi.fn<SendEntry>(async (code, draft) => {
    revision += 1;
    return { entry: draft.judgement === null ? null : stored(code, draft, revision), revision };
  });
  return send;
}

const at = new Date('2026-02-03T14:32:00Z');
const keeperWith = (send: SendEntry, entries: StoredReviewEntry[] = []) =>
  createDraftKeeper({ entries, revision: 1 }, send, () => at);

function conflict(entry: StoredReviewEntry | null): ProblemError {
  const problem = problemOf('review-conflict', 'request-1');
  return new ProblemError(problem, { ...problem, entry, revision: 7 });
}

test('a judgement is sent at once, and is saved only when the server has said so', async () => {
  const send = fakeServer();
  const keeper = keeperWith(send);
  keeper.change('D1.1', level(3));
  expect(keeper.snapshot().status).toEqual({ kind: 'saving' });
  await keeper.send();
  expect(keeper.snapshot()).toMatchObject({ status: { kind: 'saved', at }, revision: 2 });
  expect(send).toHaveBeenCalledExactlyOnceWith('D1.1', level(3), 0);
});

test('what is typed while a save is under way follows it, upon the revision that came back', async () => {
  const send = fakeServer();
  const keeper = keeperWith(send);
  keeper.change('D1.1', level(3));
  keeper.type('D1.1', level(3, 'Sett'));
  keeper.change('D1.2', level(1));
  await keeper.send();
  expect(send.mock.calls).toEqual([
    ['D1.1', level(3), 0],
    ['D1.1', level(3, 'Sett'), 2],
    ['D1.2', level(1), 0],
  ]);
  expect(keeper.snapshot().status.kind).toBe('saved');
});

test('what could not be sent says so, stays, and goes when it is tried again', async () => {
  const send = fakeServer();
  send.mockRejectedValueOnce(new NetworkError('no reply'));
  const keeper = keeperWith(send);
  keeper.change('D1.1', level(3));
  await keeper.send();
  expect(keeper.snapshot()).toMatchObject({ status: { kind: 'not-saved' }, conflict: null });
  expect(keeper.snapshot().entries.get('D1.1')).toEqual(level(3));
  await keeper.send();
  expect(keeper.snapshot().status.kind).toBe('saved');
});

test.each([
  ['mine', level(3), [['D1.1', level(3), 7]]],
  ['theirs', level(1), []],
] as const)('of a conflict %s is kept, and nothing is sent before that is chosen', async (choice, kept, sent) => {
  const send = fakeServer();
  send.mockRejectedValueOnce(conflict(stored('D1.1', level(1), 7)));
  const keeper = keeperWith(send);
  keeper.change('D1.1', level(3));
  await keeper.send();
  expect(keeper.snapshot().conflict).toMatchObject({ code: 'D1.1', theirs: { judgedBy: 'Bo Bredvid' } });
  await keeper.send();
  expect(send).toHaveBeenCalledTimes(1);
  keeper.settleConflict(choice);
  await keeper.send();
  expect(send.mock.calls.slice(1)).toEqual(sent);
  expect(keeper.snapshot().conflict).toBeNull();
  expect(keeper.snapshot().entries.get('D1.1')).toEqual(kept);
});

test('a judgement that was taken away is sent as none', async () => {
  const send = fakeServer();
  const keeper = keeperWith(send, [stored('D1.1', level(2), 5)]);
  const none = { judgement: null, reason: '', evidence: [] };
  keeper.change('D1.1', none);
  await keeper.send();
  expect(send).toHaveBeenCalledExactlyOnceWith('D1.1', none, 5);
});

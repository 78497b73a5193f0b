import { describe, expect, it } from 'vitest';
import { checkSaying, moveReasons } from '#shared/domain/referral/move-words.ts';
import { moveRules, referralMoves } from '#shared/domain/referral/referral-states.ts';

const receivers = ['fpx', 'compare'];

describe('what is said at a move', () => {
  it('is nothing when a provider says yes', () => {
    expect(checkSaying({ move: 'accept' }, receivers)).toEqual([]);
    expect(checkSaying({ move: 'start', note: 'Vi ses på tisdag.' }, receivers)).toEqual([]);
  });

  it('has the reasons of that move, and asks for words where none of them fits', () => {
    expect(checkSaying({ move: 'decline', reason: 'no-capacity' }, receivers)).toEqual([]);
    expect(checkSaying({ move: 'decline' }, receivers)).toEqual([{ field: 'reason', code: 'missing' }]);
    expect(checkSaying({ move: 'decline', reason: 'firm-lacks-time' }, receivers)).toEqual([
      { field: 'reason', code: 'unknown' },
    ]);
    expect(checkSaying({ move: 'decline', reason: 'other' }, receivers)).toEqual([{ field: 'note', code: 'missing' }]);
    expect(checkSaying({ move: 'accept', reason: 'other' }, receivers)).toEqual([
      { field: 'reason', code: 'not-of-this-move' },
    ]);
  });

  it('names the outcome at the end, and never before', () => {
    expect(checkSaying({ move: 'complete', outcome: 'partly-reached' }, receivers)).toEqual([]);
    expect(checkSaying({ move: 'complete' }, receivers)).toEqual([{ field: 'outcome', code: 'missing' }]);
    expect(checkSaying({ move: 'complete', outcome: 'splendid' }, receivers)).toEqual([
      { field: 'outcome', code: 'unknown' },
    ]);
    expect(checkSaying({ move: 'start', outcome: 'reached' }, receivers)).toEqual([
      { field: 'outcome', code: 'not-of-this-move' },
    ]);
  });

  it('names a provider that there is, when another goes on', () => {
    const reason = 'closer-provider';
    expect(checkSaying({ move: 'hand-over', reason, receiver: 'fpx' }, receivers)).toEqual([]);
    expect(checkSaying({ move: 'hand-over', reason }, receivers)).toEqual([{ field: 'receiver', code: 'missing' }]);
    expect(checkSaying({ move: 'hand-over', reason, receiver: 'nobody' }, receivers)).toEqual([
      { field: 'receiver', code: 'unknown' },
    ]);
    expect(checkSaying({ move: 'accept', receiver: 'fpx' }, receivers)).toEqual([
      { field: 'receiver', code: 'not-of-this-move' },
    ]);
  });

  it('has reasons for exactly the moves that the life cycle wants one with', () => {
    const wanting = referralMoves.filter((move) => moveRules[move].demands.includes('reason'));
    expect(Object.keys(moveReasons).sort()).toEqual([...wanting].sort());
  });
});

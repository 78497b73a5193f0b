import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cancelReasons,
  type EditionMove,
  type EditionStatus,
  editionMoveRules,
  editionMoves,
  editionMovesFrom,
  editionStatuses,
  firmsMissing,
  isEditionOver,
  moveEdition,
  moveObstacle,
  placesLeft,
  placesTaken,
  takesFirms,
} from '#shared/domain/edition/edition-states.ts';

/*
 * The life of an edition, drawn by hand from product row A5:
 *
 *   planned ──open──► open ──confirm──► confirmed ──complete──► completed
 *      └── cancel ────── │ ─── cancel ───── │ ── cancel ─────► cancelled
 */
const drawn: readonly (readonly [EditionStatus, EditionMove, EditionStatus])[] = [
  ['planned', 'open', 'open'],
  ['planned', 'cancel', 'cancelled'],
  ['open', 'confirm', 'confirmed'],
  ['open', 'cancel', 'cancelled'],
  ['confirmed', 'complete', 'completed'],
  ['confirmed', 'cancel', 'cancelled'],
];

const every = editionStatuses.flatMap((status) => editionMoves.map((move) => [status, move] as const));

const takings = { places: 8, minimumGroup: 5, invited: 2, placed: 4 };
const begun = { ...takings, startsOn: '2027-02-01', waitsFor: 0 };

describe('the life of an edition', () => {
  it.each(drawn)('%s, %s, comes to %s', (status, move, to) => {
    expect(moveEdition(status, move)).toBe(to);
  });

  it('knows no other move', () => {
    const possible = every.filter(([status, move]) => moveEdition(status, move) !== undefined);
    expect(possible.map((each) => each.join(' ')).sort()).toEqual(
      drawn.map(([from, move]) => `${from} ${move}`).sort(),
    );
  });

  it('ends after at most three moves, whatever is tried, and an end is never left', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...editionMoves), { maxLength: 30 }), (attempts) => {
        let status: EditionStatus = 'planned';
        let moves = 0;
        for (const move of attempts) {
          const next = moveEdition(status, move);
          if (next === undefined) continue;
          expect(isEditionOver(status)).toBe(false);
          status = next;
          moves += 1;
        }
        expect(moves).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('reaches every status from the plan', () => {
    const reached = new Set<EditionStatus>(['planned']);
    for (const status of reached) for (const move of editionMovesFrom(status)) reached.add(editionMoveRules[move].to);
    expect([...reached].sort()).toEqual([...editionStatuses].sort());
  });

  it('takes firms while it is open and once it is confirmed', () => {
    expect(editionStatuses.filter(takesFirms)).toEqual(['open', 'confirmed']);
    expect(editionStatuses.filter(isEditionOver)).toEqual(['completed', 'cancelled']);
  });

  it('is cancelled for a reason that fits none of the others, too', () => {
    expect(cancelReasons.at(-1)).toBe('other');
  });
});

describe('the places of an edition', () => {
  // Eight places; two are held by invitations and four by firms that said yes: 8 - 6 = 2 left, 5 - 4 = 1 missing.
  it('are held by who is asked and by who takes part', () => {
    expect(placesTaken(takings)).toBe(6);
    expect(placesLeft(takings)).toBe(2);
    expect(firmsMissing(takings)).toBe(1);
  });

  it('are never fewer than none', () => {
    expect(placesLeft({ places: 3, invited: 2, placed: 2 })).toBe(0);
    expect(firmsMissing({ minimumGroup: 3, placed: 5 })).toBe(0);
  });
});

describe('what keeps a move from being made', () => {
  it('is a group that is too small, when it is to be confirmed', () => {
    expect(moveObstacle('confirm', begun, '2027-01-10')).toBe('group-too-small');
    expect(moveObstacle('confirm', { ...begun, placed: 5 }, '2027-01-10')).toBeUndefined();
  });

  it('is the first day still to come, or a firm whose outcome is not said, when it is to be completed', () => {
    expect(moveObstacle('complete', begun, '2027-01-31')).toBe('not-begun');
    expect(moveObstacle('complete', begun, '2027-02-01')).toBeUndefined();
    expect(moveObstacle('complete', { ...begun, waitsFor: 1 }, '2027-02-01')).toBe('firms-not-completed');
  });

  it('is nothing, when it is opened or cancelled', () => {
    expect(moveObstacle('open', begun, '2027-01-10')).toBeUndefined();
    expect(moveObstacle('cancel', { ...begun, waitsFor: 4 }, '2027-01-10')).toBeUndefined();
  });
});

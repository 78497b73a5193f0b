import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptFileName } from '#shared/domain/meeting/file-name.ts';
import { mayWriteSteps, meetingMoves, meetingStatuses, moveMeeting } from '#shared/domain/meeting/meeting-states.ts';
import {
  isAgreed,
  isStepOpen,
  isStepOverdue,
  mayDropStep,
  moveStep,
  rewordStep,
} from '#shared/domain/meeting/meeting-step.ts';

const step = {
  key: 'aaaaaaaaaa',
  what: 'Mäta ställtiden',
  owner: 'firm',
  dueOn: '2026-12-20',
  isAgreedByFirm: true,
  isAgreedByProvider: true,
} as const;

const dropped = { at: '2026-12-19T08:00:00.000Z', by: 'firm', reason: 'Maskinen är såld.' } as const;
const open = { ...step, doneAt: null, dropped: null };

describe('a step', () => {
  test('with other words is agreed by nobody, with the same by both', () => {
    for (const words of [{ what: 'Annat' }, { owner: 'provider' as const }, { dueOn: null }]) {
      expect(rewordStep(step, words)).toMatchObject({ isAgreedByFirm: false, isAgreedByProvider: false });
    }
    expect(rewordStep(step, { what: step.what, dueOn: step.dueOn })).toBe(step);
  });

  test('is agreed when both say yes to something that has words', () => {
    expect(isAgreed(step)).toBe(true);
    for (const change of [{ isAgreedByFirm: false }, { isAgreedByProvider: false }, { what: '  ' }]) {
      expect(isAgreed({ ...step, ...change })).toBe(false);
    }
  });

  test('is overdue the day after its own, until it is done', () => {
    expect(isStepOverdue({ ...open, doneAt: null }, '2026-12-20')).toBe(false);
    expect(isStepOverdue({ ...open, doneAt: null }, '2026-12-21')).toBe(true);
    expect(isStepOverdue({ ...open, doneAt: '2026-12-30T08:00:00.000Z' }, '2027-01-01')).toBe(false);
    expect(isStepOverdue({ ...open, dueOn: null, doneAt: null }, '2027-01-01')).toBe(false);
    expect(isStepOverdue({ ...open, isAgreedByFirm: false, doneAt: null }, '2027-01-01')).toBe(false);
  });

  test('is dropped once it was sent, as long as it is open, and is then neither open nor overdue', () => {
    const sent = { status: 'held', summarySentAt: '2026-12-01T08:00:00.000Z' } as const;
    expect(mayDropStep(sent, open)).toBe(true);
    expect(mayDropStep({ ...sent, summarySentAt: null }, open)).toBe(false);
    expect(mayDropStep({ ...sent, status: 'planned' }, open)).toBe(false);
    for (const change of [{ dropped }, { doneAt: dropped.at }, { isAgreedByProvider: false }]) {
      expect(mayDropStep(sent, { ...open, ...change })).toBe(false);
    }
    expect(isStepOpen({ ...open, dropped })).toBe(false);
    expect(isStepOverdue({ ...open, dropped }, '2027-01-01')).toBe(false);
  });

  test('moves within the list and no further', () => {
    expect(moveStep(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moveStep(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moveStep(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moveStep(['a', 'b', 'c'], 5, 1)).toEqual(['a', 'b', 'c']);
  });

  test('that moves leaves the others in their order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.nat(20), fc.integer({ min: -20, max: 20 }), (list, at, by) => {
        const moved = moveStep(list, at, by);
        expect(moved.toSorted()).toEqual(list.toSorted());
        expect(moved.filter((each) => each !== list[at])).toEqual(list.filter((each) => each !== list[at]));
      }),
    );
  });
});

describe('a meeting', () => {
  test('is left from where it is planned alone', () => {
    for (const status of meetingStatuses) {
      for (const move of ['hold', 'cancel'] as const) {
        expect(moveMeeting(status, move)).toBe(status === 'planned' ? meetingMoves[move].to : undefined);
      }
    }
  });

  test('has its steps written until they are sent', () => {
    expect(mayWriteSteps({ status: 'planned', summarySentAt: null })).toBe(true);
    expect(mayWriteSteps({ status: 'held', summarySentAt: null })).toBe(true);
    expect(mayWriteSteps({ status: 'held', summarySentAt: '2026-12-10T09:00:00.000Z' })).toBe(false);
    expect(mayWriteSteps({ status: 'cancelled', summarySentAt: null })).toBe(false);
  });
});

describe('the name of a file', () => {
  test.each([
    ['Underlag.pdf', 'Underlag.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Windows\\a.XLSX', 'a.xlsx'],
    ['.pdf', undefined],
    ['program.exe', undefined],
    ['namn', undefined],
    ['', undefined],
  ])('%s is kept as %s', (given, kept) => {
    expect(keptFileName(given)).toBe(kept);
  });

  test('never leads anywhere, hides anything or grows too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = keptFileName(`${text}.pdf`);
        if (name === undefined) return;
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
        expect(name).toMatch(/^[^. ].*\.pdf$/u);
        expect([...name].length).toBeLessThanOrEqual(120);
      }),
    );
  });
});

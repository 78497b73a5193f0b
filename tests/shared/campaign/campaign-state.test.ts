import { describe, expect, it } from 'vitest';
import { dateFaults, lastDayOf, proposedDates, stateOn, takesAnswers } from '#shared/domain/campaign/campaign-state.ts';

const dates = { opensOn: '2026-03-02', closesOn: '2026-03-20', graceDays: 3, reminderDays: ['2026-03-10'] };
const opened = { ...dates, isOpened: true, isEnded: false };

describe('how a call stands', () => {
  it.each([
    ['2026-03-01', 'scheduled'],
    ['2026-03-02', 'open'],
    ['2026-03-20', 'open'],
    ['2026-03-21', 'grace'],
    ['2026-03-23', 'grace'],
    ['2026-03-24', 'closed'],
  ])('is on %s %s', (day, state) => {
    expect(stateOn(opened, day)).toBe(state);
  });

  it('is a draft until it is opened, and ended from when it is ended by hand', () => {
    expect(stateOn({ ...opened, isOpened: false }, '2026-03-10')).toBe('draft');
    expect(stateOn({ ...opened, isEnded: true }, '2026-03-10')).toBe('ended');
  });

  it('takes answers to the end of the grace, which may be none', () => {
    expect(lastDayOf(dates)).toBe('2026-03-23');
    expect(
      ['draft', 'scheduled', 'open', 'grace', 'closed', 'ended'].filter((state) => takesAnswers(state as never)),
    ).toEqual(['open', 'grace']);
    expect(stateOn({ ...opened, graceDays: 0 }, '2026-03-21')).toBe('closed');
  });
});

describe('the dates of a call', () => {
  it('are sound as they are proposed, on any day', () => {
    for (const today of ['2026-02-27', '2026-12-31', '2028-02-28'])
      expect(dateFaults(proposedDates(today), today)).toEqual([]);
  });

  it.each([
    [{ closesOn: '2026-03-01' }, ['closes-before-opening', 'reminder-outside']],
    [{ closesOn: '2027-06-01' }, ['too-long']],
    [{ reminderDays: ['2026-03-02'] }, ['reminder-outside']],
    [{ reminderDays: ['2026-03-21'] }, ['reminder-outside']],
    [{ reminderDays: ['2026-03-10', '2026-03-10'] }, ['reminder-twice']],
    [{}, []],
  ])('%j have the faults %j', (changes, faults) => {
    expect(dateFaults({ ...dates, ...changes }, '2026-02-01')).toEqual(faults);
  });

  it('do not close in the past', () => {
    expect(dateFaults(dates, '2026-03-21')).toEqual(['closes-in-the-past']);
  });
});

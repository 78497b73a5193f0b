import { describe, expect, test } from 'vitest';
import type { CountedFirms } from '#shared/domain/achievement/count-achievement.ts';
import { type AchievementInput, describeAchievement } from '#shared/domain/achievement/describe-achievement.ts';
import type { Protection } from '#shared/domain/achievement/protection.ts';
import type { CountedRequest } from '#shared/domain/achievement/requests.ts';

const rules: Protection = {
  version: 'test-1',
  fewestFirms: 5,
  roundTo: 5,
  fewestForRate: 10,
  rateStepPercent: 5,
  onEitherSideOfQuantile: 5,
  fewestForShare: 25,
  fewestForChange: 10,
};

const day = 86_400_000;
/** A Monday. */
const monday = Date.parse('2026-03-02T10:00:00Z');

const nothing: AchievementInput = {
  firms: [],
  requests: [],
  changes: [],
  endMs: monday + 200 * day,
  endYear: 2026,
  packages: ['one', 'two'],
  editions: [],
  homeCounties: ['20'],
};

const request = (firm: number, given: Partial<CountedRequest> = {}): CountedRequest => ({
  firm,
  askedYear: 2026,
  askedMs: monday,
  answer: 'accepted',
  answeredMs: monday + day,
  declineReason: null,
  status: 'accepted',
  statusSinceMs: monday + day,
  statusYear: 2026,
  packageCode: 'one',
  edition: null,
  ...given,
});

const many = (count: number, given: Partial<CountedRequest> = {}, from = 0): CountedRequest[] =>
  Array.from({ length: count }, (_, place) => request(from + place, given));

const firms = (count: number, county: '17' | '20' | '21' | null, year = 2026): CountedFirms => ({
  firms: count,
  year,
  facts: county === null ? null : { county, branch: 'other-industry', sizeClass: '10-49' },
});

const counts = (rows: readonly { code: string; count: number | null }[]) =>
  Object.fromEntries(rows.map(({ code, count }) => [code, count]));

describe('a provider with nothing', () => {
  test('has one year, and nothing in it', () => {
    const { years, firms: reached, requests, answering, change } = describeAchievement(nothing, rules);

    expect(years).toEqual([2026]);
    expect(reached).toMatchObject({ total: null, shared: null, notShared: null, outsideHomePercent: null });
    expect(counts(requests.byAnswer)).toEqual({
      accepted: null,
      declined: null,
      'handed-over': null,
      withdrawn: null,
      open: null,
    });
    expect(answering).toEqual([
      { year: null, withinTargetPercent: null, median: null, ninetieth: null },
      { year: 2026, withinTargetPercent: null, median: null, ninetieth: null },
    ]);
    expect(change).toEqual({ digital: null, process: null });
  });

  test('looks like one with four firms', () => {
    const four = { ...nothing, firms: [firms(4, '20')], requests: many(4) };
    expect(describeAchievement(four, rules)).toEqual(describeAchievement(nothing, rules));
  });
});

describe('reach', () => {
  test('counts firms by year, and by county those that have shared their results', () => {
    const { firms: reached, years } = describeAchievement(
      { ...nothing, firms: [firms(12, '20', 2024), firms(20, '17'), firms(11, '21'), firms(8, null, 2025)] },
      rules,
    );

    expect(years).toEqual([2024, 2025, 2026]);
    expect(reached.total).toBe(50);
    expect(counts(reached.byYear)).toEqual({ 2024: 10, 2025: 10, 2026: 30 });
    expect([reached.shared, reached.notShared]).toEqual([45, 10]);
    expect(counts(reached.byCounty)).toEqual({ 17: 20, 20: 10, 21: 10, outside: null });
    // 10 of 45 at home as shown: 78 % outside, in steps of five.
    expect(reached.outsideHomePercent).toBe(80);
  });

  test('says nothing of the share outside when it could not be worked out from what is shown', () => {
    const few = { ...nothing, firms: [firms(10, '20'), firms(12, '17')] };
    expect(describeAchievement(few, rules).firms.outsideHomePercent).toBeNull();
    const hidden = { ...nothing, firms: [firms(3, '20'), firms(30, '17'), firms(30, '21')] };
    expect(describeAchievement(hidden, rules).firms.outsideHomePercent).toBeNull();
    const homeless = { ...nothing, homeCounties: [], firms: [firms(30, '20'), firms(30, '17')] };
    expect(describeAchievement(homeless, rules).firms.outsideHomePercent).toBeNull();
  });
});

describe('requests', () => {
  test('are counted by what the provider answered first, and where they have come since', () => {
    const { requests } = describeAchievement(
      {
        ...nothing,
        requests: [
          ...many(12, { status: 'completed', packageCode: 'one' }),
          ...many(9, { status: 'completed', packageCode: 'gone', statusYear: 2025, askedYear: 2025 }, 20),
          ...many(10, {}, 40),
          // Accepted first, and declined afterwards.
          ...many(6, { status: 'declined' }, 60),
          ...many(7, { status: 'declined', answer: 'declined', declineReason: 'no-capacity' }, 80),
          ...many(6, { status: 'withdrawn', answer: null, answeredMs: null }, 90),
        ],
      },
      rules,
    );

    expect(requests.total).toBe(50);
    expect(counts(requests.byAnswer)).toEqual({
      accepted: 35,
      declined: 5,
      'handed-over': null,
      withdrawn: 5,
      open: null,
    });
    expect(counts(requests.acceptedByState)).toEqual({
      'under-way': 10,
      completed: 20,
      discontinued: null,
      'ended-otherwise': 5,
    });
    expect(counts(requests.completedByYear)).toEqual({ 2025: 10, 2026: 10 });
    expect(counts(requests.completedByPackage)).toEqual({ one: 10, two: null, other: 10 });
    expect(counts(requests.declinedByReason)['no-capacity']).toBe(5);
  });

  test('of few firms are hidden, however many they are', () => {
    const repeated = Array.from({ length: 40 }, (_, place) => request(place % 4));
    expect(describeAchievement({ ...nothing, requests: repeated }, rules).requests.total).toBeNull();
  });
});

describe('time to an answer', () => {
  const answeredAfter = (days: number) => ({ answeredMs: monday + days * day });

  test('says the share within three weekdays in steps, and the median', () => {
    const { answering } = describeAchievement(
      { ...nothing, requests: [...many(13, answeredAfter(2)), ...many(4, answeredAfter(4), 50)] },
      rules,
    );
    // 13 of 17: 76 %.
    expect(answering[0]).toEqual({ year: null, withinTargetPercent: 75, median: 2, ninetieth: null });
  });

  test('never says that all were answered in time, nor that none was', () => {
    const all = describeAchievement({ ...nothing, requests: many(20, answeredAfter(1)) }, rules);
    const none = describeAchievement({ ...nothing, requests: many(20, answeredAfter(10)) }, rules);
    expect([all, none].map(({ answering }) => answering[0]?.withinTargetPercent)).toEqual([95, 5]);
  });

  test('counts what waits, and says so when half have no answer', () => {
    const open = { answer: null, answeredMs: null, status: 'chosen' } as const;
    const { answering } = describeAchievement(
      { ...nothing, requests: [...many(6, answeredAfter(1)), ...many(12, open, 50)] },
      rules,
    );
    // All of them have waited for months: 6 of 18 within three weekdays.
    expect(answering[0]).toMatchObject({ withinTargetPercent: 35, median: 'not-reached' });
  });

  test('says nine out of ten from fifty requests', () => {
    const fifty = describeAchievement({ ...nothing, requests: many(50, answeredAfter(1)) }, rules);
    const fewer = describeAchievement({ ...nothing, requests: many(47, answeredAfter(1)) }, rules);
    expect(fifty.answering[0]?.ninetieth).toBe(1);
    expect(fewer.answering[0]?.ninetieth).toBeNull();
  });
});

describe('change', () => {
  const changes = Array.from({ length: 12 }, (_, place) => ({
    digital: 0.25 + place / 100,
    process: place < 9 ? 0.1 : null,
  }));

  test('is said to one decimal of each part by itself, with enough firms', () => {
    const { change } = describeAchievement({ ...nothing, changes }, rules);
    expect(change).toEqual({ digital: { firms: 10, mean: 0.3, lowest: 0.3, highest: 0.3 }, process: null });
  });

  test('of a firm that fell back is below nothing', () => {
    const fallen = changes.map(() => ({ digital: -0.25, process: null }));
    expect(describeAchievement({ ...nothing, changes: fallen }, rules).change.digital?.mean).toBe(-0.2);
  });
});

describe('completed by group', () => {
  const held = (edition: string, endYear = 2026) => ({ edition, packageCode: 'one', endYear });
  const completed = (count: number, edition: string | null, from: number, statusYear = 2026) =>
    many(count, { status: 'completed', edition, statusYear, askedYear: 2024 }, from);

  test('are shown where the group is large enough, and added to nothing else', () => {
    const { requests } = describeAchievement(
      {
        ...nothing,
        editions: [held('spring'), held('autumn'), { ...held('other'), packageCode: 'two' }],
        requests: [...completed(12, 'spring', 0), ...completed(9, 'autumn', 20), ...completed(2, null, 40)],
      },
      rules,
    );

    // 23 of 12, 9 and 2: the last is 0 to 4 for whoever knows that 25 is 23 to 27, and twice 10 is 16 to 24.
    expect(requests.completedByGroup).toEqual([
      {
        packageCode: 'one',
        rows: [
          { code: 'spring', count: 10 },
          { code: 'autumn', count: 10 },
          { code: 'no-group', count: null },
        ],
      },
    ]);
    expect(counts(requests.completedByPackage)).toEqual({ one: 25, two: null, other: null });
  });

  test('a package without a group that is large enough says nothing of its groups', () => {
    const { requests } = describeAchievement(
      { ...nothing, editions: [held('spring')], requests: [...completed(4, 'spring', 0), ...completed(20, null, 20)] },
      rules,
    );
    // That 20 were in no group says nothing of groups.
    expect(requests.completedByGroup).toEqual([]);
  });

  test('none is shown when the years in which they ended would tell a hidden one', () => {
    // In 2025 three groups of 12 (each shown as 10: 8-12), and four each in a small group, in no group and of a package
    // no longer offered: 48 (shown as 50: 48-52). At least 48 - 36 = 12 are left for three numbers below five: four each.
    // From the package alone, 68 (70: 68-72) with three groups of 8 in 2024, nothing is told: 68 - 6 x 12 < 0.
    const late = ['late-1', 'late-2', 'late-3'];
    const early = ['early-1', 'early-2', 'early-3'];
    const input = {
      ...nothing,
      packages: ['one'],
      editions: [...[...late, 'small'].map((code) => held(code, 2025)), ...early.map((code) => held(code, 2024))],
      requests: [
        ...late.flatMap((code, place) => completed(12, code, place * 20, 2025)),
        ...completed(4, 'small', 100, 2025),
        ...completed(4, null, 120, 2025),
        ...completed(4, null, 140, 2025).map((each) => ({ ...each, packageCode: 'gone' })),
        ...early.flatMap((code, place) => completed(8, code, 200 + place * 20, 2024)),
        // So that the totals above hide nothing.
        ...many(20, { askedYear: 2024 }, 300),
        ...many(20, { askedYear: 2024, answer: 'declined', status: 'declined', declineReason: 'other' }, 400),
      ],
    };
    const { requests } = describeAchievement(input, rules);
    expect(counts(requests.completedByYear)).toMatchObject({ 2024: 25, 2025: 50 });
    expect(counts(requests.completedByPackage)).toEqual({ one: 70, other: null });
    expect(requests.completedByGroup).toEqual([]);

    // Had all of it happened in one year, the years would tell nothing more.
    const oneYear = {
      ...input,
      editions: input.editions.map((each) => ({ ...each, endYear: 2025 })),
      requests: input.requests.map((each) => ({ ...each, statusYear: 2025 })),
    };
    expect(describeAchievement(oneYear, rules).requests.completedByGroup).toHaveLength(1);
  });
});

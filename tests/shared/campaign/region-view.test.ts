import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CampaignStanding } from '#shared/domain/campaign/campaign-state.ts';
import { smallestToldGroup, toldReminders, toldToRegion } from '#shared/domain/campaign/region-view.ts';
import type { RateGroup } from '#shared/domain/campaign/response-rate.ts';

const group = (code: string | undefined, invited: number, begun: number, finished = 0): RateGroup => ({
  code,
  invited,
  begun,
  finished,
});

describe('what a region is told of its call', () => {
  it('is as worked out by hand', () => {
    // Steel has nine, seven of which have begun; timber four; paper six, five of which have begun; unknown is one.
    // Timber and unknown are five together, with three that have not begun: told as others. Of paper only one has not
    // begun, so it joins them: 6 + 4 + 1 = 11 invited, 5 + 2 + 0 = 7 begun, 1 + 1 + 0 = 2 finished.
    const told = toldToRegion([
      group('steel', 9, 7, 4),
      group('timber', 4, 2, 1),
      group('paper', 6, 5, 1),
      group(undefined, 1, 0),
    ]);
    expect(told).toEqual({
      invited: 20,
      begun: 14,
      finished: 6,
      groups: [group('steel', 9, 7, 4), group(undefined, 11, 7, 2)],
    });
  });

  it('is how many were invited and no more, as long as they are fewer than five', () => {
    expect(toldToRegion([group('steel', 4, 4, 4)])).toEqual({ invited: 4, begun: null, finished: null, groups: [] });
    expect(toldToRegion([])).toEqual({ invited: 0, begun: null, finished: null, groups: [] });
  });

  it('is never that all have begun or finished', () => {
    const all = toldToRegion([group('steel', 6, 6, 6)]);
    expect(all).toEqual({ invited: 6, begun: 5, finished: 5, groups: [] });
    expect(toldToRegion([group('steel', 6, 5, 5)])).toEqual(all);
  });

  it('leaves it open of each firm, whatever the groups, whether it has begun and whether it has finished', () => {
    /** All ways in which firms of a group of the size may stand. */
    const standings = (code: string, size: number): RateGroup[] =>
      Array.from({ length: size + 1 }, (_, begun) =>
        Array.from({ length: begun + 1 }, (__, finished) => group(code, size, begun, finished)),
      ).flat();
    const sizes = fc.tuple(fc.nat(7), fc.nat(7), fc.nat(7));
    fc.assert(
      fc.property(sizes, ([one, two, three]) => {
        const worlds = standings('one', one).flatMap((a) =>
          standings('two', two).flatMap((b) => standings('three', three).map((c) => [a, b, c])),
        );
        const alike = Map.groupBy(worlds, (groups) => JSON.stringify(toldToRegion(groups)));
        for (const [told, possible] of alike) {
          for (const place of [0, 1, 2]) {
            if ([one, two, three][place] === 0) continue;
            const isOpen = possible.some((groups) => (groups[place]?.begun ?? 0) < (groups[place]?.invited ?? 0));
            expect(isOpen, told).toBe(true);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('has no group of fewer than five, and loses nobody', () => {
    const some = fc.array(
      fc.record({
        code: fc.constantFrom('steel', 'timber', 'paper', undefined),
        invited: fc.nat(12),
        share: fc.nat(4),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(some, (given) => {
        const groups = given.map(({ code, invited, share }) => {
          const begun = Math.floor((invited * share) / 4);
          return group(code, invited, begun, Math.floor(begun / 2));
        });
        const told = toldToRegion(groups);
        expect(told.groups.every(({ invited }) => invited >= smallestToldGroup)).toBe(true);
        if (told.groups.length === 0) return;
        expect(told.groups.reduce((sum, { invited }) => sum + invited, 0)).toBe(told.invited);
        expect(told.groups.reduce((sum, { begun }) => sum + begun, 0)).toBe(told.begun);
      }),
    );
  });
});

describe('reminders that a region foresees', () => {
  const campaign: CampaignStanding = {
    opensOn: '2026-11-02',
    closesOn: '2026-11-30',
    graceDays: 0,
    reminderDays: ['2026-11-20', '2026-11-10', '2026-11-05'],
    isOpened: true,
    isEnded: false,
  };
  const told = { invited: 9, finished: 3 };

  // Eleven are in the call, of whom three are told to have finished.
  it('are at most all that are in the call but those that are told to have finished', () => {
    expect(toldReminders(campaign, told, { firms: 11, today: '2026-11-05' })).toEqual([
      { day: '2026-11-10', firms: 8 },
      { day: '2026-11-20', firms: 8 },
    ]);
  });

  it('are not numbered when they would be fewer than five, and none are to come when the call is over', () => {
    expect(toldReminders(campaign, { invited: 6, finished: 2 }, { firms: 6, today: '2026-11-10' })).toEqual([
      { day: '2026-11-20', firms: null },
    ]);
    expect(toldReminders({ ...campaign, isEnded: true }, told, { firms: 9, today: '2026-11-05' })).toEqual([]);
  });
});

import * as z from 'zod/mini';
import { type AchievementDocument, achievementDocumentSchema } from '#shared/contracts/achievement.ts';
import type { ShownRows } from '#shared/domain/achievement/achievement.ts';
import { firmCounties } from '#shared/domain/achievement/count-achievement.ts';
import { acceptedStates, firstOutcomes } from '#shared/domain/achievement/requests.ts';
import { branches, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import { moveReasons } from '#shared/domain/referral/move-words.ts';

export const organisationId = '018f0000-0000-7000-8000-000000000001';

const rows = (codes: readonly string[], counts: Readonly<Record<string, number>> = {}): ShownRows =>
  codes.map((code) => ({ code, count: counts[code] ?? null }));

const years = ['2025', '2026'];

/** A provider with something to show, and small groups in it. */
export function achievementOf(changes: Partial<AchievementDocument> = {}): AchievementDocument {
  return z.parse(achievementDocumentSchema, {
    organisationId,
    organisationName: { sv: 'Triple Steelix', en: 'Triple Steelix' },
    countedUntil: '2026-10-31T23:00:00.000Z',
    isSimulated: false,
    protection: {
      version: 'protection-1',
      fewestFirms: 5,
      roundTo: 5,
      fewestForRate: 10,
      rateStepPercent: 5,
      onEitherSideOfQuantile: 5,
      fewestForShare: 25,
      fewestForChange: 10,
    },
    answerWithinWeekdays: 3,
    homeCounties: ['20'],
    packageNames: ['a', 'b', 'c'].map((code) => ({ code, name: { sv: `Paket ${code}`, en: `Package ${code}` } })),
    groups: [
      { code: 'first', name: null, place: 'Borlänge', startsOn: '2026-02-02' },
      { code: 'second', name: 'Vårens grupp', place: null, startsOn: '2026-04-13' },
    ],
    figures: {
      years: [2025, 2026],
      firms: {
        total: 60,
        byYear: rows(years, { 2025: 25, 2026: 35 }),
        shared: 40,
        notShared: 20,
        byCounty: rows(firmCounties, { '17': 10, '20': 30 }),
        bySize: rows(sizeClasses, { '10-49': 30 }),
        byBranch: rows(branches, { 'steel-and-metals': 35 }),
        outsideHomePercent: 25,
      },
      requests: {
        total: 50,
        byYear: rows(years, { 2025: 20, 2026: 30 }),
        byAnswer: rows(firstOutcomes, { accepted: 40, declined: 5 }),
        acceptedByState: rows(acceptedStates, { completed: 20, 'under-way': 15 }),
        declinedByReason: rows(moveReasons.decline, { 'no-capacity': 5 }),
        completedByYear: rows(years, { 2026: 15 }),
        completedByPackage: rows(['a', 'b', 'c', 'other'], { b: 15 }),
        completedByGroup: [{ packageCode: 'b', rows: rows(['first', 'second', 'no-group'], { first: 10 }) }],
      },
      answering: [
        { year: null, withinTargetPercent: 80, median: 2, ninetieth: 'not-reached' },
        { year: 2025, withinTargetPercent: 70, median: 3, ninetieth: null },
        { year: 2026, withinTargetPercent: 85, median: 2, ninetieth: null },
      ],
      change: { digital: { firms: 15, mean: 0.3, lowest: -0.1, highest: 0.7 }, process: null },
    },
    sha256: 'a1'.repeat(32),
    ...changes,
  });
}

/** One of whom nothing may be shown yet. */
export function emptyAchievement(): AchievementDocument {
  const full = achievementOf();
  const { firms, requests } = full.figures;
  const none = (given: ShownRows): ShownRows => given.map(({ code }) => ({ code, count: null }));
  return achievementOf({
    figures: {
      years: [2026],
      firms: {
        total: null,
        byYear: rows(['2026']),
        shared: null,
        notShared: null,
        byCounty: none(firms.byCounty),
        bySize: none(firms.bySize),
        byBranch: none(firms.byBranch),
        outsideHomePercent: null,
      },
      requests: {
        total: null,
        byYear: rows(['2026']),
        byAnswer: none(requests.byAnswer),
        acceptedByState: none(requests.acceptedByState),
        declinedByReason: none(requests.declinedByReason),
        completedByYear: rows(['2026']),
        completedByPackage: none(requests.completedByPackage),
        completedByGroup: [],
      },
      answering: [null, 2026].map((year) => ({ year, withinTargetPercent: null, median: null, ninetieth: null })),
      change: { digital: null, process: null },
    },
  });
}

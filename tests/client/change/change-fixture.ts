import type { OwnChange } from '#shared/contracts/change.ts';
import { firmIdSchema, responseIdSchema } from '#shared/contracts/identifiers.ts';
import type { RoundChange } from '#shared/domain/change/round-change.ts';

export const both = (sv: string) => ({ sv, en: `${sv} (en)` });
export const nowId = '019a0000-0000-7000-8000-0000000000b2';
export const earlierId = '019a0000-0000-7000-8000-0000000000b1';
export const olderId = '019a0000-0000-7000-8000-0000000000b0';

type Area = RoundChange['dimensions'][number];

/** An area that is compared. */
export function areaOf(
  dimension: string,
  name: string,
  [before, after]: readonly [number, number],
  changes: Partial<Area> & { limit?: number; items?: number; holdsTogether?: boolean } = {},
): Area {
  const { limit = 0.8, items = 4, holdsTogether = false, ...rest } = changes;
  const difference = after - before;
  const moved = difference > 0 ? ('risen' as const) : ('fallen' as const);
  return {
    dimension,
    part: 'digital',
    name: both(name),
    verdict: Math.abs(difference) > limit ? moved : 'within-error',
    change: { dimension, part: 'digital', items, before, after, difference, limit, holdsTogether },
    thenLevel: null,
    shift: null,
    ...rest,
  };
}

export const alone = (dimension: string, name: string, verdict: Area['verdict']): Area => ({
  dimension,
  part: 'digital',
  name: both(name),
  verdict,
  change: null,
  thenLevel: null,
  shift: null,
});

export function changeOf(dimensions: Area[], items: RoundChange['items'] = []): RoundChange {
  const levels = ['Saknas', 'Vid behov', 'Påbörjat', 'Systematiskt', 'Ledande'].map(both);
  return { rulesVersion: 'change-1', itemError: 0.5, dimensions, items, levels };
}

/** A round of the quick check. */
export const roundOf = (id: string, submittedAt: string) => ({
  responseId: responseIdSchema.parse(id),
  formCode: 'snabbkoll',
  submittedAt,
});

/** The firm's own change; with nothing given, of two rounds in which one area has risen, one fallen and one cannot be told. */
export function ownChange(changes: Partial<OwnChange> = {}): OwnChange {
  return {
    status: 'compared',
    since: roundOf(earlierId, '2025-02-03T14:32:00.000Z'),
    change: changeOf(
      [
        areaOf('D2', 'Teknik', [1, 3], { holdsTogether: true }),
        areaOf('D9', 'Säkerhet', [2, 1.1]),
        areaOf('PM1', 'Ledning', [1, 1.5]),
        alone('X1', 'Cirkulärt', 'too-few-comparable'),
      ],
      [
        {
          item: 'D2.1',
          dimension: 'D2',
          move: 'risen',
          question: both('Hur talar maskinerna?'),
          earlierQuestion: null,
          saidThen: { state: 'words', text: both('Inte alls') },
          saidNow: { state: 'words', text: both('Med varandra') },
        },
        {
          item: 'D9.2',
          dimension: 'D9',
          move: 'known-now',
          question: both('Vem har nycklarna?'),
          earlierQuestion: both('Vem har lösenorden?'),
          saidThen: { state: 'dont-know' },
          saidNow: { state: 'words', text: both('Två personer') },
        },
      ],
    ),
    isSimulated: false,
    firmId: firmIdSchema.parse('019a0000-0000-7000-8000-0000000000f1'),
    now: roundOf(nowId, '2026-02-13T14:32:00.000Z'),
    earlier: [roundOf(earlierId, '2025-02-03T14:32:00.000Z')],
    ...changes,
  };
}

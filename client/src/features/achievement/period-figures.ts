import type { Achievement, Answering, ShownCount, ShownRows } from '#shared/domain/achievement/achievement.ts';
import type { Period } from './period.ts';

export type PeriodFigures = {
  readonly firms: ShownCount;
  readonly requests: ShownCount;
  readonly completed: ShownCount;
  readonly answering: Omit<Answering, 'year'>;
};

const countOf = (rows: ShownRows, code: string): ShownCount => rows.find((row) => row.code === code)?.count ?? null;

/** What is said of one period. */
export function figuresOf({ firms, requests, answering }: Achievement, period: Period): PeriodFigures {
  const year = String(period);
  const of = answering.find((each) => each.year === period);
  return {
    firms: period === null ? firms.total : countOf(firms.byYear, year),
    requests: period === null ? requests.total : countOf(requests.byYear, year),
    completed:
      period === null ? countOf(requests.acceptedByState, 'completed') : countOf(requests.completedByYear, year),
    answering: of ?? { withinTargetPercent: null, median: null, ninetieth: null },
  };
}

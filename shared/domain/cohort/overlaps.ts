import { overlap } from './periods.ts';
import type { PeriodOfDays } from './problem.ts';

type InGroup = { readonly editionId: string; readonly period: PeriodOfDays };

/** Which of a firm's places are in other groups that go on at the same time as this one. */
export function overlapping<Place extends InGroup>(group: InGroup, places: readonly Place[]): Place[] {
  return places.filter(({ editionId, period }) => editionId !== group.editionId && overlap(period, group.period));
}

import { type ChangeFindings, findChanges } from '#shared/domain/change/change-findings.ts';
import type { RoundChange } from '#shared/domain/change/round-change.ts';

export type Judged = RoundChange['dimensions'][number];
/** One that has a level in both rounds on the same questions. */
export type ComparedArea = Judged & { change: NonNullable<Judged['change']> };

const isCompared = (judged: Judged): judged is ComparedArea => judged.change !== null;

export type AreasOfChange = {
  compared: ComparedArea[];
  findings: ChangeFindings<ComparedArea>;
  notCompared: Judged[];
};

/** The areas that are compared, what is told of them, and those that are not. */
export function areasOfChange({ dimensions }: Pick<RoundChange, 'dimensions'>): AreasOfChange {
  const compared = dimensions.filter(isCompared);
  return {
    compared,
    findings: findChanges(compared, ({ change }) => change),
    notCompared: dimensions.filter(({ change }) => change === null),
  };
}

import { estimatedRoadKm } from '../geography/distance.ts';
import { fitOf, waitingPoints } from './fit.ts';
import type { PlanEdition, PlanFirm, PlanNeed, PlanWeights } from './problem.ts';

/** The firm's need of the edition's package; undefined where it has none. */
export const needFor = (firm: PlanFirm, edition: PlanEdition): PlanNeed | undefined =>
  firm.needs.find(
    ({ packageCode, waitsFor }) =>
      packageCode === edition.packageCode && (waitsFor === null || waitsFor === edition.editionId),
  );

/** Estimated kilometres by road; 0 for an edition online, null where it is not known. */
export function kmBetween(firm: PlanFirm, edition: PlanEdition): number | null {
  if (edition.position === null) return 0;
  return firm.position === null ? null : estimatedRoadKm(firm.position, edition.position);
}

/** A distance that nobody knows is too far where there is a limit. */
export function isTooFar(firm: PlanFirm, edition: PlanEdition, mostKm: number | null): boolean {
  if (mostKm === null) return false;
  const km = kmBetween(firm, edition);
  return km === null || km > mostKm;
}

export type PairPoints = { readonly fit: number; readonly waiting: number };

/** What a place in the edition is worth to the firm, weighted. */
export function pairPoints(firm: PlanFirm, edition: PlanEdition, weights: PlanWeights): PairPoints {
  const need = needFor(firm, edition);
  if (need === undefined) return { fit: 0, waiting: 0 };
  return { fit: weights.fit * fitOf(need.fit), waiting: weights.waiting * waitingPoints(need.waitingDays) };
}

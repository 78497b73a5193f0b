import type { LivePlace } from '#shared/contracts/live-place.ts';
import type { PlanDocument, PlanEditionWords, PlanFirmWords } from '#shared/contracts/plans.ts';
import { type Inviting, invitingOf, type PlaceNow } from '#shared/domain/cohort/inviting.ts';
import { hasPointsOfNow } from '#shared/domain/cohort/points-version.ts';
import type { Assignment, Plan, PlanEdition, PlanFirm } from '#shared/domain/cohort/problem.ts';

export type ShownEdition = PlanEdition & { words: PlanEditionWords };
export type ShownFirm = PlanFirm & { words: PlanFirmWords };

/** What the firm has asked for by itself, and whether it waits for an answer. */
type ShownRequest = PlanDocument['requestsNow'][number];

/** A place that the plan gives, with what there is of it by now. */
export type ShownAssignment = Assignment & {
  now: PlaceNow | undefined;
  inviting: Inviting;
  request: ShownRequest | undefined;
};

/** A plan with the names of what is in it. */
export type PlanView = {
  document: PlanDocument;
  /** Whether it was found by the rules that points are counted by now. Where not, no points are told of it. */
  hasPoints: boolean;
  plan: Plan | null;
  assignments: readonly ShownAssignment[];
  editions: readonly ShownEdition[];
  firms: readonly ShownFirm[];
  firm: (firmId: string) => ShownFirm | undefined;
  edition: (editionId: string) => ShownEdition | undefined;
  /** Where the firm has a place or waits besides, in groups of the organisation. */
  elsewhere: (firmId: string) => readonly LivePlace[];
  /** What the firm has asked for that the edition gives. */
  request: (firmId: string, edition: Pick<PlanEdition, 'packageCode'>) => ShownRequest | undefined;
};

export function viewPlan(document: PlanDocument): PlanView {
  const editionWords = new Map(document.editions.map((each) => [each.editionId as string, each]));
  const firmWords = new Map(document.firms.map((each) => [each.firmId as string, each]));
  const editions = document.problem.editions.flatMap((each) => {
    const words = editionWords.get(each.editionId);
    return words === undefined ? [] : [{ ...each, words }];
  });
  const firms = document.problem.firms.flatMap((each) => {
    const words = firmWords.get(each.firmId);
    return words === undefined ? [] : [{ ...each, words }];
  });
  const { outcome } = document;
  const plan = outcome !== null && 'plan' in outcome ? outcome.plan : null;
  const placesNow = new Map(document.placesNow.map((each) => [`${each.firmId} ${each.editionId}`, each]));
  const shownFirms = new Map(firms.map((each) => [each.firmId, each]));
  const requests = new Map(document.requestsNow.map((each) => [`${each.firmId} ${each.packageCode}`, each]));
  const elsewhere = Map.groupBy(document.elsewhere, ({ firmId }) => firmId as string);
  const requestOf: PlanView['request'] = (firmId, { packageCode }) => requests.get(`${firmId} ${packageCode}`);
  const editionOf = (editionId: string) => editions.find((each) => each.editionId === editionId);
  return {
    document,
    hasPoints: hasPointsOfNow(document),
    plan,
    assignments: (plan?.assignments ?? []).map((each) => {
      const now = placesNow.get(`${each.firmId} ${each.editionId}`);
      const edition = editionOf(each.editionId);
      const request = edition === undefined ? undefined : requestOf(each.firmId, edition);
      return { ...each, now, inviting: invitingOf(now), request };
    }),
    editions,
    firms,
    firm: (firmId) => shownFirms.get(firmId),
    edition: editionOf,
    elsewhere: (firmId) => elsewhere.get(firmId) ?? [],
    request: requestOf,
  };
}

export const isUnderWay = ({ status }: Pick<PlanDocument, 'status'>): boolean =>
  status === 'waiting' || status === 'solving';

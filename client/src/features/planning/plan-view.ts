import type { PlanDocument, PlanEditionWords, PlanFirmWords } from '#shared/contracts/plans.ts';
import type { Plan, PlanEdition, PlanFirm } from '#shared/domain/cohort/problem.ts';

export type ShownEdition = PlanEdition & { words: PlanEditionWords };
export type ShownFirm = PlanFirm & { words: PlanFirmWords };

/** A plan with the names of what is in it. */
export type PlanView = {
  document: PlanDocument;
  plan: Plan | null;
  editions: readonly ShownEdition[];
  firms: readonly ShownFirm[];
  firm: (firmId: string) => ShownFirm | undefined;
  edition: (editionId: string) => ShownEdition | undefined;
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
  return {
    document,
    plan: outcome !== null && 'plan' in outcome ? outcome.plan : null,
    editions,
    firms,
    firm: (firmId) => firms.find((each) => each.firmId === firmId),
    edition: (editionId) => editions.find((each) => each.editionId === editionId),
  };
}

export const isUnderWay = ({ status }: Pick<PlanDocument, 'status'>): boolean =>
  status === 'waiting' || status === 'solving';

import { type EditionDocument, listEditions, moveEdition } from '#shared/contracts/editions.ts';
import {
  cancelPlan,
  findPlanCosts,
  getPlan,
  type InvitedFirm,
  invitePlanned,
  listPlans,
  makePlan,
  type PlanCandidates,
  type PlanDocument,
  previewPlan,
} from '#shared/contracts/plans.ts';
import type { ProblemCode } from '#shared/contracts/problem.ts';
import { type FirmProfileOptions, getFirmProfileOptions } from '#shared/contracts/site.ts';
import { getVisitor } from '#shared/contracts/visitor.ts';
import type { Assignment, MixWishes, PlanRules, PlanWeights } from '#shared/domain/cohort/problem.ts';
import { isEditionOver } from '#shared/domain/edition/edition-states.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { type CallInput, type CallOutput, callEndpoint } from '../../lib/http/call-endpoint.ts';
import { ProblemError } from '../../lib/http/errors.ts';

export type Provider = { organisationId: string; name: LocalisedText };
export type PlanSettings = { rules: PlanRules; wishes: MixWishes; weights: PlanWeights };
export type Plans = CallOutput<typeof listPlans>['plans'];
export type Costs = CallOutput<typeof findPlanCosts>['costs'];

export type PlanPlace = { organisationId: string; planId: string };

export type LoadedCandidates = {
  organisationId: string;
  editionIds: readonly string[];
  candidates: PlanCandidates;
  options: FirmProfileOptions;
};

/** Why there is nothing to plan with: what was chosen, or how many there are. */
export type RefusedCandidates = { organisationId: string; refusal: ProblemError };

const refusals: readonly string[] = ['package-out-of-use', 'too-many-firms'] satisfies ProblemCode[];

export async function loadCandidates(
  organisationId: string,
  editionIds: readonly string[],
): Promise<LoadedCandidates | RefusedCandidates> {
  try {
    return await fetchCandidates(organisationId, editionIds);
  } catch (error) {
    if (error instanceof ProblemError && refusals.includes(error.code)) return { organisationId, refusal: error };
    throw error;
  }
}

/** Who could be placed. The firms see that they stood in a list. */
async function fetchCandidates(organisationId: string, editionIds: readonly string[]): Promise<LoadedCandidates> {
  const [candidates, options] = await Promise.all([
    callEndpoint(previewPlan, { params: { organisationId }, body: { editionIds: [...editionIds] } }),
    callEndpoint(getFirmProfileOptions, {}),
  ]);
  return { organisationId, editionIds, candidates, options };
}

export type LoadedPlans = {
  providers: readonly Provider[];
  organisationId: string;
  editions: readonly EditionDocument[];
  municipalities: FirmProfileOptions['municipalities'];
  plans: Plans;
};

async function fetchProviders(): Promise<Provider[]> {
  const { account } = await callEndpoint(getVisitor, {});
  const providers = new Map<string, Provider>();
  for (const { place } of account?.memberships ?? [])
    if (place.kind === 'provider' && place.name !== null)
      providers.set(place.placeId, { organisationId: place.placeId, name: place.name });
  return [...providers.values()];
}

/** The editions of the session's own providers that take firms, or will when they are opened. */
async function fetchOwnEditions(): Promise<EditionDocument[]> {
  const editions: EditionDocument[] = [];
  let after: string | null = null;
  do {
    const page: CallOutput<typeof listEditions> = await callEndpoint(listEditions, {
      query: { time: 'upcoming', whose: 'own', ...(after === null ? {} : { after }) },
    });
    editions.push(...page.editions);
    after = page.next;
  } while (after !== null);
  return editions.filter(({ status }) => !isEditionOver(status));
}

/** What the organisation can plan for, and has planned; of the first one when none is asked for. */
export async function loadPlans(asked: string | null): Promise<LoadedPlans | null> {
  const providers = await fetchProviders();
  const organisationId = asked ?? providers[0]?.organisationId;
  if (organisationId === undefined) return null;
  const [editions, { municipalities }, { plans }] = await Promise.all([
    fetchOwnEditions(),
    callEndpoint(getFirmProfileOptions, {}),
    callEndpoint(listPlans, { params: { organisationId } }),
  ]);
  return {
    providers,
    organisationId,
    editions: editions.filter((edition) => edition.organisationId === organisationId),
    municipalities,
    plans,
  };
}

/** Opens a planned edition for firms: only then can they be invited, and the group be planned. */
export async function openEdition({ organisationId, editionId, revision }: EditionDocument): Promise<void> {
  await callEndpoint(moveEdition, { params: { organisationId, editionId }, body: { move: 'open', revision } });
}

export async function fetchPlan(place: PlanPlace): Promise<PlanDocument> {
  return callEndpoint(getPlan, { params: place });
}

export type LoadedPlan = {
  plan: PlanDocument;
  options: FirmProfileOptions;
  /** The plan before, to compare with. */
  before: PlanDocument | null;
};

export async function loadPlan(place: PlanPlace): Promise<LoadedPlan> {
  const [plan, options] = await Promise.all([fetchPlan(place), callEndpoint(getFirmProfileOptions, {})]);
  const { fromPlanId, organisationId } = plan;
  // It may have had its time by now.
  const before = fromPlanId === null ? null : await fetchPlan({ organisationId, planId: fromPlanId }).catch(() => null);
  return { plan, options, before };
}

type Wanted = PlanSettings & { organisationId: string; editionIds: readonly string[]; fromPlanId?: string | undefined };

/** Begins to look for a plan, and gives its identifier. */
export async function beginPlan({ organisationId, editionIds, fromPlanId, ...settings }: Wanted): Promise<string> {
  const body: CallInput<typeof makePlan>['body'] = { editionIds: [...editionIds], ...settings };
  const { planId } = await callEndpoint(makePlan, {
    params: { organisationId },
    body: fromPlanId === undefined ? body : { ...body, fromPlanId },
  });
  return planId;
}

export async function callOffPlan(place: PlanPlace): Promise<void> {
  await callEndpoint(cancelPlan, { params: place });
}

/** The search ends with the signal. */
export async function fetchCosts(place: PlanPlace & { firmId: string }, signal: AbortSignal): Promise<Costs> {
  return (await callEndpoint(findPlanCosts, { params: place, signal })).costs;
}

/** As many as may be invited by one call. */
export async function inviteSome(place: PlanPlace, places: readonly Assignment[]): Promise<InvitedFirm[]> {
  const body = { places: places.map(({ firmId, editionId }) => ({ firmId, editionId })) };
  return (await callEndpoint(invitePlanned, { params: place, body })).results;
}

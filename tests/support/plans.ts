import { expect } from 'vitest';
import type { InvitedFirm, PlanCandidates, PlanDocument } from '#shared/contracts/plans.ts';
import { mostInvitedAtOnce } from '#shared/contracts/plans.ts';
import { type Assignment, proposedRules, proposedWeights, proposedWishes } from '#shared/domain/cohort/problem.ts';
import type { Staff } from './people.ts';
import type { TestApp } from './test-app.ts';

export const planSettings = {
  rules: { ...proposedRules, mostKm: null },
  wishes: proposedWishes,
  weights: proposedWeights,
};
export type WantedPlan = Partial<typeof planSettings> & { editionIds?: string[]; fromPlanId?: string };

/** The packages that most of the firms who let the provider in are suggested. */
export async function wantedPackages({ admin }: Pick<TestApp, 'admin'>, provider: string): Promise<string[]> {
  const { rows } = await admin.query<{ code: string }>(
    `select g.package_code as code from suggestions g join consents c on c.firm_id = g.firm_id
     where c.purpose = 'result' and c.withdrawn_at is null and c.provider_code = $1
     group by g.package_code order by count(*) desc, g.package_code limit 2`,
    [provider],
  );
  return rows.map(({ code }) => code);
}

export function planOf({ outcome }: PlanDocument) {
  if (outcome === null || !('plan' in outcome)) throw new Error(`there is no plan: ${JSON.stringify(outcome)}`);
  return outcome.plan;
}

/** What whoever plans for the organisation does, one step each. */
export function planningBy(staff: () => Staff) {
  const url = (rest: string, { organisationId } = staff()) => `/api/advisor/organisations/${organisationId}/${rest}`;
  const make = async (wanted: WantedPlan): Promise<string> => {
    const reply = await staff().visitor.post(url('plans'), { ...planSettings, ...wanted });
    expect(reply.statusCode, reply.body).toBe(201);
    return reply.json<{ planId: string }>().planId;
  };
  const read = async (id: string): Promise<PlanDocument> => {
    const reply = await staff().visitor.get(url(`plans/${id}`));
    expect(reply.statusCode, reply.body).toBe(200);
    return reply.json<PlanDocument>();
  };
  const ended = async (id: string): Promise<PlanDocument> => {
    for (;;) {
      const plan = await read(id);
      if (plan.status !== 'waiting' && plan.status !== 'solving') return plan;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const preview = async (editionIds: string[]): Promise<PlanCandidates> => {
    const reply = await staff().visitor.post(url('plan-candidates'), { editionIds });
    expect(reply.statusCode, reply.body).toBe(200);
    return reply.json<PlanCandidates>();
  };
  const invite = async (planId: string, places: readonly Assignment[]): Promise<InvitedFirm[]> => {
    expect(places.length).toBeLessThanOrEqual(mostInvitedAtOnce);
    const reply = await staff().visitor.post(url(`plans/${planId}/invitations`), { places });
    expect(reply.statusCode, reply.body).toBe(200);
    return reply.json<{ results: InvitedFirm[] }>().results;
  };
  return { url, make, read, ended, preview, invite, solved: async (wanted: WantedPlan) => ended(await make(wanted)) };
}

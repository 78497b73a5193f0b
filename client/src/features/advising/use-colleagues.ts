import { type Colleague, fetchColleagues } from './queue-api.ts';
import type { RequestTarget } from './referral-action.ts';
import { useLoaded } from './use-loaded.ts';

/** Whoever can look after all the requests: of several organisations those who work in each. */
async function fetchSharedColleagues(organisationIds: readonly string[]): Promise<Colleague[]> {
  const [first = [], ...others] = await Promise.all(organisationIds.map(fetchColleagues));
  return first.filter(({ personId }) => others.every((each) => each.some((other) => other.personId === personId)));
}

export function useColleagues(targets: readonly RequestTarget[]) {
  const organisationIds = [...new Set(targets.map(({ organisationId }) => organisationId))].sort();
  const key = organisationIds.length === 0 ? null : organisationIds.join(' ');
  return useLoaded(key, () => fetchSharedColleagues(organisationIds));
}

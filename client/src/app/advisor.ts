import type { AdvisorHrefs } from '../features/advising/advisor-navigation.tsx';
import { paths } from './paths.ts';
import { useVisitor } from './visitor.ts';

/** Addresses of the pages for those who look after firms. */
export const advisorHrefs: AdvisorHrefs = {
  queue: paths.advisor(),
  editions: paths.editions(),
};

/** Decides what is offered; what is allowed is the server's to say. */
export function useIsAdvisor(): boolean {
  return useVisitor()?.memberships.some(({ role }) => role === 'advisor' || role === 'manager') ?? false;
}

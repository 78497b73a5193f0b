import { paths } from './paths.ts';
import { useVisitor } from './visitor.ts';

/** Addresses of the pages for those who look after organisations and the site. */
export const coordinationHrefs = {
  organisations: paths.organisations(),
  organisation: paths.organisation,
  people: paths.people(),
  outbox: paths.outbox(),
  auditLog: paths.auditLog(),
  erasures: paths.erasures(),
};

/** Decides what is offered; what is allowed is the server's to say. */
export function useIsAdministrator(): boolean {
  return useVisitor()?.memberships.some(({ role }) => role === 'administrator') ?? false;
}

/** Whether the reader looks after the organisation as one of its own. */
export function useIsManagerOf(organisationId: string | undefined): boolean {
  const memberships = useVisitor()?.memberships ?? [];
  return memberships.some(({ role, place }) => role === 'manager' && place.placeId === organisationId);
}

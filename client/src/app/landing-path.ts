import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { paths } from './paths.ts';
import { type WorkplaceKind, workplacesOf } from './workplaces.ts';

const order: readonly WorkplaceKind[] = ['advisor', 'region', 'organisations', 'editor'];

/** Where a person begins who has signed in and did not come from a page. */
export function landingPath(account: AccountDocument): string {
  const { invitations, memberships, secondFactor } = account;
  if (invitations.length > 0 || memberships.length === 0) return paths.account();
  if (secondFactor.isNeeded && !secondFactor.isShown) return paths.secondFactor();
  const workplaces = workplacesOf(account);
  const firms = workplaces.filter(({ kind }) => kind === 'firm');
  if (firms.length === workplaces.length) return firms.length === 1 ? (firms[0]?.href ?? '') : paths.account();
  const first = order.find((kind) => workplaces.some((workplace) => workplace.kind === kind));
  return workplaces.find(({ kind }) => kind === first)?.href ?? paths.account();
}

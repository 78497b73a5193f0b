import { getVisitor } from '#shared/contracts/visitor.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

export type Standing = 'signed-out' | 'second-factor-missing' | 'analyst' | 'somebody-else';

/** Whether the reader is an analyst of a region, and has shown it. */
export async function fetchStanding(): Promise<Standing> {
  const { account } = await callEndpoint(getVisitor, {});
  if (account === null) return 'signed-out';
  if (!account.memberships.some(({ role }) => role === 'analyst')) return 'somebody-else';
  return account.secondFactor.isShown ? 'analyst' : 'second-factor-missing';
}

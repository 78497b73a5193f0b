import { getOwnComparison, type OwnComparison } from '#shared/contracts/own-comparison.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

/** Null when there is nothing to compare with. */
export async function fetchComparison(responseId: string): Promise<OwnComparison> {
  return (await callEndpoint(getOwnComparison, { params: { responseId } })).comparison;
}

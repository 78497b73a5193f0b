import { getVisitor } from '#shared/contracts/visitor.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { callEndpoint } from './http/call-endpoint.ts';

export type Region = { readonly organisationId: string; readonly name: LocalisedText };

/** The regions of which the reader is an analyst, each once. */
export async function fetchRegions(): Promise<Region[]> {
  const { account } = await callEndpoint(getVisitor, {});
  const regions = new Map<string, Region>();
  for (const { role, place } of account?.memberships ?? [])
    if (role === 'analyst' && place.name !== null)
      regions.set(place.placeId, { organisationId: place.placeId, name: place.name });
  return [...regions.values()];
}

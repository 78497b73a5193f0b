import { getChange, type OwnChange, saveThenLevel } from '#shared/contracts/change.ts';
import type { ThenLevel } from '#shared/domain/change/then-level.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

export const fetchChange = (responseId: string, since: string | null): Promise<OwnChange> =>
  callEndpoint(getChange, { params: { responseId }, query: since === null ? {} : { since } });

export type ThenPlace = { responseId: string; since: string; dimension: string };

type Said = { readonly thenLevel: ThenLevel | null; readonly seen: ThenLevel | null };

/** Says where an area was then, over what was seen of it. */
export const sendThenLevel = ({ responseId, since, dimension }: ThenPlace, said: Said) =>
  callEndpoint(saveThenLevel, { params: { responseId, dimension }, body: { since, ...said } });

import type { Context } from '../../platform/context.ts';
import type { AccessContext } from '../../platform/database/transaction.ts';
import { readOwn, readShared, type SharedPlace } from './access.ts';
import { type CrosswalkBody, describeCrosswalk } from './describe-crosswalk.ts';

/** The figures of a submitted response, for whoever it belongs to. */
export async function getCrosswalk(
  context: Context,
  access: AccessContext,
  responseId: string,
): Promise<CrosswalkBody> {
  return describeCrosswalk(context, await readOwn(context, access, responseId));
}

/** The same for a provider that the firm lets see its results; the look is written down. */
export async function getSharedCrosswalk(
  context: Context,
  access: AccessContext,
  place: SharedPlace,
): Promise<CrosswalkBody> {
  return describeCrosswalk(context, await readShared(context, access, place));
}

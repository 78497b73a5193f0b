import type { ResponseDocument } from '#shared/contracts/responses.ts';
import type { VersionChange } from '#shared/contracts/version-change.ts';
import { fetchVersionChange } from './api.ts';

/** Which versions of the questions the answers can go over to; null where that could not be asked. */
export type Versions = VersionChange | null;

/** Whoever does not go over answers as before, so that the questions never wait for it. */
export async function loadVersions({ responseId, status, respondent }: ResponseDocument): Promise<Versions> {
  // Which one is answered is for whoever leads to choose.
  return status === 'open' && respondent === null ? fetchVersionChange(responseId).catch(() => null) : null;
}

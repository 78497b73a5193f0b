import { responseIdSchema } from '#shared/contracts/identifiers.ts';
import { readStored, writeStored } from '../../lib/browser-storage.ts';

const name = 'response';

/** The response last opened in this browser, to find back to without a link. The key to it is in a cookie, not here. */
export function readRememberedResponse(): string | undefined {
  return responseIdSchema.safeParse(readStored('local', name)).data;
}

export function rememberResponse(responseId: string): void {
  writeStored('local', name, responseId);
}

import { responseIdSchema } from '#shared/contracts/identifiers.ts';

const key = 'mattstock.response';

/** The response last opened in this browser, to find back to without a link. The key to it is in a cookie, not here. */
export function readRememberedResponse(): string | undefined {
  try {
    return responseIdSchema.safeParse(localStorage.getItem(key)).data;
  } catch {
    return undefined;
  }
}

export function rememberResponse(responseId: string): void {
  try {
    localStorage.setItem(key, responseId);
  } catch {
    // A browser without storage needs the link.
  }
}

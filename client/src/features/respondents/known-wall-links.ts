/** Secrets of links that were made since the page was loaded, by link. The server does not have them. */
const known = new Map<string, string>();

export const knowWallLink = (respondentLinkId: string, url: string): void => void known.set(respondentLinkId, url);
export const knownWallLink = (respondentLinkId: string): string | undefined => known.get(respondentLinkId);

import { useMatches } from 'react-router';

/** On a route whose page stands by itself, without the header and the footer of the site. */
export const bareHandle = { isBare: true } as const;

export function useIsBare(): boolean {
  return useMatches().some(({ handle }) => handle === bareHandle);
}

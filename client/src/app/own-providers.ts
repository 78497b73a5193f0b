import type { LocalisedText } from '#shared/domain/language.ts';
import { useVisitor } from './visitor.ts';

/** Where the person looks after firms. Whoever is both adviser and manager somewhere is there once. */
export function useOwnProviders(): { organisationId: string; name: LocalisedText }[] {
  const named = useVisitor()?.memberships.flatMap(({ place }) =>
    place.kind === 'provider' && place.name !== null ? [[place.placeId as string, place.name] as const] : [],
  );
  return [...new Map(named)].map(([organisationId, name]) => ({ organisationId, name }));
}

import type { AccountDocument } from '#shared/contracts/visitor.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import type { AdvisorHrefs } from '../features/advising/advisor-navigation.tsx';
import { paths } from './paths.ts';
import { useVisitor } from './visitor.ts';

/** Addresses of the pages for those who look after firms. */
export function useAdvisorHrefs(): AdvisorHrefs {
  const memberships = useVisitor()?.memberships ?? [];
  const advised = memberships.filter(({ role }) => role === 'advisor' || role === 'manager').map(({ place }) => place);
  const places = advised.filter(
    (place, index) => advised.findIndex(({ placeId }) => placeId === place.placeId) === index,
  );
  return {
    queue: paths.advisor(),
    editions: paths.editions(),
    achievement: paths.ownAchievement(),
    plans: paths.plans(),
    packages: paths.editedPackages(),
    meetings: paths.meetingsAhead(),
    handOver: paths.handOver(),
    organisations: places.map(({ placeId, name }) => ({
      name,
      campaigns: paths.campaigns(placeId),
      contacts: paths.contacts(placeId),
      reminders: paths.reminders(placeId),
    })),
  };
}

/** Decides what is offered; what is allowed is the server's to say. */
export function useIsAdvisor(): boolean {
  return useVisitor()?.memberships.some(({ role }) => role === 'advisor' || role === 'manager') ?? false;
}

/** Where the person looks after firms, each once. */
export function providersOf({ memberships }: AccountDocument): { placeId: string; name: LocalisedText }[] {
  const named = memberships.flatMap(({ place: { kind, placeId, name } }) =>
    kind === 'provider' && name !== null ? [[placeId, { placeId, name }] as const] : [],
  );
  return [...new Map(named).values()];
}

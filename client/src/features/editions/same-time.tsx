import { Trans } from '@lingui/react/macro';
import { overlapping } from '#shared/domain/cohort/overlaps.ts';
import type { PlacementStatus } from '#shared/domain/edition/placement-states.ts';
import { usePlacementStatus } from '../../lib/use-placement-status.ts';
import { useEditionWords } from './use-edition-words.ts';

/** A place in a group, with what the group is called. */
type NamedPlace = Parameters<ReturnType<typeof useEditionWords>['name']>[0] & {
  readonly editionId: string;
  readonly period: { readonly from: string; readonly to: string };
  /** Left out where the firm itself reads it. */
  readonly status?: PlacementStatus | undefined;
};

export type SameTimeProps = {
  group: { readonly editionId: string; readonly startsOn: string; readonly endsOn: string };
  /** The firm's places in all groups; the one in this group says nothing of itself. */
  places: readonly NamedPlace[];
};

/** In which other groups a firm has a place, or waits, at the same time as this one. */
export function SameTime({ group, places }: SameTimeProps) {
  const words = useEditionWords();
  const statusWords = usePlacementStatus();
  const { editionId, startsOn, endsOn } = group;
  const others = overlapping({ editionId, period: { from: startsOn, to: endsOn } }, places);
  const nameOf = (place: NamedPlace) => {
    const days = `${words.day(place.period.from)} – ${words.day(place.period.to)}`;
    const status = place.status === undefined ? [] : [statusWords(place.status)];
    return `${words.name(place)} (${[days, ...status].join(', ')})`;
  };
  if (others.length === 0) return null;
  return (
    <p>
      <Trans>At the same time as another group: {others.map(nameOf).join(', ')}.</Trans>
    </p>
  );
}

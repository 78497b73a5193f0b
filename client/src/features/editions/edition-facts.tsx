import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import { firmsMissing, placesLeft } from '#shared/domain/edition/edition-states.ts';
import { lacksFirms } from '#shared/domain/edition/edition-time.ts';
import { today } from '../../lib/today.ts';
import { useLocalised } from '../../lib/use-language.ts';
import type { Fact } from '../../ui/facts/facts.tsx';
import { PlacesBar } from '../../ui/progress-rule/places-bar.tsx';
import type { Municipality } from './api.ts';
import styles from './editions.module.css';
import { useEditionWords } from './use-edition-words.ts';

/** What is public of an edition. */
export type HeldEdition = Pick<
  EditionDocument,
  | 'organisationName'
  | 'delivery'
  | 'municipality'
  | 'venue'
  | 'applyBy'
  | 'startsOn'
  | 'endsOn'
  | 'language'
  | 'days'
  | 'places'
  | 'minimumGroup'
>;

/** Where an edition is held, in one line. */
export function usePlaceName(municipalities: readonly Municipality[]): (edition: HeldEdition) => string {
  const words = useEditionWords();
  return ({ delivery, municipality, venue }) => {
    const name = municipalities.find(({ code }) => code === municipality)?.name;
    const place = [venue, name].filter((part) => part !== null && part !== undefined).join(', ');
    return place === '' ? words.delivery(delivery) : place;
  };
}

function Days({ days }: Pick<HeldEdition, 'days'>): ReactNode {
  const words = useEditionWords();
  return (
    <ul className={styles.plainList}>
      {days.map(({ heldOn, startsAt, endsAt }) => (
        <li key={heldOn}>
          {words.day(heldOn)}, {words.hours(startsAt, endsAt)}
        </li>
      ))}
    </ul>
  );
}

/** When and where, in the terms of whoever might come. */
export function useHeldFacts(edition: HeldEdition, municipalities: readonly Municipality[]): Fact[] {
  const { t } = useLingui();
  const words = useEditionWords();
  const localise = useLocalised();
  const placeName = usePlaceName(municipalities);
  const { organisationName, delivery, applyBy, startsOn, endsOn, language, days } = edition;
  const [from, to] = [words.day(startsOn), words.day(endsOn)];
  return [
    { term: t`Given by`, detail: localise(organisationName) },
    { term: t`Where`, detail: placeName(edition) },
    ...(delivery === 'in-turns' ? [{ term: t`How`, detail: words.delivery(delivery) }] : []),
    { term: t`When`, detail: t`${from} to ${to}` },
    ...(days.length === 0 ? [] : [{ term: t`Days`, detail: <Days days={days} /> }]),
    { term: t`Last day to apply`, detail: words.day(applyBy) },
    { term: t`Language`, detail: words.language(language) },
  ];
}

type FullnessProps = {
  edition: Pick<EditionDocument, 'status' | 'applyBy' | 'places' | 'minimumGroup' | 'invited' | 'placed' | 'waiting'>;
};

/** How full it is: a bar with the smallest group marked, and the same in words. */
export function Fullness({ edition }: FullnessProps) {
  const { places, minimumGroup, invited, placed, waiting, status } = edition;
  const isHeld = invited > 0 && placesLeft(edition) === 0;
  // Nobody more can be asked as long as every place is held.
  const missing = !isHeld && lacksFirms(edition, today()) ? firmsMissing(edition) : 0;
  return (
    <div className={styles.fullness}>
      <PlacesBar places={places} taken={placed} held={invited} minimum={minimumGroup} />
      <p>
        <Trans>
          {placed} of {places} have said yes, smallest group {minimumGroup}.
        </Trans>{' '}
        {isHeld ? (
          <Plural
            value={invited}
            one="Every place is held; # answer is lacking."
            other="Every place is held; # answers are lacking."
          />
        ) : (
          invited > 0 && <Plural value={invited} one="# invitation not answered." other="# invitations not answered." />
        )}{' '}
        {waiting > 0 && <Plural value={waiting} one="# firm waits." other="# firms wait." />}{' '}
        {missing > 0 && <Plural value={missing} one="# firm is lacking." other="# firms are lacking." />}{' '}
        {missing > 0 && status === 'planned' && <Trans>The group is planned and takes no firms yet.</Trans>}
      </p>
    </div>
  );
}

import { Trans } from '@lingui/react/macro';
import type { Place } from '#shared/contracts/people.ts';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './account.module.css';

export type Membership = AccountDocument['memberships'][number];
export type PlaceLink = { readonly href: string; readonly label: string };

/** What a place is called; a firm may not have said yet. */
export function PlaceName({ place }: { place: Place }) {
  const localise = useLocalised();
  const { firm } = useFirmWords();
  return place.name === null ? firm(null) : localise(place.name);
}

/** Where one has a role that opens nothing for the time being. */
function ClosedPlace({ place }: { place: Place }) {
  return (
    <li className={styles.row}>
      <div>
        <strong>
          <PlaceName place={place} />
        </strong>
        <br />
        <Trans>Closed at present</Trans>
        <br />
        <span className={styles.muted}>
          <Trans>
            What you may do there opens nothing until the coordination of Måttstock has opened it again. Turn to the
            coordination if you wonder why.
          </Trans>
        </span>
      </div>
    </li>
  );
}

type PlacesProps = {
  account: Pick<AccountDocument, 'memberships' | 'closedPlaces'>;
  linksOf: (membership: Membership) => readonly PlaceLink[];
  startHref: string;
};

/** The firms and organisations one belongs to, what one is there, and where that is of use. */
export function Places({ account, linksOf, startHref }: PlacesProps) {
  const words = useRoleWords();
  const { memberships, closedPlaces } = account;
  return (
    <Section title={<Trans>Where you belong</Trans>}>
      {memberships.length + closedPlaces.length === 0 ? (
        <EmptyState
          title={<Trans>You belong to no firm or organisation yet</Trans>}
          action={
            <ButtonLink to={startHref} variant="secondary">
              <Trans>Start measuring</Trans>
            </ButtonLink>
          }
        >
          <p>
            <Trans>
              Measure your firm and keep it under this account, or ask somebody who is in already to invite this
              address.
            </Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {memberships.map((membership) => (
            <li key={membership.membershipId} className={styles.row}>
              <div>
                <strong>
                  <PlaceName place={membership.place} />
                </strong>
                <br />
                {words.role(membership.role)}
                <br />
                <span className={styles.muted}>{words.about(membership.role)}</span>
              </div>
              {linksOf(membership).map(({ href, label }) => (
                <Link key={href} to={href}>
                  {label}
                </Link>
              ))}
            </li>
          ))}
          {closedPlaces.map((place) => (
            <ClosedPlace key={place.placeId} place={place} />
          ))}
        </ul>
      )}
    </Section>
  );
}

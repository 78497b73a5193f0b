import { Trans, useLingui } from '@lingui/react/macro';
import { useRevalidator } from 'react-router';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import { placesLeft, takesFirms } from '#shared/domain/edition/edition-states.ts';
import { placementMovesFrom } from '#shared/domain/edition/placement-states.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useWishWords } from '../../lib/use-wish-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Link } from '../../ui/link/link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import type { LoadedFirmsPlaces } from './api.ts';
import { Fullness, usePlaceName } from './edition-facts.tsx';
import styles from './editions.module.css';
import { PlacingReport } from './placing-report.tsx';
import { SameTime } from './same-time.tsx';
import { TakenUp } from './taken-up.tsx';
import { useEditionWords } from './use-edition-words.ts';
import { usePlacementWords } from './use-placement-words.ts';
import { type PlacingDesk, usePlacing } from './use-placing.ts';

export type PlaceFirmHrefs = {
  firm: string;
  editions: string;
  edition: (organisationId: string, editionId: string) => string;
};

type RowProps = { edition: EditionDocument; loaded: LoadedFirmsPlaces; desk: PlacingDesk; hrefs: PlaceFirmHrefs };

function Row({ edition, loaded, desk, hrefs }: RowProps) {
  const { t } = useLingui();
  const words = useEditionWords();
  const placementWords = usePlacementWords();
  const placeName = usePlaceName(loaded.municipalities);
  const { organisationId, editionId } = edition;
  const placement = loaded.placements.find((each) => each.editionId === editionId);
  const status = placement?.status ?? 'none';
  const moves = placementMovesFrom(status, 'provider');
  const name = placementWords.firm(loaded.firmName);
  const firm = { firmId: loaded.firmId, name, revision: placement?.revision ?? 0 };
  const isFull = placesLeft(edition) === 0;
  const move = isFull ? 'queue' : 'invite';
  const label = isFull ? t`Put on the waiting list` : t`Invite`;
  return (
    <li>
      <div className={styles.who}>
        <p>
          <Link to={hrefs.edition(organisationId, editionId)}>{words.name(edition)}</Link>
        </p>
        <p>
          {placeName(edition)}, {words.day(edition.startsOn)}
        </p>
        <p className={styles.tags}>
          {placement !== undefined && <Tag tone="accent">{placementWords.status(placement.status)}</Tag>}
          {loaded.wished.some((each) => each.editionId === editionId) && (
            <Tag tone="success">
              <Trans>The firm wishes this group</Trans>
            </Tag>
          )}
          <SimulatedTag isSimulated={edition.isSimulated} />
        </p>
        <SameTime group={edition} places={loaded.live} />
        <Fullness edition={edition} />
        <TakenUp isUnanswered={moves.includes(move) && loaded.unanswered.includes(edition.packageCode)} />
      </div>
      {moves.includes(move) && (
        <ButtonRow>
          <Button
            variant="secondary"
            isUnavailable={desk.action.isBusy}
            onClick={() => desk.place(edition, firm, move)}
            aria-label={`${label}: ${words.name(edition)}`}
          >
            {label}
          </Button>
        </ButtonRow>
      )}
    </li>
  );
}

type PlaceFirmPageProps = {
  loaded: LoadedFirmsPlaces;
  /** Only editions of this package, where one is asked for. */
  packageCode: string | null;
  hrefs: PlaceFirmHrefs;
};

/** Into which of the provider's editions the firm can be invited. */
export function PlaceFirmPage({ loaded, packageCode, hrefs }: PlaceFirmPageProps) {
  const { t } = useLingui();
  const placementWords = usePlacementWords();
  const localise = useLocalised();
  const wishWords = useWishWords();
  const { revalidate } = useRevalidator();
  const desk = usePlacing(() => revalidate());
  const name = placementWords.firm(loaded.firmName);
  const open = loaded.editions.filter(({ status }) => takesFirms(status));
  const wished = new Set<string>(loaded.wished.map(({ editionId }) => editionId));
  // What the firm wishes first, then of the package; the others stay there, since the need may be met by another.
  const rankOf = (edition: EditionDocument): number =>
    2 * Number(wished.has(edition.editionId)) + Number(edition.packageCode === packageCode);
  const editions = open.toSorted((one, other) => rankOf(other) - rankOf(one));
  const gone = loaded.wished.filter(({ editionId }) => !open.some((edition) => edition.editionId === editionId));
  return (
    <Page width="results">
      <BackLink to={hrefs.firm}>
        <Trans>The firm</Trans>
      </BackLink>
      <PageHeader
        title={t`Place ${name} in a group`}
        documentTitle={t`Place a firm in a group`}
        lead={t`The firm gets a mail, and answers on its own page. It sees that you have placed it.`}
      />
      <PlacingReport desk={desk} />
      {gone.length > 0 && (
        <Notice title={<Trans>The firm has asked for a group that cannot be joined any more</Trans>}>
          <ul>
            {gone.map((each) => (
              <li key={each.editionId}>
                {localise(each.packageName)}: {wishWords(each)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {editions.length === 0 ? (
        <EmptyState
          title={<Trans>None of your groups takes firms right now</Trans>}
          action={
            <ButtonLink to={hrefs.editions} variant="secondary">
              <Trans>Groups</Trans>
            </ButtonLink>
          }
        />
      ) : (
        <ul className={styles.group}>
          {editions.map((edition) => (
            <Row key={edition.editionId} edition={edition} loaded={loaded} desk={desk} hrefs={hrefs} />
          ))}
        </ul>
      )}
    </Page>
  );
}

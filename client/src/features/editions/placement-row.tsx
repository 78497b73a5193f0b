import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import type { LivePlace } from '#shared/contracts/live-place.ts';
import type { PlacementDocument } from '#shared/contracts/placements.ts';
import { placesLeft, takesFirms } from '#shared/domain/edition/edition-states.ts';
import { answersRequest, type PlacementStatus, placementMovesFrom } from '#shared/domain/edition/placement-states.ts';
import { today } from '../../lib/today.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { Link } from '../../ui/link/link.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './editions.module.css';
import type { AskedPlacing } from './placing-dialog.tsx';
import { SameTime } from './same-time.tsx';
import { TakenUp } from './taken-up.tsx';
import { useEditionWords } from './use-edition-words.ts';
import { usePlacementWords } from './use-placement-words.ts';
import type { PlacingDesk } from './use-placing.ts';

type RowProps = {
  placement: PlacementDocument;
  edition: EditionDocument;
  /** Where the firm is in this and other groups of the provider. */
  places: readonly LivePlace[];
  desk: PlacingDesk;
  firmHref: (organisationId: string, firmId: string) => string;
  onAsk: (asked: AskedPlacing) => void;
};

function useMoveLabels() {
  const { t } = useLingui();
  return {
    invite: t`Invite`,
    queue: t`Put on the waiting list`,
    accept: t`Said yes by telephone`,
    decline: t`Said no by telephone`,
    leave: t`Take out`,
    complete: t`Took part to the end`,
  };
}

function Actions({ placement, edition, desk, onAsk }: Omit<RowProps, 'firmHref' | 'places'>): ReactNode {
  const labels = useMoveLabels();
  const words = usePlacementWords();
  const name = words.firm(placement.firmName);
  const hasBegun = edition.status === 'confirmed' && edition.startsOn <= today();
  const isPossible = {
    invite: takesFirms(edition.status) && placesLeft(edition) > 0,
    queue: takesFirms(edition.status),
    accept: true,
    decline: true,
    leave: true,
    complete: hasBegun,
    expire: false,
  };
  const moves = placementMovesFrom(placement.status, 'provider').filter((move) => isPossible[move]);
  if (moves.length === 0) return null;
  return (
    <ButtonRow>
      {moves.map((move) => {
        if (move === 'expire') return null;
        const act = () => {
          if (move === 'leave' || move === 'complete') onAsk({ placement, move });
          else desk.place(edition, { firmId: placement.firmId, revision: placement.revision, name }, move);
        };
        return (
          <Button
            key={move}
            variant="secondary"
            isUnavailable={desk.action.isBusy}
            onClick={act}
            aria-label={`${labels[move]}: ${name}`}
          >
            {labels[move]}
          </Button>
        );
      })}
    </ButtonRow>
  );
}

function History({ placement }: Pick<RowProps, 'placement'>) {
  const words = usePlacementWords();
  const editionWords = useEditionWords();
  return (
    <Details summary={<Trans>What has happened</Trans>}>
      <ul className={styles.plainList}>
        {placement.events.map(({ at, move, reason }) => (
          <li key={`${at} ${move}`}>
            {editionWords.dayOf(at)}: {words.move(move)}
            {reason !== null && ` (${words.reason(reason)})`}
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** Whether something can be done with the firm that answers a request of its. */
const givesPlace = (status: PlacementStatus): boolean => placementMovesFrom(status, 'provider').some(answersRequest);

/** A firm in the edition, where it is, and what can be done with it. */
export function PlacementRow(props: RowProps) {
  const { placement, edition, places, firmHref } = props;
  const words = usePlacementWords();
  const editionWords = useEditionWords();
  const { answerBy, reason, status } = placement;
  return (
    <li>
      <div className={styles.who}>
        <p>
          <Link to={firmHref(edition.organisationId, placement.firmId)}>{words.firm(placement.firmName)}</Link>
        </p>
        <p className={styles.tags}>
          <Tag tone={status === 'placed' || status === 'completed' ? 'success' : 'neutral'}>{words.status(status)}</Tag>
          <SimulatedTag isSimulated={placement.isSimulated} />
        </p>
        {answerBy !== null && (
          <p>
            <Trans>The place is held until {editionWords.day(answerBy)}.</Trans>
          </p>
        )}
        {reason !== null && <p>{words.reason(reason)}.</p>}
        <SameTime group={edition} places={places} />
        <TakenUp isUnanswered={placement.hasUnanswered && givesPlace(placement.status)} />
        <History placement={placement} />
      </div>
      <Actions {...props} />
    </li>
  );
}

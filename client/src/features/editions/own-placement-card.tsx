import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { FirmPlacement } from '#shared/contracts/placements.ts';
import { isLivePlacement, placementMovesFrom } from '#shared/domain/edition/placement-states.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Details } from '../../ui/details/details.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import type { Municipality } from './api.ts';
import { useHeldFacts } from './edition-facts.tsx';
import styles from './editions.module.css';
import { SameTime, type SameTimeProps } from './same-time.tsx';
import { useEditionWords } from './use-edition-words.ts';

export type OwnMove = 'accept' | 'decline' | 'leave';

/** Where the firm stands, said to the firm itself. */
function useOwnWords() {
  const { t } = useLingui();
  const statuses: Record<FirmPlacement['status'], string> = {
    invited: t`You are invited`,
    placed: t`You take part`,
    waiting: t`You are on the waiting list`,
    declined: t`You said no`,
    expired: t`You did not answer in time`,
    left: t`You are no longer in it`,
    completed: t`You have taken part`,
  };
  const reasons: Record<NonNullable<FirmPlacement['reason']>, string> = {
    'firm-asked': t`You asked for it yourselves.`,
    'firm-not-reached': t`The provider could not reach you.`,
    'not-eligible': t`The provider found that the package does not fit you.`,
    moved: t`You get a place in another group.`,
    other: t`Ask the provider why.`,
    'consent-withdrawn': t`You no longer let the provider in.`,
    'edition-cancelled': t`The group was cancelled.`,
    'edition-over': t`The group has ended.`,
  };
  const moves: Record<FirmPlacement['events'][number]['move'], string> = {
    invite: t`Invited`,
    queue: t`Put on the waiting list`,
    accept: t`Yes to the place`,
    decline: t`No to the place`,
    expire: t`The day to answer by passed`,
    leave: t`Out of the group or the list`,
    complete: t`The package is done`,
  };
  const by: Record<FirmPlacement['events'][number]['by'], string> = {
    firm: t`by you`,
    provider: t`by the provider`,
    nobody: t`by itself`,
  };
  const answers: Record<OwnMove, string> = {
    accept: t`Yes, we take the place`,
    decline: t`No, thank you`,
    leave: t`Give up the place`,
  };
  return { statuses, reasons, moves, by, answers };
}

function History({ placement }: { placement: FirmPlacement }) {
  const own = useOwnWords();
  const words = useEditionWords();
  return (
    <Details summary={<Trans>What has happened</Trans>}>
      <ul className={styles.plainList}>
        {placement.events.map(({ at, move, by }) => (
          <li key={`${at} ${move}`}>
            {words.dayOf(at)}: {own.moves[move]}, {own.by[by]}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function Group({ group }: { group: NonNullable<FirmPlacement['group']> }) {
  const language = useLanguage();
  const { size, named } = group;
  return (
    <p>
      <Plural
        value={size}
        one="You are the only firm in the group so far."
        other="# firms are in the group, you among them."
      />{' '}
      {named.length > 0 && <Trans>Have let themselves be named: {listInWords(named, language)}.</Trans>}
    </p>
  );
}

type CardProps = {
  placement: FirmPlacement;
  municipalities: readonly Municipality[];
  /** Where the firm is asked, takes part or waits. */
  places: SameTimeProps['places'];
  packageHref: string;
  /** Only an owner answers. */
  mayAnswer: boolean;
  isBusy: boolean;
  onAnswer: (placement: FirmPlacement, move: OwnMove) => void;
};

type AnswersProps = Omit<CardProps, 'municipalities' | 'places' | 'packageHref'>;

function Answers({ placement, mayAnswer, isBusy, onAnswer }: AnswersProps) {
  const { t } = useLingui();
  const own = useOwnWords();
  const words = useEditionWords();
  const { status, edition } = placement;
  const moves = placementMovesFrom(status, 'firm').filter((move): move is OwnMove =>
    status === 'invited' ? move === 'accept' || move === 'decline' : move === 'leave',
  );
  if (moves.length === 0) return null;
  if (!mayAnswer) {
    return (
      <p>
        <Trans>Whoever is responsible for the firm answers.</Trans>
      </p>
    );
  }
  const labelOf = (move: OwnMove) =>
    move === 'leave' && status === 'waiting' ? t`Leave the waiting list` : own.answers[move];
  return (
    <ButtonRow>
      {moves.map((move) => (
        <Button
          key={move}
          variant={move === 'accept' ? 'primary' : 'secondary'}
          isUnavailable={isBusy}
          onClick={() => onAnswer(placement, move)}
          aria-label={`${labelOf(move)}: ${words.name(edition)}`}
        >
          {labelOf(move)}
        </Button>
      ))}
    </ButtonRow>
  );
}

/** One place of the own firm: what it is, what is to be answered and what has happened. */
export function OwnPlacementCard(props: CardProps) {
  const { placement, municipalities, places, packageHref } = props;
  const own = useOwnWords();
  const localise = useLocalised();
  const words = useEditionWords();
  const { status, edition, answerBy, reason, ahead, group } = placement;
  const facts = useHeldFacts(edition, municipalities);
  const packageName = localise(edition.packageName);
  return (
    <Panel tone={status === 'invited' ? 'strong' : 'plain'}>
      <p className={styles.tags}>
        <Tag tone={status === 'placed' ? 'success' : status === 'invited' ? 'accent' : 'neutral'}>
          {own.statuses[status]}
        </Tag>
        <SimulatedTag isSimulated={edition.isSimulated} />
      </p>
      <h2>{words.name(edition)}</h2>
      {edition.name !== null && <p>{localise(edition.packageName)}</p>}
      {answerBy !== null && (
        <p>
          <strong>
            <Trans>Answer by {words.day(answerBy)}. Until then the place is held for you.</Trans>
          </strong>
        </p>
      )}
      {reason !== null && <p>{own.reasons[reason]}</p>}
      {ahead !== null && (
        <p>
          <Plural
            value={ahead}
            _0="You are first in line."
            one="# firm stands before you in line."
            other="# firms stand before you in line."
          />
        </p>
      )}
      <SameTime group={edition} places={isLivePlacement(status) ? places : []} />
      {group !== null && <Group group={group} />}
      <p>
        <Link to={packageHref}>
          <Trans>About the package {packageName}</Trans>
        </Link>
      </p>
      <Facts facts={facts} />
      <Answers {...props} />
      <History placement={placement} />
    </Panel>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { fitOf } from '#shared/domain/cohort/fit.ts';
import { kmBetween, needFor } from '#shared/domain/cohort/pair.ts';
import type { PlanRules } from '#shared/domain/cohort/problem.ts';
import { wholeGroup } from '#shared/domain/cohort/whole-group.ts';
import { usePlacementStatus } from '../../lib/use-placement-status.ts';
import { Button } from '../../ui/button/button.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { ElsewhereLines } from './elsewhere-lines.tsx';
import { LockTag } from './lock-tag.tsx';
import type { PlanView, ShownAssignment, ShownEdition, ShownFirm } from './plan-view.ts';
import styles from './planning.module.css';
import { UnseenLine } from './unseen-line.tsx';
import { useNowWords } from './use-now-words.ts';
import type { PlanWords } from './use-plan-words.ts';

type ColumnsProps = {
  view: PlanView;
  words: PlanWords;
  /** As they are to be next time. */
  rules: PlanRules;
  onOpen: (firmId: string) => void;
  editionHref: (editionId: string) => string;
};

type CardProps = Omit<ColumnsProps, 'editionHref'> & {
  firm: ShownFirm;
  edition: ShownEdition;
  assignment: ShownAssignment | undefined;
  request: ReturnType<PlanView['request']>;
};

/** What has come of the place that the plan gives. */
function NowTag({ assignment }: { assignment: ShownAssignment | undefined }) {
  const statusWords = usePlacementStatus();
  const { now, inviting } = assignment ?? {};
  if (now === undefined || inviting !== 'there') return null;
  return <Tag tone={now.status === 'invited' ? 'info' : 'success'}>{statusWords(now.status)}</Tag>;
}

function NowLine({ assignment }: { assignment: ShownAssignment | undefined }) {
  const { t } = useLingui();
  const nowWords = useNowWords();
  const { now, inviting } = assignment ?? {};
  if (now === undefined || inviting !== 'changed') return null;
  const words = nowWords.now(now);
  return <p className={styles.small}>{t`Now: ${words}.`}</p>;
}

/** That the firm has asked for the package by itself. */
function RequestTag({ request, edition }: Pick<CardProps, 'request' | 'edition'>) {
  if (request === undefined) return null;
  const isWished = request.wishedEditionIds.some((editionId) => editionId === edition.editionId);
  if (isWished) {
    return (
      <Tag tone={request.isUnanswered ? 'warning' : 'info'}>
        {request.isUnanswered ? (
          <Trans>Has asked for this group, waits for an answer</Trans>
        ) : (
          <Trans>Has asked for this group</Trans>
        )}
      </Tag>
    );
  }
  return (
    <Tag tone={request.isUnanswered ? 'warning' : 'info'}>
      {request.isUnanswered ? <Trans>Has asked for it, waits for an answer</Trans> : <Trans>Has asked for it</Trans>}
    </Tag>
  );
}

function FirmCard({ firm, edition, assignment, request, view, words, rules, onOpen }: CardProps) {
  const { t } = useLingui();
  const name = words.firm(firm.words);
  const need = needFor(firm, edition);
  const hasPlace = firm.placedIn.includes(edition.editionId);
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <strong>{name}</strong> <SimulatedTag isSimulated={firm.words.isSimulated} />
        <LockTag lock={rules.locks.find(({ firmId }) => firmId === firm.firmId)} {...{ edition, view, words }} />
        {hasPlace && (
          <Tag>
            <Trans>Has a place</Trans>
          </Tag>
        )}
        <NowTag assignment={assignment} />
        <RequestTag request={request} edition={edition} />
      </div>
      <p className={styles.small}>
        {words.municipality(firm.words.municipality)}
        {edition.position !== null && `, ${words.km(kmBetween(firm, edition))}`}. {words.size(firm.sizeClass)}.
      </p>
      {need !== undefined && !hasPlace && (
        <p className={styles.small}>
          <Trans>Fits {fitOf(need.fit)} of 100</Trans>
          {need.waitingDays !== null && `, ${words.waited(need.waitingDays)}`}
        </p>
      )}
      <ElsewhereLines places={view.elsewhere(firm.firmId)} words={words} />
      <NowLine assignment={assignment} />
      {!hasPlace && (
        <Button variant="quiet" aria-label={t`Why, and change: ${name}`} onClick={() => onOpen(firm.firmId)}>
          <Trans>Why, and change</Trans>
        </Button>
      )}
    </li>
  );
}

function EditionColumn({ view, edition, editionHref, ...rest }: ColumnsProps & { edition: ShownEdition }) {
  const { words } = rest;
  const { editionId } = edition;
  const given = new Map(
    view.assignments.filter((each) => each.editionId === editionId).map((each) => [each.firmId, each]),
  );
  const placed = view.firms.filter((firm) => firm.placedIn.includes(editionId));
  const added = view.firms.filter((firm) => given.has(firm.firmId));
  const size = placed.length + added.length + edition.words.unseen;
  const { places, minimum } = wholeGroup({ edition, unseen: edition.words.unseen });
  return (
    <li className={styles.column}>
      <h3>
        <Link to={editionHref(editionId)}>{words.edition(edition.words)}</Link>
      </h3>
      {rest.rules.mustRun.includes(editionId) && (
        <p>
          <Tag tone="accent">
            <Trans>Must be held</Trans>
          </Tag>
        </p>
      )}
      <p className={styles.small}>
        {words.where(edition, edition.words)}, {words.when(edition)}
      </p>
      <p>
        <strong>
          <Trans>
            {size} of {places} places
          </Trans>
        </strong>{' '}
        {minimum !== null && <Trans>(at least {minimum})</Trans>}
      </p>
      <meter className={styles.meter} min={0} max={Math.max(places, 1)} value={size} aria-hidden="true" />
      <UnseenLine unseen={edition.words.unseen} className={styles.small} />
      {placed.length + added.length === 0 ? (
        <p className={styles.small}>
          <Trans>Nobody: the smallest group is not reached, or it is not worth it.</Trans>
        </p>
      ) : (
        <ul className={styles.cards}>
          {[...added, ...placed].map((firm) => (
            <FirmCard
              key={firm.firmId}
              firm={firm}
              edition={edition}
              assignment={given.get(firm.firmId)}
              request={view.request(firm.firmId, edition)}
              view={view}
              {...rest}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Each edition with the firms in it. */
export function EditionColumns(props: ColumnsProps) {
  return (
    <ul className={styles.columns}>
      {props.view.editions.map((edition) => (
        <EditionColumn key={edition.editionId} edition={edition} {...props} />
      ))}
    </ul>
  );
}

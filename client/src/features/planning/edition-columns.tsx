import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { fitOf } from '#shared/domain/cohort/fit.ts';
import { kmBetween, needFor } from '#shared/domain/cohort/pair.ts';
import type { Lock } from '#shared/domain/cohort/problem.ts';
import { Button } from '../../ui/button/button.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { lockValue } from './plan-lock.ts';
import type { PlanView, ShownEdition, ShownFirm } from './plan-view.ts';
import styles from './planning.module.css';
import type { PlanWords } from './use-plan-words.ts';

type ColumnsProps = {
  view: PlanView;
  words: PlanWords;
  /** As they are to be next time. */
  locks: readonly Lock[];
  onOpen: (firmId: string) => void;
  editionHref: (editionId: string) => string;
};

type CardProps = Omit<ColumnsProps, 'view' | 'editionHref'> & { firm: ShownFirm; edition: ShownEdition };

function FirmCard({ firm, edition, words, locks, onOpen }: CardProps) {
  const { t } = useLingui();
  const name = words.firm(firm.words);
  const need = needFor(firm, edition);
  const hasPlace = firm.placedIn.includes(edition.editionId);
  const isLocked = lockValue(locks, firm.firmId) !== '';
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <strong>{name}</strong> <SimulatedTag isSimulated={firm.words.isSimulated} />
        {isLocked && (
          <Tag tone="accent">
            <Trans>Locked</Trans>
          </Tag>
        )}
        {hasPlace && (
          <Tag>
            <Trans>Has a place</Trans>
          </Tag>
        )}
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
  const given = new Set(
    view.plan?.assignments.filter((each) => each.editionId === edition.editionId).map(({ firmId }) => firmId),
  );
  const placed = view.firms.filter((firm) => firm.placedIn.includes(edition.editionId));
  const added = view.firms.filter((firm) => given.has(firm.firmId));
  const size = placed.length + added.length + edition.words.unseen;
  const places = edition.places + edition.words.unseen;
  const minimum = edition.minimumGroup + edition.words.unseen;
  return (
    <li className={styles.column}>
      <h3>
        <Link to={editionHref(edition.editionId)}>{words.edition(edition.words)}</Link>
      </h3>
      <p className={styles.small}>
        {words.where(edition, edition.words)}, {words.when(edition)}
      </p>
      <p>
        <strong>
          <Trans>
            {size} of {places} places
          </Trans>
        </strong>{' '}
        <Trans>(at least {minimum})</Trans>
      </p>
      <meter className={styles.meter} min={0} max={Math.max(places, 1)} value={size} aria-hidden="true" />
      {edition.words.unseen > 0 && (
        <p className={styles.small}>
          <Trans>{edition.words.unseen} of them have firms that do not share their results.</Trans>
        </p>
      )}
      {placed.length + added.length === 0 ? (
        <p className={styles.small}>
          <Trans>Nobody: the smallest group is not reached, or it is not worth it.</Trans>
        </p>
      ) : (
        <ul className={styles.cards}>
          {[...placed, ...added].map((firm) => (
            <FirmCard key={firm.firmId} firm={firm} edition={edition} {...rest} />
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

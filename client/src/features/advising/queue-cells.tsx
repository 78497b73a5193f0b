import { Trans, useLingui } from '@lingui/react/macro';
import type { QueueOrder, QueueRow, QueueView } from '#shared/contracts/advisor-queue.ts';
import { formatDate, formatLevel, formatTime } from '../../lib/format.ts';
import { useCoverageWords } from '../../lib/use-coverage-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Link } from '../../ui/link/link.tsx';
import { SimulatedFirmTag } from '../../ui/tag/simulated-tag.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden.tsx';
import styles from './queue-rows.module.css';
import { RequestState } from './request-state.tsx';
import { type DecidingDay, decidingDay } from './sorted-by.ts';
import { useActionWords } from './use-action-words.ts';
import { useAdvisingWords } from './use-advising-words.ts';
import { choiceOf } from './use-chosen-rows.ts';
import { rowKey } from './use-queue-list.ts';
import { useQueueWords } from './use-queue-words.ts';

export type QueueHrefs = { firm: (organisationId: string, firmId: string) => string };

/** What the rows have in common. */
export type QueueSight = {
  view: QueueView;
  order: QueueOrder;
  hrefs: QueueHrefs;
  /** A person may advise for several, and is then told through which one the firm is there. */
  hasOrganisations: boolean;
  ownPersonId: string | null;
  chosen: ReadonlySet<string>;
  /** Something is about to be done with these. */
  busy: ReadonlySet<string>;
  onChoose: (key: string, isChosen: boolean) => void;
  onGoToActions: () => void;
};

type CellProps = { row: QueueRow; sight: QueueSight };

/** The link of a row, by which the row is found again. */
export const rowLinkId = (row: QueueRow): string => `firm-${rowKey(row)}`;

/** The firm has agreed to be named in a group and to nothing more: there is nothing of it to open. */
const isNameOnly = ({ purposes }: QueueRow): boolean => purposes.every((purpose) => purpose === 'cohort');

export function FirmName({ row, sight }: CellProps) {
  const words = useAdvisingWords();
  const localise = useLocalised();
  return (
    <>
      {isNameOnly(row) ? (
        <span id={rowLinkId(row)} tabIndex={-1}>
          {words.firm(row.name)}
        </span>
      ) : (
        <Link id={rowLinkId(row)} to={sight.hrefs.firm(row.organisationId, row.firmId)}>
          {words.firm(row.name)}
        </Link>
      )}{' '}
      {row.isSimulated && <SimulatedFirmTag />}
      {isNameOnly(row) && <p className={styles.small}>{row.purposes.map(words.purpose).join(', ')}</p>}
      {sight.hasOrganisations && <p className={styles.small}>{localise(row.organisationName)}</p>}
    </>
  );
}

/** Chooses the row; nothing where there is nothing to be done. */
export function RowChoice({ row, sight }: CellProps) {
  const { t } = useLingui();
  const words = useAdvisingWords();
  const localise = useLocalised();
  const key = rowKey(row);
  const name = words.firm(row.name);
  const choice = choiceOf(row, sight.view, name);
  if (choice === undefined) return null;
  // Without a request to tell it by, a firm may stand there for each organisation that it lets in.
  const about = localise(
    choice.request === null ? row.organisationName : (row.referral?.packageName ?? row.organisationName),
  );
  const isChosen = sight.chosen.has(key);
  return (
    <>
      <label className={styles.choice}>
        <input
          type="checkbox"
          className={styles.mark}
          checked={isChosen}
          disabled={sight.busy.has(key)}
          onChange={(event) => sight.onChoose(key, event.currentTarget.checked)}
        />
        <VisuallyHidden>{t`Choose ${name}, ${about}`}</VisuallyHidden>
      </label>
      {/* The actions come after the whole list; with the keyboard alone that is far. */}
      {isChosen && (
        <button type="button" className={styles.toActions} onClick={sight.onGoToActions}>
          <Trans>To what you can do</Trans>
        </button>
      )}
    </>
  );
}

/** What gives the row its place among the others. */
function Deciding({ day, row }: { day: DecidingDay; row: QueueRow }) {
  const { t } = useLingui();
  const language = useLanguage();
  const at = new Date(day.at);
  const moment = `${formatDate(at, language).replaceAll(' ', '\u00a0')} ${formatTime(at, language)}`;
  const isWaiting = row.referral?.status === 'chosen';
  const said: Record<DecidingDay['kind'], string> = {
    'answer-due': isWaiting ? t`Answer by ${moment}` : t`Was to be answered by ${moment}`,
    changed: t`Changed ${moment}`,
    submitted: t`The firm last answered ${moment}`,
  };
  return <p className={styles.deciding}>{said[day.kind]}</p>;
}

export function RowState({ row, sight }: CellProps) {
  const day = decidingDay(row, sight.view, sight.order);
  return (
    <>
      {row.referral === null ? (
        <p>
          <Trans>No request</Trans>
        </p>
      ) : (
        <RequestState request={row.referral} isSinceSaid={day?.kind === 'changed'} />
      )}
      {day !== undefined && <Deciding day={day} row={row} />}
      {sight.busy.has(rowKey(row)) && (
        <p className={styles.small}>
          <Trans>On its way to be changed</Trans>
        </p>
      )}
    </>
  );
}

export function Assignee({ row, sight }: CellProps) {
  const words = useActionWords();
  const to = row.referral?.assignedTo ?? null;
  if (row.referral === null) return null;
  if (to === null) return <Trans>Nobody</Trans>;
  return to.personId === sight.ownPersonId ? <Trans>Myself</Trans> : words.person(to.name);
}

export function FirmFacts({ row }: { row: QueueRow }) {
  const words = useQueueWords();
  if (row.facts === null) return <Trans>does not share its results</Trans>;
  const { county, branch, sizeClass } = row.facts;
  return (
    <>
      <p>{words.county(county)}</p>
      <p>{words.branch(branch)}</p>
      <p>{words.size(sizeClass)}</p>
    </>
  );
}

/** The reviewed levels beside the firm's own, and whether it has replied. */
function ReviewedLevels({ review }: { review: NonNullable<NonNullable<QueueRow['facts']>['review']> }) {
  const language = useLanguage();
  const level = (value: number | null) => (value === null ? '–' : formatLevel(value, language));
  const digital = level(review.digitalLevel);
  const process = level(review.processLevel);
  const basis = useCoverageWords()(review.coverage);
  return (
    <p className={styles.small}>
      <Trans>
        Reviewed: digital {digital}, processes {process}
      </Trans>
      {basis !== undefined && ` (${basis})`}
      {review.status === 'answered' && (
        <>
          {'. '}
          <Trans>The firm has replied</Trans>
        </>
      )}
    </p>
  );
}

export function Levels({ row, sight }: CellProps) {
  const { t } = useLingui();
  const language = useLanguage();
  if (row.facts === null) return null;
  const { digitalLevel, processLevel, review, round, submittedAt } = row.facts;
  const level = (value: number | null) => (value === null ? t`not measured` : formatLevel(value, language));
  const lowest = Math.min(digitalLevel ?? Number.POSITIVE_INFINITY, processLevel ?? Number.POSITIVE_INFINITY);
  // The one that gives the row its place.
  const mark = (value: number | null) =>
    sight.order === 'lowest-level' && value === lowest ? styles.deciding : undefined;
  const digital = level(digitalLevel);
  const process = level(processLevel);
  const number = round + 1;
  // A date stays in one piece in a narrow column.
  const on = formatDate(new Date(submittedAt), language).replaceAll(' ', '\u00a0');
  return (
    <>
      <p className={mark(digitalLevel)}>
        <Trans>Digital {digital}</Trans>
      </p>
      <p className={mark(processLevel)}>
        <Trans>Processes {process}</Trans>
      </p>
      {review !== null && <ReviewedLevels review={review} />}
      <p>
        <Trans>
          round {number}, {on}
        </Trans>
      </p>
    </>
  );
}

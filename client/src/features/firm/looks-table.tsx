import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { FirmAccess } from '#shared/contracts/firms.ts';
import { countKinds, gatherVisits, type VisitOf } from '#shared/domain/access/visits.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Table } from '../../ui/table/table.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden.tsx';
import styles from './firm.module.css';

type Look = FirmAccess['looks'][number];
type Visit = VisitOf<Look>;

const minuteMs = 60_000;

function useMoments() {
  const { t } = useLingui();
  const language = useLanguage();
  const dayOf = (at: string) => formatDate(new Date(at), language);
  const timeOf = (at: string) => formatTime(new Date(at), language);
  return {
    dayOf,
    timeOf,
    span: ({ looks }: Visit) => {
      const [newest] = looks;
      const day = dayOf(newest.at);
      const [from, to] = [timeOf(looks.at(-1)?.at ?? newest.at), timeOf(newest.at)];
      return from === to ? t`${day} at ${to}` : t`${day}, ${from}–${to}`;
    },
  };
}

function useWhatWords(): Record<Look['what'], string> {
  const { t } = useLingui();
  return {
    result: t`The results`,
    contact: t`The request for contact`,
    list: t`County, industry, size and levels, in a list or a plan of groups (written down once a day)`,
    placement: t`Place in a group`,
    notes: t`Notes about contacts with us`,
    link: t`The result, by a link that we made`,
  };
}

/** What was read in a visit; of several readings each kind with how often, and one by one for those who ask. */
function What({ visit }: { visit: Visit }) {
  const { t } = useLingui();
  const words = useWhatWords();
  const { timeOf, span } = useMoments();
  const [newest] = visit.looks;
  const count = visit.looks.length;
  if (count === 1) return words[newest.what];
  const kinds = countKinds(visit.looks.map(({ what }) => what));
  const when = span(visit);
  // Two can be of the same moment.
  const readings = visit.looks.map((look, place) => ({ ...look, key: String(place) }));
  return (
    <>
      <ul className={styles.plain}>
        {kinds.map(({ kind, count: times }) => (
          <li key={kind}>
            {words[kind]}
            {times > 1 && (
              <>
                {', '}
                <Plural value={times} one="# time" other="# times" />
              </>
            )}
          </li>
        ))}
      </ul>
      <Details
        summary={
          <>
            <Plural value={count} one="The reading" other="The # readings" />{' '}
            <VisuallyHidden>{t`on ${when}`}</VisuallyHidden>
          </>
        }
      >
        <ul className={styles.plain}>
          {readings.map(({ key, at, what }) => (
            <li key={key}>
              {timeOf(at)}: {words[what]}
            </li>
          ))}
        </ul>
      </Details>
    </>
  );
}

/** Every reading by somebody outside the firm, gathered into visits, the newest first. */
export function LooksTable({ looks, lookCount, copyCount }: Pick<FirmAccess, 'looks' | 'lookCount' | 'copyCount'>) {
  const { t } = useLingui();
  const localise = useLocalised();
  const { dayOf, span } = useMoments();
  if (looks.length === 0) {
    return (
      <EmptyState title={copyCount > 0 ? <Trans>Nobody has looked on a page</Trans> : <Trans>Nobody has looked</Trans>}>
        <p>
          {copyCount > 0 ? (
            <Trans>Nothing was read on a page. Files that were taken stand below.</Trans>
          ) : (
            <Trans>As soon as somebody outside the firm reads anything of yours, it stands here.</Trans>
          )}
        </p>
      </EmptyState>
    );
  }
  const visits = gatherVisits(looks, ({ at, organisation, person }) => ({
    who: JSON.stringify([organisation?.sv ?? null, person]),
    day: dayOf(at),
    minute: Date.parse(at) / minuteMs,
  }));
  const rows = visits.map((visit, index) => ({ visit, newest: visit.looks[0], key: String(index) }));
  type Row = (typeof rows)[number];
  const shown = looks.length;
  return (
    <>
      <p>
        <Trans>
          What one person has read on a day, with less than half an hour between, stands as one visit. Open it to see
          every reading.
        </Trans>
      </p>
      <Table
        caption={t`Every visit, the newest first`}
        columns={[
          { key: 'at', header: t`When`, cell: ({ visit }: Row) => span(visit), isRowHeader: true },
          {
            key: 'organisation',
            header: t`Organisation`,
            cell: ({ newest }: Row) =>
              newest.organisation === null ? t`By a link from us` : localise(newest.organisation),
          },
          {
            key: 'person',
            header: t`Person`,
            cell: ({ newest }: Row) => newest.personName ?? t`Somebody whose account is erased`,
          },
          { key: 'what', header: t`What`, cell: ({ visit }: Row) => <What visit={visit} /> },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
      {looks.some(({ personName }) => personName === null) && (
        <p>
          <Trans>
            When somebody’s account is erased, their name goes with it. That somebody at the organisation looked, what
            at and when, stays here as long as the rest.
          </Trans>
        </p>
      )}
      {lookCount > shown && (
        <p>
          <Trans>
            The newest {shown} of {lookCount} readings are listed.
          </Trans>
        </p>
      )}
    </>
  );
}

import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { LettingIn } from '#shared/contracts/advising.ts';
import { type QueueView, queueViews } from '#shared/contracts/advisor-queue.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Link } from '../../ui/link/link.tsx';
import styles from './queue.module.css';
import { wholeView, writeQueueAddress } from './queue-address.ts';
import type { QueueCounts } from './queue-api.ts';
import { useAdvisingWords } from './use-advising-words.ts';
import { useQueueWords } from './use-queue-words.ts';

/** What there is besides the lists, on pages of its own. */
export type OtherWork = { shortEditions: string; meetings: string };

type QueueViewsProps = { counts: QueueCounts; current: QueueView; otherHrefs: OtherWork };

function Meetings({ counts, href }: { counts: QueueCounts; href: string }) {
  const { meetingsSoon, meetingsToday, stepsOverdue } = counts;
  return (
    <>
      {meetingsSoon > 0 && (
        <li>
          <Link to={href}>
            <span>
              <Trans>Meetings in seven days</Trans>
            </span>{' '}
            <strong>{meetingsSoon}</strong>
            {meetingsToday > 0 && (
              <>
                {' '}
                <span className={styles.today}>
                  <Trans>{meetingsToday} today</Trans>
                </span>
              </>
            )}
          </Link>
        </li>
      )}
      {stepsOverdue > 0 && (
        <li>
          <Link to={href}>
            <span>
              <Trans>Agreed steps that are late</Trans>
            </span>{' '}
            <strong>{stepsOverdue}</strong>
          </Link>
        </li>
      )}
    </>
  );
}

/** What there is to do, list by list: each in whole, without the filters of the one before. */
export function QueueViews({ counts, current, otherHrefs }: QueueViewsProps) {
  const { t } = useLingui();
  const words = useQueueWords();
  const countOf: Record<QueueView, number> = {
    'to-answer': counts.toAnswer,
    'under-way': counts.underWay,
    'rounds-due': counts.roundsDue,
    all: counts.all,
  };
  return (
    <nav aria-label={t`What there is to do`}>
      <ul className={styles.views}>
        {queueViews.map((view) => (
          <li key={view}>
            <Link
              to={{ search: writeQueueAddress(wholeView(view)) }}
              aria-current={view === current ? 'page' : undefined}
            >
              <span>{words.view(view)}</span> <strong>{countOf[view]}</strong>
              {view === 'to-answer' && counts.overdue > 0 && (
                <>
                  {' '}
                  <span className={styles.overdue}>
                    <Plural value={counts.overdue} one="# overdue" other="# overdue" />
                  </span>
                </>
              )}
            </Link>
          </li>
        ))}
        {counts.editionsShort > 0 && (
          <li>
            <Link to={otherHrefs.shortEditions}>
              <span>
                <Trans>Groups short of firms</Trans>
              </span>{' '}
              <strong>{counts.editionsShort}</strong>{' '}
              {counts.editionsShortPlanned > 0 && (
                <span>
                  <Plural value={counts.editionsShortPlanned} one="of them # planned" other="of them # planned" />
                </span>
              )}
            </Link>
          </li>
        )}
        <Meetings counts={counts} href={otherHrefs.meetings} />
      </ul>
    </nav>
  );
}

type Withdrawn = QueueCounts['withdrawn'][number];

function useWithdrawnWords(): (purpose: LettingIn['purposes'][number], count: number, on: string) => string {
  const { t } = useLingui();
  const words = useAdvisingWords();
  return (purpose, count, on) => {
    const what = words.purpose(purpose);
    return count === 1 ? t`${what}, ${on}` : t`${what}, ${on}: ${plural(count, { one: '# firm', other: '# firms' })}`;
  };
}

/** What firms have taken back lately. Of which firms it is there is nothing left to show. */
export function WithdrawnNotice({ withdrawn }: { withdrawn: readonly Withdrawn[] }) {
  const language = useLanguage();
  const say = useWithdrawnWords();
  if (withdrawn.length === 0) return null;
  const byDay = Map.groupBy(
    withdrawn,
    ({ purpose, withdrawnAt }) => `${purpose} ${formatDate(new Date(withdrawnAt), language)}`,
  );
  return (
    <Details
      summary={
        <Plural
          value={withdrawn.length}
          one="# consent was withdrawn during the last 30 days"
          other="# consents were withdrawn during the last 30 days"
        />
      }
    >
      <ul>
        {[...byDay].map(([key, [first, ...others]]) =>
          first === undefined ? null : (
            <li key={key}>
              {say(first.purpose, others.length + 1, formatDate(new Date(first.withdrawnAt), language))}
            </li>
          ),
        )}
      </ul>
      <p>
        <Trans>Which firms they were is not shown: what they shared is no longer here.</Trans>
      </p>
    </Details>
  );
}

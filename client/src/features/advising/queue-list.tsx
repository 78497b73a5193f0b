import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { QueueRow, QueueView } from '#shared/contracts/advisor-queue.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { Spinner } from '../../ui/loading/spinner.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { type QueueSight, rowLinkId } from './queue-cells.tsx';
import { QueueRows } from './queue-rows.tsx';
import type { Target } from './referral-action.ts';
import type { QueueList } from './use-queue-list.ts';
import { useQueueWords } from './use-queue-words.ts';

function ShownCount({ view, count, isMore }: { view: QueueView; count: number; isMore: boolean }) {
  const isOfRequests = view === 'to-answer' || view === 'under-way';
  return (
    <p role="status">
      {isOfRequests ? (
        <Plural value={count} one="# request is shown." other="# requests are shown." />
      ) : (
        <Plural value={count} one="# firm is shown." other="# firms are shown." />
      )}{' '}
      {isMore && <Trans>There are more.</Trans>}
    </p>
  );
}

type QueueListViewProps = {
  view: QueueView;
  list: QueueList;
  sight: QueueSight;
  /** What can be chosen of what is shown. */
  targets: readonly Target[];
  empty: ReactNode;
  onChooseAll: (targets: readonly Target[]) => void;
};

/** The rows that have come, how many they are, and the way to the next of them. */
export function QueueListView({ view, list, sight, targets, empty, onChooseAll }: QueueListViewProps) {
  const { t } = useLingui();
  const words = useQueueWords();
  const say = useProblemWords();
  const focusAfter = useFocusAfter();
  const { page, isLoading, failure } = list;
  const readMore = async (before: readonly QueueRow[]) => {
    const read = await list.readMore();
    const firstNew = read?.rows[before.length];
    if (firstNew !== undefined) focusAfter(() => document.getElementById(rowLinkId(firstNew)));
  };
  const fault = failure !== null && (
    <>
      <FaultNotice fault={say(failure)} />
      <p>
        <Button variant="secondary" onClick={() => void list.refresh()}>
          <Trans>Try again</Trans>
        </Button>
      </p>
    </>
  );
  if (page === undefined) return fault || <Spinner />;
  const { rows, next } = page;
  const isAll = targets.length > 0 && targets.every(({ key }) => sight.chosen.has(key));
  return (
    <>
      {fault}
      {rows.length === 0 && !isLoading && failure === null ? empty : null}
      <ShownCount view={view} count={rows.length} isMore={next !== null} />
      {targets.length > 1 && (
        <CheckboxField
          name="choose-all"
          label={t`Choose all shown`}
          checked={isAll}
          onChange={(event) => onChooseAll(event.currentTarget.checked ? targets : [])}
        />
      )}
      {rows.length > 0 && <QueueRows caption={words.view(view)} rows={rows} sight={sight} />}
      {next !== null && (
        <p>
          <Button variant="secondary" isBusy={isLoading} onClick={() => void readMore(rows)}>
            <Trans>Show more</Trans>
          </Button>
        </p>
      )}
    </>
  );
}

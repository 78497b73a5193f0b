import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { LocalisedText } from '#shared/domain/language.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { fieldId } from '../../ui/field/field.tsx';
import { LoadingBar } from '../../ui/loading/loading-bar.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { MoveDialog } from './move-dialog.tsx';
import styles from './queue.module.css';
import { countFilters, readQueueAddress, wholeView, writeQueueAddress } from './queue-address.ts';
import type { QueueCounts } from './queue-api.ts';
import { type QueueHrefs, rowLinkId } from './queue-cells.tsx';
import { QueueDock } from './queue-dock.tsx';
import { EmptyView, NoFirms, NothingFound } from './queue-empty.tsx';
import { QueueExport } from './queue-export.tsx';
import { OrderChoice, QueueFilter } from './queue-filter.tsx';
import { QueueListView } from './queue-list.tsx';
import { QueueSearch } from './queue-search.tsx';
import { QueueShortcuts } from './queue-shortcuts.tsx';
import { type OtherWork, QueueViews, WithdrawnNotice } from './queue-views.tsx';
import { RemindDialog } from './remind-dialog.tsx';
import { SavedViews } from './saved-views.tsx';
import { usePackageOptions } from './use-package-options.ts';
import { useQueue } from './use-queue.ts';
import type { QueueList } from './use-queue-list.ts';

type QueueProps = {
  /** Where the person advises. */
  organisations: readonly LocalisedText[];
  ownPersonId: string | null;
  hrefs: QueueHrefs;
};

function firstLink({ page }: QueueList): HTMLElement | null {
  const [first] = page?.rows ?? [];
  return first === undefined ? null : document.getElementById(rowLinkId(first));
}

function Queue({ organisations, ownPersonId, hrefs }: QueueProps) {
  const queue = useQueue(ownPersonId);
  const { address, goTo, search, setSearch, list, desk, chosenKeys } = queue;
  // Counts how often the field for a name was emptied from outside.
  const [emptied, setEmptied] = useState(0);
  const focusAfter = useFocusAfter();
  const [isFilterOpened, setFilterOpened] = useState(false);
  const packages = usePackageOptions(organisations, address.package, isFilterOpened);
  const dock = useRef<HTMLDivElement>(null);
  const hasFilters = countFilters(address) > 0;
  const clear = () => goTo({ ...wholeView(address.view), order: address.order });
  const showAll = () => {
    setSearch('');
    setEmptied((before) => before + 1);
    clear();
    focusAfter(() => document.getElementById(fieldId('search')));
  };
  const release = () => {
    chosenKeys.chooseAll([]);
    focusAfter(() => document.getElementById(fieldId('choose-all')) ?? firstLink(list));
  };
  const sight = {
    view: address.view,
    order: address.order,
    hrefs,
    hasOrganisations: organisations.length > 1,
    ownPersonId,
    chosen: new Set(queue.chosen.map(({ key }) => key)),
    busy: queue.busy,
    onChoose: chosenKeys.choose,
    onGoToActions: () => dock.current?.focus({ preventScroll: true }),
  };
  const empty =
    hasFilters || search !== '' ? (
      <NothingFound hasFilters={hasFilters} search={search} onClear={showAll} />
    ) : (
      <EmptyView view={address.view} />
    );
  return (
    <>
      <div className={styles.tools}>
        <QueueSearch key={emptied} search={search} onSearch={setSearch} />
        <OrderChoice address={address} onChange={goTo} />
      </div>
      <div className={styles.folded}>
        <QueueFilter
          address={address}
          packages={packages}
          onChange={goTo}
          onClear={clear}
          onOpen={() => setFilterOpened(true)}
        />
        <SavedViews search={writeQueueAddress(address)} />
        <QueueShortcuts rows={list.page?.rows ?? []} targets={queue.targets} sight={sight} />
      </div>
      <QueueListView
        view={address.view}
        list={list}
        sight={sight}
        targets={queue.targets}
        empty={empty}
        onChooseAll={chosenKeys.chooseAll}
      />
      <QueueExport address={address} search={search} />
      <QueueDock ref={dock} chosen={queue.chosen} desk={desk} ownPersonId={ownPersonId} onRelease={release} />
      <MoveDialog desk={desk} />
      <RemindDialog desk={desk} />
      <LoadingBar isLoading={list.isLoading} />
    </>
  );
}

/** What an advisor has to do: the requests and firms of the organisations that firms have let in. */
export function QueuePage({
  counts,
  otherHrefs,
  ...rest
}: QueueProps & { counts: QueueCounts; otherHrefs: OtherWork }) {
  const { t } = useLingui();
  const [parameters] = useSearchParams();
  return (
    <Page width="results">
      <PageHeader
        title={t`Work queue`}
        lead={t`Each firm decides for itself what you see. It is written down when you open a firm, and when one stands in your list with its facts; the firm sees that.`}
      />
      <QueueViews counts={counts} current={readQueueAddress(parameters).view} otherHrefs={otherHrefs} />
      <div className={styles.queue}>
        <WithdrawnNotice withdrawn={counts.withdrawn} />
        {counts.all === 0 ? <NoFirms /> : <Queue {...rest} />}
      </div>
    </Page>
  );
}

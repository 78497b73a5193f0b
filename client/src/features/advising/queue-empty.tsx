import { Trans } from '@lingui/react/macro';
import type { QueueView } from '#shared/contracts/advisor-queue.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { wholeView, writeQueueAddress } from './queue-address.ts';

/** Nobody has let the advisor in: how it comes about. */
export function NoFirms() {
  return (
    <EmptyState title={<Trans>No firm has let you in yet</Trans>}>
      <p>
        <Trans>A firm does it itself, and in two ways:</Trans>
      </p>
      <ul>
        <li>
          <Trans>It asks for contact about one of your packages. You then see the request and whom to ask for.</Trans>
        </li>
        <li>
          <Trans>
            Whoever is responsible for the firm signs in, opens “Who sees us” and lets your organisation see the
            results.
          </Trans>
        </li>
      </ul>
      <p>
        <Trans>The firm can withdraw either at any time. It is then gone from here at once.</Trans>
      </p>
    </EmptyState>
  );
}

type NothingFoundProps = { hasFilters: boolean; search: string; onClear: () => void };

/** Filters or a name leave nothing. */
export function NothingFound({ hasFilters, search, onClear }: NothingFoundProps) {
  return (
    <EmptyState
      title={search === '' ? <Trans>No firm fits the filters</Trans> : <Trans>No firm of that name</Trans>}
      action={
        <Button variant="secondary" onClick={onClear}>
          <Trans>Show all</Trans>
        </Button>
      }
    >
      {hasFilters && search !== '' && (
        <p>
          <Trans>There are filters in force as well, which may keep it back.</Trans>
        </p>
      )}
    </EmptyState>
  );
}

/** A list that has nothing in it. */
export function EmptyView({ view }: { view: QueueView }) {
  const allFirms = (
    <ButtonLink to={{ search: writeQueueAddress(wholeView('all')) }} variant="secondary">
      <Trans>See all firms</Trans>
    </ButtonLink>
  );
  if (view === 'to-answer') {
    return (
      <EmptyState title={<Trans>Nothing waits for your answer</Trans>} action={allFirms}>
        <p>
          <Trans>When a firm asks for contact about one of your packages, the request comes here.</Trans>
        </p>
      </EmptyState>
    );
  }
  if (view === 'under-way') {
    return (
      <EmptyState title={<Trans>Nothing is under way</Trans>} action={allFirms}>
        <p>
          <Trans>Requests that you have taken up or started are here until they end.</Trans>
        </p>
      </EmptyState>
    );
  }
  if (view === 'rounds-due') {
    return (
      <EmptyState title={<Trans>No firm is due for another round</Trans>} action={allFirms}>
        <p>
          <Trans>A firm that shares its results comes here a year after it last submitted.</Trans>
        </p>
      </EmptyState>
    );
  }
  return <NoFirms />;
}

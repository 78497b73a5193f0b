import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';

export type OfflinePageProps = {
  /** Fetches what is missing; without it the whole page is loaded again. */
  retry?: (() => void) | undefined;
  isRetrying?: boolean | undefined;
};

export function OfflinePage({ retry = () => window.location.reload(), isRetrying = false }: OfflinePageProps) {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`The page could not be fetched`}
        lead={t`The network seems to be gone, or the server does not reply just now.`}
      />
      <p>
        <Trans>
          Nothing is lost by it. If you were answering, what is not saved yet stays in this browser until it is.
        </Trans>
      </p>
      <ButtonRow>
        <Button onClick={retry} isBusy={isRetrying}>
          <Trans>Try again</Trans>
        </Button>
      </ButtonRow>
    </Page>
  );
}

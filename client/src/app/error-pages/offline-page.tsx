import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';

export function OfflinePage() {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`The page could not be fetched`}
        lead={t`The network seems to be gone, or the server does not reply just now.`}
      />
      <p>
        <Trans>Answers you have given are safe: what is not saved yet stays in this browser until it is.</Trans>
      </p>
      <ButtonRow>
        <Button onClick={() => window.location.reload()}>
          <Trans>Try again</Trans>
        </Button>
      </ButtonRow>
    </Page>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { paths } from '../paths.ts';

export function UnexpectedPage({ requestId }: { requestId: string | undefined }) {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`Something went wrong on our side`}
        lead={t`It is not your fault, and the answers you have given are still there.`}
      />
      {requestId && (
        <p>
          <Trans>
            If you report it, give this number: <code>{requestId}</code>
          </Trans>
        </p>
      )}
      <ButtonRow>
        <Button onClick={() => window.location.reload()}>
          <Trans>Try again</Trans>
        </Button>
        <ButtonLink to={paths.home()} variant="quiet">
          <Trans>To the first page</Trans>
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}

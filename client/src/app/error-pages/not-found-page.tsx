import { Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { paths } from '../paths.ts';

/** Missing and forbidden look the same on purpose. */
export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`There is no page here`}
        lead={t`The address may be mistyped, or the answers behind it belong to another browser.`}
      />
      <p>
        <Trans>If you had begun answering: open the link you saved, and you come back to where you were.</Trans>
      </p>
      <ButtonRow>
        <ButtonLink to={paths.home()}>
          <Trans>To the first page</Trans>
        </ButtonLink>
        <ButtonLink to={paths.resume()} variant="quiet">
          <Trans>Continue with your answers</Trans>
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}

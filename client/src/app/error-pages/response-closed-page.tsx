import { Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { paths } from '../paths.ts';

/** What opens by a key or by signing in does not open: missing and forbidden look the same on purpose. */
export function ResponseClosedPage({ pathname }: { pathname: string }) {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`The answers do not open from here`}
        lead={t`They belong to an account or to another browser, or the address is mistyped.`}
      />
      <p>
        <Trans>
          If they are saved under an e-mail: sign in with that address. What this browser has not been able to send is
          kept, and is saved when they open again.
        </Trans>
      </p>
      <p>
        <Trans>
          If somebody invited you to answer, the invitation may have ended. Ask whoever invited you, or open a link of
          your own.
        </Trans>
      </p>
      <ButtonRow>
        <ButtonLink to={paths.signIn(pathname)}>
          <Trans>Sign in</Trans>
        </ButtonLink>
        <ButtonLink to={paths.resume()} variant="secondary">
          <Trans>Open a secret link</Trans>
        </ButtonLink>
        <ButtonLink to={paths.home()} variant="quiet">
          <Trans>To the first page</Trans>
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}

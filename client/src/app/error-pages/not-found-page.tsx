import { Trans, useLingui } from '@lingui/react/macro';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { landingPath } from '../landing-path.ts';
import { paths } from '../paths.ts';
import { useVisitor } from '../visitor.ts';

function ForSignedIn({ visitor }: { visitor: AccountDocument }) {
  const { t } = useLingui();
  const who = visitor.name === null ? visitor.email : `${visitor.name} (${visitor.email})`;
  return (
    <>
      <PageHeader title={t`There is no page here`} lead={t`The page does not exist, or your account may not see it.`} />
      <p>
        <Trans>You are signed in as {who}.</Trans>
      </p>
      <ButtonRow>
        <ButtonLink to={landingPath(visitor)}>
          <Trans>To your start page</Trans>
        </ButtonLink>
        <ButtonLink to={paths.home()} variant="quiet">
          <Trans>To the first page</Trans>
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function ForAnybody() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`There is no page here`} lead={t`The address may be mistyped, or the page is gone.`} />
      <p>
        <Trans>
          If you had begun answering, the answers may belong to another browser: open the link you saved, and you come
          back to where you were.
        </Trans>
      </p>
      <ButtonRow>
        <ButtonLink to={paths.home()}>
          <Trans>To the first page</Trans>
        </ButtonLink>
        <ButtonLink to={paths.resume()} variant="quiet">
          <Trans>Continue with your answers</Trans>
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

/** Missing and forbidden look the same on purpose. */
export function NotFoundPage() {
  const visitor = useVisitor();
  return <Page>{visitor === null ? <ForAnybody /> : <ForSignedIn visitor={visitor} />}</Page>;
}

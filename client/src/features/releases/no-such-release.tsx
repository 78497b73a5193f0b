import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '../../ui/link/link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';

/** A number that no published release has. */
export function NoSuchRelease({ releasesHref }: { releasesHref: string }) {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`There is no such release`}
        lead={t`No published release has this number. The address may be mistyped.`}
      />
      <p>
        <Link to={releasesHref}>
          <Trans>All published figures</Trans>
        </Link>
      </p>
    </Page>
  );
}

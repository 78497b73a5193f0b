import { Trans, useLingui } from '@lingui/react/macro';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';

/** The draft has been published or thrown away, or never was. */
export function DraftMissingPage({ versionsHref }: { versionsHref: string }) {
  const { t } = useLingui();
  return (
    <Page>
      <BackLink to={versionsHref}>
        <Trans>Questionnaires</Trans>
      </BackLink>
      <PageHeader
        title={t`The draft is not there`}
        lead={t`It has been published or thrown away. Published versions are in the list.`}
      />
    </Page>
  );
}

import { Trans } from '@lingui/react/macro';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { useEditing } from './draft-context.tsx';

/** The address names something that the draft does not have. */
export function PlaceMissing({ title }: { title: string }) {
  const { hrefs } = useEditing();
  return (
    <Page>
      <PageHeader title={title} />
      <BackLink to={hrefs.draft}>
        <Trans>To the draft</Trans>
      </BackLink>
    </Page>
  );
}

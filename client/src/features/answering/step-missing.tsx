import { Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { useAnswering } from './answering-context.tsx';

/** The address names a step that is not on this firm's path. */
export function StepMissing() {
  const { t } = useLingui();
  const { hrefs } = useAnswering();
  return (
    <Page>
      <PageHeader
        title={t`There is no such question here`}
        lead={t`Your questions follow your profile and earlier answers.`}
      />
      <ButtonLink to={hrefs.overview}>
        <Trans>All areas</Trans>
      </ButtonLink>
    </Page>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { useAnswering } from './answering-context.tsx';
import { useOwnPartWords } from './use-own-part-words.ts';

/** The address names a step that is not on this firm's path. */
export function StepMissing() {
  const { t } = useLingui();
  const { hrefs, session } = useAnswering();
  const own = useOwnPartWords();
  return (
    <Page>
      <PageHeader
        title={t`There is no such question here`}
        lead={
          session.response.respondent === null
            ? t`Your questions follow your profile and earlier answers.`
            : own.stepMissing
        }
      />
      <ButtonLink to={hrefs.overview}>
        <Trans>All areas</Trans>
      </ButtonLink>
    </Page>
  );
}

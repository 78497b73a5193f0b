import { Trans, useLingui } from '@lingui/react/macro';
import { matchPath, useLocation } from 'react-router';
import { readKeptResponse } from '../../features/answering/remembered-response.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { paths, routePatterns } from '../paths.ts';

export type OfflinePageProps = {
  /** Fetches what is missing; without it the whole page is loaded again. */
  retry?: (() => void) | undefined;
  isRetrying?: boolean | undefined;
};

const answeringPages = [routePatterns.item, routePatterns.overview, routePatterns.review];

/** Where the questions open without a network, unless it is they that did not. */
function useKeptQuestions(): string | undefined {
  const { pathname } = useLocation();
  const kept = readKeptResponse();
  if (kept === undefined) return undefined;
  const isHere = answeringPages.some((pattern) => matchPath(pattern, pathname)?.params.responseId === kept.responseId);
  return isHere ? undefined : paths.overview(kept.responseId);
}

export function OfflinePage({ retry = () => window.location.reload(), isRetrying = false }: OfflinePageProps) {
  const { t } = useLingui();
  const questions = useKeptQuestions();
  return (
    <Page>
      <PageHeader
        title={t`The page could not be fetched`}
        lead={t`The network seems to be gone, or the server does not reply just now.`}
      />
      <p>
        <Trans>
          Nothing that is saved is lost by it. Answers to the questions that are not saved yet stay in this browser
          until they are. What another page says was not saved has to be given again.
        </Trans>
      </p>
      {questions !== undefined && (
        <p>
          <Trans>This page needs a network. The questions you were answering open without one.</Trans>
        </p>
      )}
      <ButtonRow>
        <Button onClick={retry} isBusy={isRetrying}>
          <Trans>Try again</Trans>
        </Button>
        {questions !== undefined && (
          <ButtonLink to={questions} variant="secondary">
            <Trans>Go on where you were</Trans>
          </ButtonLink>
        )}
      </ButtonRow>
    </Page>
  );
}

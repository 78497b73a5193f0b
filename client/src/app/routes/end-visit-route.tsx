import { useLoaderData, useSearchParams } from 'react-router';
import { fetchResponse } from '../../features/answering/api.ts';
import { readRememberedResponse } from '../../features/answering/remembered-response.ts';
import { sendWaiting } from '../../features/answering/send-waiting.ts';
import { EndVisitPage } from '../../features/kiosk/end-visit-page.tsx';
import { readVisit } from '../../features/kiosk/kiosk.ts';
import { readyForFirm } from '../end-visit.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';

/** The page opens whatever happens: ending must always be possible. */
export async function loader() {
  const responseId = readRememberedResponse();
  return responseId === undefined ? null : await fetchResponse(responseId).catch(() => null);
}

export function Component() {
  const response = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const visit = readVisit();
  if (visit === undefined) return <NotFoundPage />;
  const responseId = readRememberedResponse();
  const hrefs = {
    claim: paths.claim,
    goOn: responseId === undefined ? paths.start(visit.formCode) : goOnOf(responseId, response?.status === 'submitted'),
  };
  return (
    <EndVisitPage
      response={response}
      hrefs={hrefs}
      isNow={search.has('now')}
      sendWaiting={() => sendWaiting(currentLanguage())}
      endVisit={() => readyForFirm(visit)}
    />
  );
}

const goOnOf = (responseId: string, isSubmitted: boolean): string =>
  isSubmitted ? paths.result(responseId) : paths.overview(responseId);

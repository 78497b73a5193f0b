import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useRevalidator, useSearchParams } from 'react-router';
import { fetchResponse } from '../../features/answering/api.ts';
import { readRememberedResponse } from '../../features/answering/remembered-response.ts';
import { countWaiting, dropWaiting, sendWaiting } from '../../features/answering/send-waiting.ts';
import { EndVisitPage } from '../../features/kiosk/end-visit-page.tsx';
import { finishVisit, readVisit } from '../../features/kiosk/visit.ts';
import { isNowhere } from '../../lib/http/errors.ts';
import { endVisit } from '../end-visit.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';

const nothing = { response: null, isUnreached: false, isShut: false };

/** The page opens whatever happens: ending must always be possible. Nobody is shown anything once it ends by itself. */
export async function loader({ request }: LoaderFunctionArgs) {
  const responseId = readRememberedResponse();
  if (responseId === undefined || new URL(request.url).searchParams.has('now')) return nothing;
  try {
    const response = await fetchResponse(responseId);
    const isEmpty = response.status === 'open' && response.answers.length === 0;
    return isEmpty && (await countWaiting(responseId)) === 0 ? nothing : { ...nothing, response };
  } catch (error) {
    // It opens no more here: nothing can be taken along. Of any other reply nobody knows.
    if (!isNowhere(error)) return { ...nothing, isUnreached: true };
    return { ...nothing, isShut: (await countWaiting(responseId)) > 0 };
  }
}

export function Component() {
  const { response, isUnreached, isShut } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { revalidate } = useRevalidator();
  // As it was when the page opened: what clears it ends the page, too.
  const [visit] = useState(readVisit);
  if (visit === undefined) return <NotFoundPage />;
  const responseId = readRememberedResponse();
  const hrefs = {
    claim: paths.claim,
    goOn: responseId === undefined ? paths.start(visit.formCode) : goOnOf(responseId, response?.status === 'submitted'),
  };
  return (
    <EndVisitPage
      response={response}
      isUnreached={isUnreached}
      isShut={isShut}
      retry={() => void revalidate()}
      hrefs={hrefs}
      isNow={search.has('now')}
      isFinished={readVisit()?.isFinished === true}
      sendWaiting={() => sendWaiting(currentLanguage())}
      endVisit={async (isLosing) => {
        // A visit whose time is over is over already, without anybody having finished it.
        if (!search.has('now')) finishVisit();
        if (isLosing) await dropWaiting();
        await endVisit(visit);
      }}
    />
  );
}

const goOnOf = (responseId: string, isSubmitted: boolean): string =>
  isSubmitted ? paths.result(responseId) : paths.overview(responseId);

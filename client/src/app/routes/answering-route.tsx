import { useMemo } from 'react';
import {
  type LoaderFunctionArgs,
  Outlet,
  redirect,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useParams,
} from 'react-router';
import { AnsweringProvider } from '../../features/answering/answering-context.tsx';
import { ClosedAnswersPage } from '../../features/answering/closed-answers-page.tsx';
import { loadAnswering } from '../../features/answering/load-answering.ts';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';
import { useVisitor } from '../visitor.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  const loaded = await loadAnswering(params['responseId'] ?? '', currentLanguage());
  return loaded.isSubmitted ? redirect(paths.result(loaded.session.response.responseId)) : loaded;
}

/** From one question to the next no network is needed. Where one can go over to others, they may be others afterwards. */
export function shouldRevalidate({ currentParams, nextParams, currentUrl }: ShouldRevalidateFunctionArgs): boolean {
  const { responseId = '' } = currentParams;
  return responseId !== nextParams['responseId'] || currentUrl.pathname === paths.answeredVersion(responseId);
}

export function Component() {
  const loaded = useLoaderData<Exclude<Awaited<ReturnType<typeof loader>>, Response>>();
  const { responseId = '' } = useParams();
  const visitor = useVisitor();
  const hrefs = useMemo(
    () => ({
      item: (step: number) => paths.item(responseId, step),
      overview: paths.overview(responseId),
      respondents: paths.respondents(responseId),
      closedHere: paths.closedHere,
      review: paths.review(responseId),
      result: paths.result(responseId),
      method: paths.method(),
      claim: paths.claim(responseId),
      resume: paths.resume(),
      version: paths.answeredVersion(responseId),
      signIn: paths.signIn,
    }),
    [responseId],
  );
  return (
    <AnsweringProvider key={responseId} loaded={loaded} hrefs={hrefs} ownEmail={visitor?.email ?? null}>
      {loaded.session.response.status === 'closed' ? <ClosedAnswersPage /> : <Outlet />}
    </AnsweringProvider>
  );
}

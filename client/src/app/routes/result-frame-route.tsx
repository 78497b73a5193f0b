import { useMemo } from 'react';
import { type LoaderFunctionArgs, Outlet, useLoaderData, useParams } from 'react-router';
import { loadResult } from '../../features/result/load-result.ts';
import { ResultProvider } from '../../features/result/result-context.tsx';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';

export function loader({ params }: LoaderFunctionArgs) {
  return loadResult(params['responseId'] ?? '', currentLanguage());
}

/** A submitted result never changes. */
export const shouldRevalidate = () => false;

export function Component() {
  const { responseId = '' } = useParams();
  const hrefs = useMemo(
    () => ({
      result: paths.result(responseId),
      earlierResult: paths.result,
      calculation: (dimension?: string) =>
        dimension === undefined ? paths.calculation(responseId) : `${paths.calculation(responseId)}#${dimension}`,
      contact: (packageCode: string) => paths.contact(responseId, packageCode),
      package: paths.package,
      overview: paths.overview,
      referrals: paths.referrals(responseId),
      method: paths.method(),
    }),
    [responseId],
  );
  return (
    <ResultProvider key={responseId} loaded={useLoaderData<typeof loader>()} hrefs={hrefs}>
      <Outlet />
    </ResultProvider>
  );
}

import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { fetchComparison } from '../../features/result/load-comparison.ts';
import { ResultPage } from '../../features/result/result-page.tsx';

/** The result shows also without it. */
export async function loader({ params }: LoaderFunctionArgs) {
  return { comparison: await fetchComparison(params['responseId'] ?? '').catch(() => undefined) };
}

export function Component() {
  const { comparison } = useLoaderData<typeof loader>();
  return <ResultPage comparison={comparison} />;
}

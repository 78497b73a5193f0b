import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { loadOwnReview } from '../../features/reviewing/api.ts';
import { OwnReviewPage } from '../../features/reviewing/own-review-page.tsx';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';

export function loader({ params }: LoaderFunctionArgs) {
  const { responseId = '', reviewId = '' } = params;
  return loadOwnReview({ responseId, reviewId }, currentLanguage());
}

export function Component() {
  const loaded = useLoaderData<typeof loader>();
  const { responseId = '', reviewId = '' } = useParams();
  return <OwnReviewPage loaded={loaded} params={{ responseId, reviewId }} resultHref={paths.result(responseId)} />;
}

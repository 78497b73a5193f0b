import { type LoaderFunctionArgs, type ShouldRevalidateFunctionArgs, useLoaderData, useParams } from 'react-router';
import type { ReviewDocument } from '#shared/contracts/reviews.ts';
import { type Loaded, loadReview } from '../../features/reviewing/api.ts';
import { ReviewPage } from '../../features/reviewing/review-page.tsx';
import { ForOwnProvider } from '../for-own-provider.tsx';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', firmId = '', reviewId = '' } = params;
  return staffOnly(request, () => loadReview({ organisationId, firmId, reviewId }, currentLanguage()));
}

/** Another question is no other reading of the firm. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const isOtherQuestion = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return isOtherQuestion ? false : defaultShouldRevalidate;
}

export function Component() {
  const loaded = useLoaderData<Loaded<ReviewDocument> | null>();
  const { organisationId = '', firmId = '', reviewId = '' } = useParams();
  const page = (
    <ReviewPage
      loaded={loaded}
      params={{ organisationId, firmId, reviewId }}
      reviewsHref={paths.reviews(organisationId, firmId)}
    />
  );
  return loaded === null ? <ForOwnProvider>{page}</ForOwnProvider> : page;
}

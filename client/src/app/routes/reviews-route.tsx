import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { fetchReviews, type ReviewList } from '../../features/reviewing/api.ts';
import { ReviewsPage } from '../../features/reviewing/reviews-page.tsx';
import { ForOwnProvider } from '../for-own-provider.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { useFormName } from '../use-form-name.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', firmId = '' } = params;
  return staffOnly(request, () => fetchReviews({ organisationId, firmId }));
}

export function Component() {
  const loaded = useLoaderData<ReviewList | null>();
  const { organisationId = '', firmId = '' } = useParams();
  const formName = useFormName();
  const hrefs = {
    firm: paths.sharedFirm(organisationId, firmId),
    review: (reviewId: string) => paths.firmReview(organisationId, firmId, reviewId),
  };
  const page = <ReviewsPage loaded={loaded} params={{ organisationId, firmId }} hrefs={hrefs} formName={formName} />;
  return loaded === null ? <ForOwnProvider>{page}</ForOwnProvider> : page;
}

import { useMemo } from 'react';
import {
  type LoaderFunctionArgs,
  Outlet,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useParams,
} from 'react-router';
import { allowsAnotherRequest } from '#shared/domain/referral/referral-states.ts';
import { fetchReferrals } from '../../features/contact/api.ts';
import { fetchFirmAccess } from '../../features/firm/api.ts';
import { ResponseTrust } from '../../features/firm/trust.tsx';
import { loadResult } from '../../features/result/load-result.ts';
import { ResultProvider } from '../../features/result/result-context.tsx';
import { fetchSupportChoices, OwnChoices } from '../../features/result/suggestion-choices.tsx';
import { fetchTargets, OwnTargets } from '../../features/result/targets.tsx';
import { OwnReviews } from '../../features/reviewing/own-reviews.tsx';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';
import { useVisitor } from '../visitor.ts';

/**
 * The result; what the firm has asked about on it; and for a firm that belongs to an account who can see it. The result
 * shows also without the rest.
 */
export async function loader({ params }: LoaderFunctionArgs) {
  const responseId = params['responseId'] ?? '';
  const [loaded, choices, targets, referrals] = await Promise.all([
    loadResult(responseId, currentLanguage()),
    fetchSupportChoices(responseId).catch(() => null),
    fetchTargets(responseId).catch(() => null),
    fetchReferrals(responseId).then(
      (fetched) => fetched.referrals,
      () => [],
    ),
  ]);
  const requested = referrals
    .filter(({ status }) => !allowsAnotherRequest(status))
    .map(({ packageCode }) => packageCode);
  const { firmId } = loaded.result.response;
  return {
    ...loaded,
    choices,
    targets,
    requested,
    access: firmId === null ? null : await fetchFirmAccess(firmId).catch(() => null),
  };
}

/** A submitted result never changes; what advisers say of it is read anew when one comes back to it. */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs): boolean {
  return currentParams['responseId'] !== nextParams['responseId'];
}

function useIsOwner(firmId: string | null): boolean {
  const visitor = useVisitor();
  return visitor?.memberships.some(({ role, place }) => role === 'owner' && place.placeId === firmId) === true;
}

function useTrust({ result, access }: Awaited<ReturnType<typeof loader>>) {
  const { response } = result;
  const isOwner = useIsOwner(response.firmId);
  return useMemo(
    () => (
      <ResponseTrust
        response={response}
        access={access}
        isOwner={isOwner}
        hrefs={{ access: paths.firmAccess, claim: paths.claim(response.responseId) }}
      />
    ),
    [response, access, isOwner],
  );
}

export function Component() {
  const { responseId = '' } = useParams();
  const loaded = useLoaderData<typeof loader>();
  const { requested } = loaded;
  const trust = useTrust(loaded);
  const { firmId, isClaimed, isSimulated } = loaded.result.response;
  const isOwner = useIsOwner(firmId);
  // Of the example that everybody may open on a demo site, nobody decides.
  const mayShare = isClaimed ? isOwner : !isSimulated;
  const reviews = useMemo(
    () => <OwnReviews reviews={loaded.result.reviews} hrefOf={(reviewId) => paths.ownReview(responseId, reviewId)} />,
    [loaded.result.reviews, responseId],
  );
  const hrefs = useMemo(
    () => ({
      package: paths.package,
      method: paths.method(),
      own: {
        result: paths.result(responseId),
        earlierResult: paths.result,
        calculation: (dimension?: string) =>
          dimension === undefined ? paths.calculation(responseId) : `${paths.calculation(responseId)}#${dimension}`,
        contact: (packageCode: string) => paths.contact(responseId, packageCode),
        change: paths.change(responseId),
        requested,
        overview: paths.overview,
        release: paths.publishedRelease,
        referrals: paths.referrals(responseId),
        reports: paths.reports(responseId),
        crosswalk: paths.crosswalk(responseId),
        sharing: mayShare ? paths.sharing(responseId) : null,
      },
    }),
    [responseId, requested, mayShare],
  );
  return (
    <ResultProvider key={responseId} loaded={loaded} hrefs={hrefs} trust={trust} reviews={reviews}>
      <OwnTargets loaded={loaded.targets}>
        {loaded.choices === null ? (
          <Outlet />
        ) : (
          <OwnChoices responseId={responseId} loaded={loaded.choices}>
            <Outlet />
          </OwnChoices>
        )}
      </OwnTargets>
    </ResultProvider>
  );
}

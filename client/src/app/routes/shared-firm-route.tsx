import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import { type LoadedSharedFirm, loadSharedFirm } from '../../features/advising/api.ts';
import { SharedFirmPage } from '../../features/advising/shared-firm-page.tsx';
import { FirmPlaces } from '../../features/editions/firm-places.tsx';
import { SharedFirst, SharedResult } from '../../features/result/shared-result.tsx';
import { ReviewSection } from '../../features/reviewing/review-section.tsx';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { useFormName } from '../use-form-name.ts';
import { useVisitor } from '../visitor.ts';

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', firmId = '' } = params;
  return staffOnly(request, () => loadSharedFirm(organisationId, firmId, currentLanguage()));
}

const resultHrefs = { package: paths.package, method: paths.method() };

export function Component() {
  const loaded = useLoaderData<LoadedSharedFirm | null>();
  const formName = useFormName();
  const account = useVisitor();
  const { organisationId = '', firmId = '' } = useParams();
  const newest = loaded?.firm.newest ?? null;
  const form = loaded?.form ?? null;
  const shown = newest === null || form === null ? null : { result: newest, form };
  return (
    <SharedFirmPage
      loaded={loaded}
      firmsHref={paths.advisor()}
      formName={formName}
      ownPersonId={account?.personId ?? null}
      contact={null}
      picture={
        shown !== null && <SharedFirst loaded={shown} hrefs={resultHrefs} change={loaded?.firm.change ?? null} />
      }
      record={loaded !== null && <FirmPlaces placeHref={paths.placeFirm(organisationId, firmId)} />}
      review={
        newest !== null && (
          <ReviewSection
            reviews={newest.reviews}
            hrefs={{
              reviews: paths.reviews(organisationId, firmId),
              review: (reviewId) => paths.firmReview(organisationId, firmId, reviewId),
            }}
          />
        )
      }
      result={shown !== null && <SharedResult loaded={shown} hrefs={resultHrefs} />}
    />
  );
}

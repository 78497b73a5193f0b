import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { LettingIn } from '#shared/contracts/advising.ts';
import { fetchFirmsLettingIn } from '../../features/advising/api.ts';
import { FirmsPage } from '../../features/advising/firms-page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ request }: LoaderFunctionArgs) {
  return staffOnly(request, fetchFirmsLettingIn);
}

const hrefs = { firm: paths.sharedFirm };

export function Component() {
  const firms = useLoaderData<LettingIn[] | null>();
  return firms === null ? <NotFoundPage /> : <FirmsPage firms={firms} hrefs={hrefs} />;
}

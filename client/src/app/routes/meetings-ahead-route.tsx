import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { AheadPage } from '../../features/meetings/ahead-page.tsx';
import { fetchMeetingsAhead, type MeetingsAhead } from '../../features/meetings/api.ts';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

export function loader({ request }: LoaderFunctionArgs) {
  return staffOnly(request, fetchMeetingsAhead);
}

export function Component() {
  const ahead = useLoaderData<MeetingsAhead | null>();
  return ahead === null ? <NotFoundPage /> : <AheadPage ahead={ahead} hrefs={{ meeting: paths.meeting }} />;
}

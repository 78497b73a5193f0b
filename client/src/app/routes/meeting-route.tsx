import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import type { LettingIn } from '#shared/contracts/advising.ts';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { fetchLettingIn } from '../../features/advising/api.ts';
import { WhileShared } from '../../features/advising/while-shared.tsx';
import { NotSharedPage } from '../../features/advising/withheld-page.tsx';
import { fetchMeeting } from '../../features/meetings/api.ts';
import { MeetingPage } from '../../features/meetings/meeting-page.tsx';
import { ForOwnProvider } from '../for-own-provider.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { useFirmName } from '../use-firm-name.ts';

type Loaded = { meeting: Meeting; lettingIn: LettingIn };

async function load(organisationId: string, firmId: string, meetingId: string): Promise<Loaded | null> {
  const [meeting, lettingIn] = await Promise.all([
    fetchMeeting({ organisationId, firmId, meetingId }),
    fetchLettingIn(organisationId, firmId),
  ]);
  return lettingIn === undefined ? null : { meeting, lettingIn };
}

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', firmId = '', meetingId = '' } = params;
  return staffOnly(request, () => load(organisationId, firmId, meetingId));
}

export function Component() {
  const loaded = useLoaderData<Loaded | null>();
  const params = useParams();
  const nameOf = useFirmName();
  if (loaded === null) {
    return (
      <ForOwnProvider organisationId={params['organisationId'] ?? ''}>
        <NotSharedPage firmsHref={paths.advisor()} />
      </ForOwnProvider>
    );
  }
  const { meeting, lettingIn } = loaded;
  const { organisationId, firmId } = lettingIn;
  const { meetingId } = meeting;
  return (
    <WhileShared lettingIn={lettingIn} firmsHref={paths.advisor()}>
      <MeetingPage
        key={meetingId}
        loaded={meeting}
        place={{ organisationId, firmId, meetingId }}
        firmName={nameOf(lettingIn.name)}
        hrefs={{
          firm: paths.sharedFirm(organisationId, firmId),
          room: paths.meetingRoom(organisationId, firmId, meetingId),
        }}
      />
    </WhileShared>
  );
}

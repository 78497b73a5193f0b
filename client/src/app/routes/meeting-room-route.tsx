import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { type KeptStep, keptSteps } from '#shared/domain/meeting/unagreed-step.ts';
import { type LoadedSharedFirm, loadSharedFirm } from '../../features/advising/api.ts';
import { WhileShared } from '../../features/advising/while-shared.tsx';
import { NotSharedPage } from '../../features/advising/withheld-page.tsx';
import { fetchMeeting, fetchMeetings } from '../../features/meetings/api.ts';
import { RoomPage } from '../../features/meetings/room-page.tsx';
import { RoomPicture } from '../../features/result/room-picture.tsx';
import { OwnWordsKeeper } from '../../ui/own-words/own-words.tsx';
import { ForOwnProvider } from '../for-own-provider.tsx';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { useFirmName } from '../use-firm-name.ts';

type Loaded = { shared: LoadedSharedFirm; meeting: Meeting; kept: KeptStep[] };

async function load(organisationId: string, firmId: string, meetingId: string): Promise<Loaded | null> {
  const [meeting, meetings, shared] = await Promise.all([
    fetchMeeting({ organisationId, firmId, meetingId }),
    fetchMeetings({ organisationId, firmId }),
    loadSharedFirm(organisationId, firmId, currentLanguage()),
  ]);
  return shared === null ? null : { meeting, shared, kept: keptSteps(meetings, meeting) };
}

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', firmId = '', meetingId = '' } = params;
  return staffOnly(request, () => load(organisationId, firmId, meetingId));
}

/** As long as a long meeting. */
const restAfterMs = 3 * 3_600_000;

const resultHrefs = { package: paths.package, method: paths.method() };

function Room({ loaded }: { loaded: Loaded }) {
  const nameOf = useFirmName();
  const { meeting, shared, kept } = loaded;
  const { firm, form, lettingIn } = shared;
  const { organisationId, firmId } = lettingIn;
  const { meetingId } = meeting;
  const room = (picture: ReactNode, proposals: readonly string[]) => (
    <RoomPage
      meeting={meeting}
      place={{ organisationId, firmId, meetingId }}
      firmName={nameOf(firm.name)}
      isSimulated={firm.isSimulated}
      meetingHref={paths.meeting(organisationId, firmId, meetingId)}
      picture={picture}
      proposals={proposals}
      kept={kept}
    />
  );
  return (
    <WhileShared lettingIn={lettingIn} firmsHref={paths.advisor()} restAfterMs={restAfterMs}>
      {firm.newest === null || form === null ? (
        room(null, [])
      ) : (
        <RoomPicture loaded={{ result: firm.newest, form }} hrefs={resultHrefs}>
          {room}
        </RoomPicture>
      )}
    </WhileShared>
  );
}

export function Component() {
  const loaded = useLoaderData<Loaded | null>();
  return (
    <OwnWordsKeeper isShown={loaded !== null}>
      {loaded === null ? (
        <ForOwnProvider>
          <NotSharedPage firmsHref={paths.advisor()} />
        </ForOwnProvider>
      ) : (
        <Room loaded={loaded} />
      )}
    </OwnWordsKeeper>
  );
}

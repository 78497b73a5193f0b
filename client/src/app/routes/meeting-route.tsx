import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { LettingIn } from '#shared/contracts/advising.ts';
import type { ContactRecord } from '#shared/contracts/contact-notes.ts';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { fetchLettingIn, type LoadedSharedFirm, loadSharedFirm } from '../../features/advising/api.ts';
import { OpenRequests } from '../../features/advising/open-requests.tsx';
import { WhileShared } from '../../features/advising/while-shared.tsx';
import { NotSharedPage } from '../../features/advising/withheld-page.tsx';
import { ChangeBeforeMeeting } from '../../features/change/change-before-meeting.tsx';
import { fetchContactRecord } from '../../features/contact-notes/api.ts';
import { LastNotes, UnderWay } from '../../features/contact-notes/before-meeting.tsx';
import { fetchMeeting, fetchMeetings } from '../../features/meetings/api.ts';
import { MeetingPage } from '../../features/meetings/meeting-page.tsx';
import { Preparation } from '../../features/meetings/preparation.tsx';
import { ResultBeforeMeeting } from '../../features/result/before-meeting.tsx';
import { today } from '../../lib/today.ts';
import { OwnWordsKeeper } from '../../ui/own-words/own-words.tsx';
import { ForOwnProvider } from '../for-own-provider.tsx';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { useFirmName } from '../use-firm-name.ts';

type Ahead = { shared: LoadedSharedFirm; record: ContactRecord; meetings: Meeting[] };
type Loaded = { meeting: Meeting; lettingIn: LettingIn; ahead: Ahead | null };

/** What a meeting that is to be held is prepared with; reading it is a look at the firm, as its page is. */
async function loadAhead(organisationId: string, firmId: string): Promise<Ahead | null> {
  const place = { organisationId, firmId };
  const shared = await loadSharedFirm(organisationId, firmId, currentLanguage());
  if (shared === null) return null;
  const [record, meetings] = await Promise.all([fetchContactRecord(place), fetchMeetings(place)]);
  return { shared, record, meetings };
}

async function load(organisationId: string, firmId: string, meetingId: string): Promise<Loaded | null> {
  const meeting = await fetchMeeting({ organisationId, firmId, meetingId });
  if (meeting.status === 'planned') {
    const ahead = await loadAhead(organisationId, firmId);
    return ahead === null ? null : { meeting, lettingIn: ahead.shared.lettingIn, ahead };
  }
  const lettingIn = await fetchLettingIn(organisationId, firmId);
  return lettingIn === undefined ? null : { meeting, lettingIn, ahead: null };
}

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', firmId = '', meetingId = '' } = params;
  return staffOnly(request, () => load(organisationId, firmId, meetingId));
}

const resultHrefs = { package: paths.package, method: paths.method() };

function Prepared({ meeting, ahead, firmName }: { meeting: Meeting; ahead: Ahead; firmName: string }) {
  const { firm, form, lettingIn } = ahead.shared;
  const firmHref = paths.sharedFirm(lettingIn.organisationId, lettingIn.firmId);
  const { newest, change } = firm;
  const shown = newest === null || form === null ? null : { loaded: { result: newest, form }, hrefs: resultHrefs };
  return (
    <Preparation
      meeting={meeting}
      meetings={ahead.meetings}
      firmName={firmName}
      today={today()}
      result={
        shown && {
          gaps: <ResultBeforeMeeting {...shown} part="gaps" />,
          change: change && <ChangeBeforeMeeting change={change} />,
          packages: <ResultBeforeMeeting {...shown} part="packages" />,
        }
      }
      contact={<LastNotes record={ahead.record} />}
      requests={<OpenRequests requests={firm.requests} />}
      underWay={<UnderWay record={ahead.record} />}
      hrefs={{
        picture: `${firmHref}#picture`,
        contact: `${firmHref}#contact`,
        requests: `${firmHref}#requests`,
        notes: `${firmHref}#notes`,
        result: `${firmHref}#result`,
      }}
    />
  );
}

function Shared({ loaded }: { loaded: Loaded }) {
  const nameOf = useFirmName();
  const { meeting, lettingIn, ahead } = loaded;
  const { organisationId, firmId } = lettingIn;
  const { meetingId } = meeting;
  const firmName = nameOf(lettingIn.name);
  return (
    <WhileShared lettingIn={lettingIn} firmsHref={paths.advisor()}>
      <MeetingPage
        key={meetingId}
        loaded={meeting}
        place={{ organisationId, firmId, meetingId }}
        firmName={firmName}
        hrefs={{
          firm: paths.sharedFirm(organisationId, firmId),
          room: paths.meetingRoom(organisationId, firmId, meetingId),
        }}
        preparation={ahead !== null && <Prepared meeting={meeting} ahead={ahead} firmName={firmName} />}
      />
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
        <Shared loaded={loaded} />
      )}
    </OwnWordsKeeper>
  );
}

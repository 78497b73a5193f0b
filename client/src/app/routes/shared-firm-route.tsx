import { useState } from 'react';
import { type LoaderFunctionArgs, useLoaderData, useParams } from 'react-router';
import type { ContactRecord } from '#shared/contracts/contact-notes.ts';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { type LoadedSharedFirm, loadSharedFirm } from '../../features/advising/api.ts';
import { SharedFirmPage } from '../../features/advising/shared-firm-page.tsx';
import { SharedChange } from '../../features/change/shared-change.tsx';
import { fetchContactRecord } from '../../features/contact-notes/api.ts';
import { ContactRecordSections } from '../../features/contact-notes/contact-record.tsx';
import { LastContact } from '../../features/contact-notes/last-contact.tsx';
import { CrosswalkLink } from '../../features/crosswalk/crosswalk-link.tsx';
import { FirmPlaces } from '../../features/editions/firm-places.tsx';
import { fetchMeetings } from '../../features/meetings/api.ts';
import { MeetingList } from '../../features/meetings/meeting-list.tsx';
import { ReportsLink } from '../../features/reports/reports-link.tsx';
import { SharedFirst, SharedResult } from '../../features/result/shared-result.tsx';
import { ReviewSection } from '../../features/reviewing/review-section.tsx';
import { OwnWordsKeeper } from '../../ui/own-words/own-words.tsx';
import { ForOwnProvider } from '../for-own-provider.tsx';
import { currentLanguage } from '../language/language.ts';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';
import { useFormName } from '../use-form-name.ts';
import { useVisitor } from '../visitor.ts';

type Loaded = LoadedSharedFirm & { record: ContactRecord; meetings: Meeting[] };

/** Null also when the firm withdraws while it is being read. */
async function load(organisationId: string, firmId: string): Promise<Loaded | null> {
  const place = { organisationId, firmId };
  const shared = await loadSharedFirm(organisationId, firmId, currentLanguage());
  if (shared === null) return null;
  const [record, meetings] = await Promise.all([fetchContactRecord(place), fetchMeetings(place)]);
  return { ...shared, record, meetings };
}

export function loader({ params, request }: LoaderFunctionArgs) {
  const { organisationId = '', firmId = '' } = params;
  return staffOnly(request, () => load(organisationId, firmId));
}

const resultHrefs = { package: paths.package, method: paths.method() };

/** As it was loaded, until something is written into it here. */
function useRecord(loaded: Loaded | null): [ContactRecord | null, (record: ContactRecord) => void] {
  const [written, setWritten] = useState<{ since: number; record: ContactRecord } | null>(null);
  if (loaded === null) return [null, () => undefined];
  const { loadedAt } = loaded;
  const record = written?.since === loadedAt ? written.record : loaded.record;
  return [record, (next) => setWritten({ since: loadedAt, record: next })];
}

function Contact({ loaded, record }: { loaded: Loaded; record: ContactRecord }) {
  const { organisationId, firmId } = loaded.lettingIn;
  return (
    <>
      <LastContact record={record} />
      <MeetingList
        meetings={loaded.meetings}
        hrefs={{
          plan: paths.meetingPlan(organisationId, firmId),
          meeting: (meetingId) => paths.meeting(organisationId, firmId, meetingId),
        }}
      />
    </>
  );
}

export function Component() {
  const loaded = useLoaderData<Loaded | null>();
  const [record, setRecord] = useRecord(loaded);
  const formName = useFormName();
  const account = useVisitor();
  const { organisationId = '', firmId = '' } = useParams();
  const newest = loaded?.firm.newest ?? null;
  const form = loaded?.form ?? null;
  const shown = newest === null || form === null ? null : { result: newest, form };
  const page = (
    <SharedFirmPage
      loaded={loaded}
      firmsHref={paths.advisor()}
      formName={formName}
      ownPersonId={account?.personId ?? null}
      contact={loaded !== null && record !== null && <Contact loaded={loaded} record={record} />}
      picture={
        shown !== null && (
          <SharedFirst
            loaded={shown}
            hrefs={resultHrefs}
            change={loaded?.firm.change && <SharedChange change={loaded.firm.change} />}
          />
        )
      }
      record={
        loaded !== null && (
          <>
            <FirmPlaces placeHref={paths.placeFirm(organisationId, firmId)} />
            {record !== null && <ContactRecordSections record={record} place={loaded.lettingIn} onChange={setRecord} />}
          </>
        )
      }
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
      result={
        shown !== null && (
          <>
            <SharedResult loaded={shown} hrefs={resultHrefs} choices={loaded?.firm.supportChoices ?? null} />
            <CrosswalkLink href={paths.sharedCrosswalk(organisationId, firmId, shown.result.response.responseId)} />
            <ReportsLink href={paths.sharedReports(organisationId, firmId, shown.result.response.responseId)} />
          </>
        )
      }
    />
  );
  return (
    <OwnWordsKeeper isShown={loaded !== null}>
      {loaded === null ? <ForOwnProvider>{page}</ForOwnProvider> : page}
    </OwnWordsKeeper>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { ContactNote } from '#shared/contracts/contact-notes.ts';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { fetchFirmNotes } from '../../features/contact-notes/api.ts';
import { FirmNotes } from '../../features/contact-notes/firm-notes.tsx';
import { type LoadedFirm, loadFirm } from '../../features/firm/api.ts';
import { FirmHeader } from '../../features/firm/firm-header.tsx';
import { fetchFirmMeetings } from '../../features/meetings/api.ts';
import { FirmMeetings } from '../../features/meetings/firm-meetings.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { NotFoundPage } from '../error-pages/not-found-page.tsx';
import { paths } from '../paths.ts';
import { staffOnly } from '../staff-only.ts';

type Loaded = LoadedFirm & { notes: ContactNote[]; meetings: Meeting[] };

async function load(firmId: string): Promise<Loaded> {
  const [loaded, notes, meetings] = await Promise.all([
    loadFirm(firmId),
    fetchFirmNotes(firmId),
    fetchFirmMeetings(firmId),
  ]);
  return { ...loaded, notes, meetings };
}

export function loader({ params, request }: LoaderFunctionArgs) {
  return staffOnly(request, () => load(params['firmId'] ?? ''));
}

/** What a firm has agreed on with advisers, and what they have written about it. */
export function Component() {
  const { t } = useLingui();
  const loaded = useLoaderData<Loaded | null>();
  if (loaded === null) return <NotFoundPage />;
  const { firm, notes, meetings } = loaded;
  const { firmId } = firm;
  return (
    <Page key={firmId}>
      <BackLink to={paths.firm(firmId)}>
        <Trans>Back to the firm</Trans>
      </BackLink>
      <FirmHeader firm={firm} title={t`Meetings and contacts`} />
      <FirmMeetings loaded={meetings} firm={{ firmId, name: firm.name ?? t`Our firm` }} />
      <FirmNotes notes={notes} />
    </Page>
  );
}

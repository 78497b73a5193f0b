import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { mayWriteSteps } from '#shared/domain/meeting/meeting-states.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { SimulatedFirmTag } from '../../ui/tag/simulated-tag.tsx';
import type { MeetingPlace } from './api.ts';
import styles from './room.module.css';
import { RoomSteps } from './room-steps.tsx';
import { useRoom } from './use-room.ts';

function FullScreen({ of }: { of: { readonly current: HTMLElement | null } }) {
  if (!document.fullscreenEnabled) return null;
  const toggle = () => {
    const isFull = document.fullscreenElement !== null;
    void (isFull ? document.exitFullscreen() : of.current?.requestFullscreen())?.catch(() => undefined);
  };
  return (
    <Button variant="secondary" onClick={toggle}>
      <Trans>Full screen</Trans>
    </Button>
  );
}

type RoomPageProps = {
  meeting: Meeting;
  place: MeetingPlace;
  firmName: string;
  isSimulated: boolean;
  meetingHref: string;
  /** Where the firm stands, its strengths first; nothing where it does not share its results. */
  picture: ReactNode;
  /** What its result says could come next, in the words of the questionnaire. */
  proposals: readonly string[];
};

function Steps({ meeting, place, firmName, proposals }: RoomPageProps) {
  const localise = useLocalised();
  const room = useRoom(meeting, place);
  const names = { firm: firmName, provider: localise(meeting.organisation) };
  return <RoomSteps room={room} names={names} proposals={proposals} />;
}

/** The screen in the room: large and calm, the firm's own picture and what the two agree on, and nothing else. */
export function RoomPage(props: RoomPageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const screen = useRef<HTMLDivElement>(null);
  const { meeting, firmName, isSimulated, meetingHref, picture } = props;
  const on = formatDate(new Date(meeting.startsAt), language);
  return (
    <div ref={screen} className={styles.room}>
      <Page width="results">
        <PageHeader
          title={firmName}
          documentTitle={t`Meeting`}
          eyebrow={`${localise(meeting.organisation)}, ${on}`}
          lead={meeting.purpose}
        >
          {isSimulated && (
            <p>
              <SimulatedFirmTag />
            </p>
          )}
        </PageHeader>
        {picture}
        {mayWriteSteps(meeting) ? (
          <Steps {...props} />
        ) : (
          <Notice>
            <p>
              <Trans>The meeting is over: what was agreed stands as it was sent.</Trans>
            </p>
          </Notice>
        )}
        <ButtonRow>
          <ButtonLink to={meetingHref} variant="secondary">
            <Trans>Leave the meeting mode</Trans>
          </ButtonLink>
          <FullScreen of={screen} />
        </ButtonRow>
      </Page>
    </div>
  );
}

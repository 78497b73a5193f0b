import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { mayWriteSteps } from '#shared/domain/meeting/meeting-states.ts';
import { isAgreed } from '#shared/domain/meeting/meeting-step.ts';
import type { KeptStep } from '#shared/domain/meeting/unagreed-step.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { UnsavedGuard } from '../../ui/dialog/unsaved-guard.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { SimulatedFirmTag } from '../../ui/tag/simulated-tag.tsx';
import type { MeetingPlace } from './api.ts';
import styles from './room.module.css';
import { RoomSteps } from './room-steps.tsx';
import { StepList } from './step-list.tsx';
import { UnagreedSteps } from './unagreed-steps.tsx';
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
  /** What earlier meetings have left open. */
  kept: readonly KeptStep[];
};

function Steps({ meeting, place, firmName, proposals, kept }: RoomPageProps) {
  const localise = useLocalised();
  const room = useRoom(meeting, place);
  const names = { firm: firmName, provider: localise(meeting.organisation) };
  return <RoomSteps room={room} names={names} proposals={proposals} kept={kept} />;
}

/** What was agreed, as it was sent, and what is kept for the next time. */
function Over({ meeting, firmName }: Pick<RoomPageProps, 'meeting' | 'firmName'>) {
  const agreed = meeting.steps.filter(isAgreed);
  return (
    <Section title={<Trans>What was agreed</Trans>}>
      <Notice>
        <p>
          <Trans>The meeting is over: what was agreed stands as it was sent.</Trans>
        </p>
      </Notice>
      {agreed.length === 0 ? (
        <EmptyState title={<Trans>Nothing was agreed by both</Trans>} />
      ) : (
        <StepList
          meeting={meeting}
          steps={agreed}
          firmName={firmName}
          mayTick={() => false}
          isBusy={false}
          onTick={() => undefined}
        />
      )}
      <UnagreedSteps meeting={meeting} firmName={firmName} title="h3" />
    </Section>
  );
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
          <UnsavedGuard>
            <Steps {...props} />
          </UnsavedGuard>
        ) : (
          <Over meeting={meeting} firmName={firmName} />
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

import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { isStepOverdue } from '#shared/domain/meeting/meeting-step.ts';
import { openSteps } from '#shared/domain/meeting/open-steps.ts';
import { keptSteps } from '#shared/domain/meeting/unagreed-step.ts';
import { Link } from '../../ui/link/link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { RecordList, RecordMeta, RecordParts } from '../../ui/record/record.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './meetings.module.css';
import { useMeetingWords } from './use-meeting-words.ts';

type PreparationProps = {
  meeting: Meeting;
  /** All of the organisation's with the firm. */
  meetings: readonly Meeting[];
  firmName: string;
  /** By the calendar of the reader, as `2026-11-26`. */
  today: string;
  /** What the firm's result says; null where it shares none. */
  result: { gaps: ReactNode; change: ReactNode; packages: ReactNode } | null;
  contact: ReactNode;
  requests: ReactNode;
  underWay: ReactNode;
  /** The sections of the firm's page. */
  hrefs: { picture: string; contact: string; requests: string; notes: string; result: string };
};

function Part({ title, href, children }: { title: string; href: string; children: ReactNode }) {
  return (
    <div className={styles.part}>
      <h3>
        <Link to={href}>{title}</Link>
      </h3>
      {children}
    </div>
  );
}

type StepsProps = Pick<PreparationProps, 'meeting' | 'meetings' | 'firmName' | 'today'>;

function OpenSteps({ meeting, meetings, firmName, today }: StepsProps) {
  const { t } = useLingui();
  const words = useMeetingWords();
  const open = openSteps(meetings, meeting);
  if (open.length === 0) {
    return (
      <p>
        <Trans>Nothing that was agreed earlier is open.</Trans>
      </p>
    );
  }
  return (
    <RecordList>
      {open.map(({ from, step }) => {
        const who = words.owner(step.owner, meeting, firmName);
        const due = step.dueOn === null ? '' : words.day(step.dueOn);
        return (
          <li key={`${from} ${step.key}`}>
            <RecordParts>
              <p>
                {step.what}{' '}
                {isStepOverdue(step, today) && (
                  <Tag tone="warning">
                    <Trans>Late</Trans>
                  </Tag>
                )}
              </p>
              <RecordMeta>{due === '' ? who : t`${who}, by ${due}`}</RecordMeta>
            </RecordParts>
          </li>
        );
      })}
    </RecordList>
  );
}

function Kept({ meeting, meetings, firmName }: StepsProps) {
  const words = useMeetingWords();
  const kept = keptSteps(meetings, meeting);
  if (kept.length === 0) {
    return (
      <p>
        <Trans>Nothing was left open at earlier meetings.</Trans>
      </p>
    );
  }
  return (
    <>
      <p>
        <Trans>Proposed in the meeting mode, where you take in what you still want.</Trans>
      </p>
      <RecordList>
        {kept.map(({ from, startsAt, step }) => {
          const [who, on] = [words.owner(step.owner, meeting, firmName), words.day(startsAt)];
          return (
            <li key={`${from} ${step.key}`}>
              <RecordParts>
                <p>{step.what}</p>
                <RecordMeta>
                  <Trans>
                    {who}. Written at the meeting on {on}.
                  </Trans>
                </RecordMeta>
              </RecordParts>
            </li>
          );
        })}
      </RecordList>
    </>
  );
}

/** What the adviser wants to have read before the meeting begins, with the way to the whole of it. */
export function Preparation(props: PreparationProps) {
  const { t } = useLingui();
  const { result, contact, requests, underWay, hrefs } = props;
  return (
    <Section title={<Trans>Before the meeting</Trans>}>
      <Notice>
        <p>
          <Trans>
            Only you and your colleagues see this. That you have read it is written down, and the firm sees it. Each
            heading leads to the whole of it, on the firm’s page.
          </Trans>
        </p>
      </Notice>
      {result === null ? (
        <p>
          <Trans>The firm shares no result with you.</Trans>
        </p>
      ) : (
        <>
          <Part title={t`The largest gaps`} href={hrefs.picture}>
            {result.gaps}
          </Part>
          <Part title={t`What has changed since the round before`} href={hrefs.picture}>
            {result.change}
          </Part>
        </>
      )}
      <Part title={t`Agreed earlier, not done yet`} href={hrefs.contact}>
        <OpenSteps {...props} />
      </Part>
      <Part title={t`Not agreed yet, from earlier meetings`} href={hrefs.contact}>
        <Kept {...props} />
      </Part>
      <Part title={t`Last contact and last note`} href={hrefs.notes}>
        {contact}
      </Part>
      <Part title={t`Open requests`} href={hrefs.requests}>
        {requests}
      </Part>
      <Part title={t`Packages and groups under way`} href={hrefs.notes}>
        {underWay}
      </Part>
      {result !== null && (
        <Part title={t`Suggested packages`} href={hrefs.result}>
          {result.packages}
        </Part>
      )}
    </Section>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import type { SessionDocument } from '#shared/contracts/account.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { type Column, Table } from '../../ui/table/table.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { sendOthersEnd, sendSessionEnd } from './api.ts';
import { useAccountAction } from './proof.tsx';
import { RemovalDialog } from './removal-dialog.tsx';

function Moment({ at }: { at: string }) {
  const language = useLanguage();
  const moment = new Date(at);
  return (
    <>
      {formatDate(moment, language)} {formatTime(moment, language)}
    </>
  );
}

function EndButton({ session, isBusy, onEnd }: { session: SessionDocument; isBusy: boolean; onEnd: () => void }) {
  const { t } = useLingui();
  const { device } = session;
  return (
    <Button variant="quiet" isBusy={isBusy} aria-label={t`Sign out on ${device}`} onClick={onEnd}>
      <Trans>Sign out</Trans>
    </Button>
  );
}

type SessionsProps = { sessions: readonly SessionDocument[]; onSignOut: () => Promise<void> };

/** Where one is signed in, and the way to end it there. */
export function Sessions({ sessions, onSignOut }: SessionsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { revalidate } = useRevalidator();
  const [isAsking, setAsking] = useState(false);
  const [done, setDone] = useState<'one' | 'others'>();
  const { isBusy, fault, run } = useAccountAction();
  const others = sessions.filter(({ isThisOne }) => !isThisOne);
  const end = ({ sessionId, isThisOne }: SessionDocument) =>
    run(async () => {
      if (isThisOne) return onSignOut();
      await sendSessionEnd(sessionId);
      await revalidate();
      setDone('one');
    });
  const columns: Column<SessionDocument>[] = [
    {
      key: 'device',
      header: <Trans>Device</Trans>,
      isRowHeader: true,
      cell: ({ device, isThisOne }) => (
        <>
          {device}{' '}
          {isThisOne && (
            <Tag tone="success">
              <Trans>This one</Trans>
            </Tag>
          )}
        </>
      ),
    },
    { key: 'seen', header: <Trans>Last seen</Trans>, cell: ({ lastSeenAt }) => <Moment at={lastSeenAt} /> },
    {
      key: 'since',
      header: <Trans>Since</Trans>,
      cell: ({ startedAt }) => formatDate(new Date(startedAt), language),
    },
    {
      key: 'end',
      header: <Trans>End</Trans>,
      // The button stays in one piece at the edge.
      isNumeric: true,
      cell: (session) => <EndButton session={session} isBusy={isBusy} onEnd={() => end(session)} />,
    },
  ];
  return (
    <Section
      title={<Trans>Where you are signed in</Trans>}
      lead={<Trans>If there is a device you do not know, end it, and look over how you sign in.</Trans>}
    >
      <Table caption={t`Sessions`} columns={columns} rows={sessions} rowKey={({ sessionId }) => sessionId} />
      <FaultNotice fault={fault} />
      <p role="status">
        {done === 'one' && <Trans>That session has ended.</Trans>}
        {done === 'others' && <Trans>All other sessions have ended.</Trans>}
      </p>
      {others.length > 0 && (
        <ButtonRow>
          <Button variant="secondary" onClick={() => setAsking(true)}>
            <Trans>Sign out on all other devices</Trans>
          </Button>
        </ButtonRow>
      )}
      <RemovalDialog
        isOpen={isAsking}
        title={<Trans>Sign out on all other devices?</Trans>}
        actionLabel={<Trans>Sign out there</Trans>}
        remove={async () => {
          await sendOthersEnd();
          await revalidate();
          setDone('others');
        }}
        onClose={() => setAsking(false)}
      >
        <Trans>All devices but this one have to sign in again. Answers given there are kept.</Trans>
      </RemovalDialog>
    </Section>
  );
}

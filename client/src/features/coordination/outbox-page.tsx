import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import type { OutboxMail } from '#shared/contracts/coordination.ts';
import { formatNumber } from '../../lib/format.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { RowList } from '../../ui/list/row-list.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { type Outbox, sendResend } from './api.ts';
import { type CoordinationHrefs, CoordinationNavigation } from './coordination-navigation.tsx';
import { MailRow } from './mail-row.tsx';

function Counts({ counts }: Pick<Outbox, 'counts'>) {
  const { t } = useLingui();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  return (
    <Facts
      facts={[
        { term: t`Waits`, detail: number(counts.waiting) },
        { term: t`Failed`, detail: number(counts.failed) },
        { term: t`Unconfirmed`, detail: number(counts.unconfirmed) },
        { term: t`Sent`, detail: number(counts.sent) },
      ]}
    />
  );
}

function UnconfirmedMeans() {
  return (
    <p>
      <Trans>
        The mail was handed over and the line broke before the mail server answered. It may have taken the mail, or may
        not. It is not sent again by itself: that could give the receiver two.
      </Trans>
    </p>
  );
}

function ResendDialog({
  mail,
  onClose,
  onDone,
}: {
  mail: OutboxMail | null;
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  const { t } = useLingui();
  return (
    <ActionDialog
      isOpen={mail !== null}
      title={t`Send a mail again that may have gone?`}
      confirm={<Trans>Send again</Trans>}
      isDangerous={false}
      onConfirm={async () => mail && sendResend(mail.mailId)}
      onClose={onClose}
      onDone={onDone}
    >
      <UnconfirmedMeans />
      <p>
        <Trans>Ask the receiver first if you can.</Trans>
      </p>
    </ActionDialog>
  );
}

type OutboxPageProps = { outbox: Outbox; hrefs: CoordinationHrefs };

/** Mail that has not gone, why, and the way to try again. */
export function OutboxPage({ outbox, hrefs }: OutboxPageProps) {
  const { t } = useLingui();
  const { revalidate, state } = useRevalidator();
  const done = useDone();
  const [asked, setAsked] = useState<OutboxMail | null>(null);
  const { mails, counts } = outbox;
  const onDone = async () => {
    await revalidate();
    done.say(t`The mail is in the queue again. Update in a moment to see how it went.`);
  };
  return (
    <Page width="results">
      <CoordinationNavigation hrefs={hrefs} />
      <PageHeader title={t`Mail`} lead={t`What the site has to send, and what has not gone.`} />
      <DoneNotice done={done} />
      <Section title={<Trans>How it stands</Trans>}>
        <Counts counts={counts} />
        <Details summary={<Trans>What “unconfirmed” means</Trans>}>
          <UnconfirmedMeans />
        </Details>
        <p>
          <Button variant="secondary" isBusy={state === 'loading'} onClick={() => void revalidate()}>
            <Trans>Update</Trans>
          </Button>
        </p>
      </Section>
      <Section title={<Trans>Not sent</Trans>}>
        {mails.length === 0 ? (
          <EmptyState title={<Trans>Everything has been sent</Trans>} />
        ) : (
          <RowList>
            {mails.map((mail) => (
              <MailRow key={mail.mailId} mail={mail} onAsk={() => setAsked(mail)} onDone={onDone} />
            ))}
          </RowList>
        )}
      </Section>
      <ResendDialog mail={asked} onClose={() => setAsked(null)} onDone={onDone} />
    </Page>
  );
}

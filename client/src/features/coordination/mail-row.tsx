import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { OutboxMail } from '#shared/contracts/coordination.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { sendResend } from './api.ts';
import styles from './coordination.module.css';
import { useCoordinationProblemWords } from './use-coordination-problem-words.ts';
import { useMailWords } from './use-mail-words.ts';
import { useMoment } from './use-moment.ts';

const toneOf: Record<OutboxMail['status'], TagTone> = {
  waiting: 'info',
  sent: 'success',
  failed: 'warning',
  unconfirmed: 'warning',
};

function State({ mail }: { mail: OutboxMail }) {
  const words = useMailWords();
  const moment = useMoment();
  const { attempts, nextAttemptAt, fault } = mail;
  const next = nextAttemptAt === null ? '' : moment(nextAttemptAt);
  return (
    <div>
      <Tag tone={toneOf[mail.status]}>{words.status(mail.status)}</Tag>
      {fault !== null && <p>{words.fault(fault)}</p>}
      <p className={styles.muted}>
        <Plural value={attempts} _0="Not tried yet." one="Tried once." other="Tried # times." />{' '}
        {next !== '' && <Trans>Next attempt {next}.</Trans>}
      </p>
    </div>
  );
}

type MailRowProps = {
  mail: OutboxMail;
  /** It may have gone: that takes a question first. */
  onAsk: () => void;
  onDone: () => Promise<void>;
};

function Resend({ mail, onAsk, onDone }: MailRowProps) {
  const { t } = useLingui();
  const words = useMailWords();
  const { isBusy, fault, run } = useAction(useCoordinationProblemWords());
  const kind = words.kind(mail.kind);
  const { recipient } = mail;
  if (mail.status !== 'failed' && mail.status !== 'unconfirmed') return null;
  const resend = () =>
    run(async () => {
      await sendResend(mail.mailId);
      await onDone();
    });
  return (
    <>
      <Button
        variant="secondary"
        isBusy={isBusy}
        onClick={mail.status === 'unconfirmed' ? onAsk : resend}
        aria-label={t`Send again: ${kind}, to ${recipient}`}
      >
        <Trans>Send again</Trans>
      </Button>
      <FaultNotice fault={fault} />
    </>
  );
}

/** One mail that has not gone. */
export function MailRow({ mail, onAsk, onDone }: MailRowProps) {
  const words = useMailWords();
  const moment = useMoment();
  const made = moment(mail.createdAt);
  const { recipient } = mail;
  return (
    <li className={styles.row}>
      <div>
        <p>
          <strong>{words.kind(mail.kind)}</strong>
        </p>
        <p className={styles.muted}>
          {recipient === '' ? <Trans>The address is no longer kept.</Trans> : <Trans>to {recipient}</Trans>}
        </p>
        <p className={styles.muted}>
          <Trans>written {made}</Trans>
        </p>
      </div>
      <State mail={mail} />
      <Resend mail={mail} onAsk={onAsk} onDone={onDone} />
    </li>
  );
}

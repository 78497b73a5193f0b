import { Trans, useLingui } from '@lingui/react/macro';
import { longestReason, type ReviewReply } from '#shared/domain/review/review.ts';
import { formatTime } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import styles from './reviewing.module.css';
import { type Reply, type ReplyProps, useReply } from './use-reply.ts';
import { useSubjectWords } from './use-subject-words.ts';

/** Somebody else in the firm has replied to the same meanwhile: both are shown, and one is chosen. */
function TheirReply({ reply }: { reply: Reply }) {
  const { theirs, keepTheirs, putMine } = reply;
  if (theirs === undefined) return <FaultNotice fault={reply.fault} />;
  return (
    <Notice tone="warning" role="alert" title={<Trans>Somebody else in the firm has replied meanwhile</Trans>}>
      <p>
        {theirs.reply.view === 'agrees' ? <Trans>They agree.</Trans> : <Trans>They see it differently.</Trans>}{' '}
        {theirs.reply.words}
      </p>
      <ButtonRow>
        <Button onClick={keepTheirs}>
          <Trans>Keep theirs</Trans>
        </Button>
        <Button variant="secondary" onClick={putMine}>
          <Trans>Put mine in its place</Trans>
        </Button>
      </ButtonRow>
    </Notice>
  );
}

function KeptWords({ reply, stored }: { reply: Reply; stored: ReplyProps['stored'] }) {
  const language = useLanguage();
  const time = stored === undefined ? '' : formatTime(new Date(stored.repliedAt), language);
  if (reply.view === null) return null;
  if (reply.isKept) return <Trans>Kept {time}. The adviser sees it when you hand the replies over.</Trans>;
  return reply.isBusy ? <Trans>Saving …</Trans> : <Trans>Not saved yet.</Trans>;
}

/** The firm's reply to one place where the two differ. */
export function ReplyForm(props: ReplyProps) {
  const { t } = useLingui();
  const words = useSubjectWords();
  const reply = useReply(props);
  const { view } = reply;
  const { code } = props;
  const subject = words.subject(code);
  return (
    <div className={styles.group}>
      <RadioGroup
        name={`view-${code}`}
        legend={t`Your reply: ${subject}`}
        layout="inline"
        options={[
          { value: 'agrees', label: t`We agree` },
          { value: 'differs', label: t`We see it differently` },
        ]}
        value={view}
        onChange={({ currentTarget }) => reply.choose(currentTarget.value as ReviewReply['view'])}
      />
      {view !== null && (
        <TextAreaField
          name={`words-${code}`}
          label={view === 'differs' ? t`How you see it` : t`Do you want to add something?`}
          isOptional={view === 'agrees'}
          error={reply.isMissing ? t`Say how you see it.` : undefined}
          maximumLength={longestReason}
          rows={3}
          value={reply.typed}
          onChange={({ currentTarget }) => reply.type(currentTarget.value)}
        />
      )}
      <TheirReply reply={reply} />
      <p role="status">
        <KeptWords reply={reply} stored={props.stored} />
      </p>
      {view !== null && !reply.isKept && reply.theirs === undefined && (
        <p>
          <Button
            variant="secondary"
            isBusy={reply.isBusy}
            onClick={reply.save}
            aria-label={t`Save the reply: ${subject}`}
          >
            <Trans>Save the reply</Trans>
          </Button>
        </p>
      )}
    </div>
  );
}

import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { useReminderWords } from '../../lib/use-reminder-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Spinner } from '../../ui/loading/spinner.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import type { Target } from './referral-action.ts';
import { fetchReminderPlan, type ReminderPlan } from './reminder-api.ts';
import { useLoaded } from './use-loaded.ts';
import type { ReferralDesk } from './use-referral-desk.ts';

/** Reason by reason, with the firms it is true of. */
function Others({ others }: Pick<ReminderPlan, 'others'>) {
  const say = useReminderWords();
  const byReason = Map.groupBy(others, ({ outcome }) => outcome);
  return (
    <>
      <p>
        <Plural value={others.length} one="# gets no mail:" other="# get no mail:" />
      </p>
      <ul>
        {[...byReason].map(([reason, of]) => (
          <li key={reason}>
            <strong>{say(reason)}</strong>: {of.map(({ target }) => target.firmName).join(', ')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Plan({ plan: { reminded, others } }: { plan: ReminderPlan }) {
  const count = reminded.length;
  const all = count + others.length;
  return (
    <>
      <p role="status">
        <strong>
          {count === 0 ? (
            <Trans>None of those chosen gets a mail.</Trans>
          ) : (
            <Plural value={all} one="The firm gets a mail." other={`${count} of # chosen get a mail.`} />
          )}
        </strong>
      </p>
      {count > 0 && (
        <p>
          <Trans>
            It goes to those responsible for the firm, by day, once in 30 days whoever sends it. Read it under
            Reminders.
          </Trans>
        </p>
      )}
      {others.length > 0 && <Others others={others} />}
    </>
  );
}

function AskedReminder({ targets, desk }: { targets: readonly Target[]; desk: ReferralDesk }) {
  const { t } = useLingui();
  const say = useProblemWords();
  const {
    value: plan,
    failure,
    retry,
  } = useLoaded(targets.map(({ key }) => key).join(' '), () => fetchReminderPlan(targets));
  const reminded = plan?.reminded ?? [];
  return (
    <Dialog
      isOpen
      onClose={desk.stopAsking}
      title={t`Remind of the next round`}
      cancelLabel={plan !== undefined && reminded.length === 0 ? t`Close` : undefined}
      actions={
        reminded.length > 0 && (
          <Button onClick={() => desk.remind(reminded)}>
            <Plural value={reminded.length} one="Remind # firm" other="Remind # firms" />
          </Button>
        )
      }
    >
      {plan !== undefined && <Plan plan={plan} />}
      {plan === undefined && failure === null && <Spinner>{t`Looking at who can be reminded`}</Spinner>}
      {failure !== null && (
        <>
          <FaultNotice fault={say(failure)} />
          <p>
            <Button variant="secondary" onClick={retry}>
              <Trans>Try again</Trans>
            </Button>
          </p>
        </>
      )}
    </Dialog>
  );
}

/** Says who of those chosen would get a mail, and why the others would not, before anything is sent. */
export function RemindDialog({ desk }: { desk: ReferralDesk }) {
  return desk.remindable === null ? null : <AskedReminder targets={desk.remindable} desk={desk} />;
}

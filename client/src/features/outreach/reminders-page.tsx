import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { QueueRow } from '#shared/contracts/advisor-queue.ts';
import type { OutreachPreviews } from '#shared/contracts/outreach.ts';
import type { ReminderOutcome } from '#shared/domain/outreach/reminders.ts';
import { formatDate } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { RowList } from '../../ui/list/row-list.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { SimulatedFirmTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { sendReminders } from './api.ts';
import { MailPreview } from './mail-preview.tsx';
import styles from './outreach.module.css';
import { useChosen } from './use-chosen.ts';
import { useOutreachWords } from './use-outreach-words.ts';

type RemindersPageProps = {
  organisationId: string;
  firms: readonly QueueRow[];
  previews: OutreachPreviews;
};

/** Firms whose next round is due, to be chosen from and reminded; and what came of each. */
export function RemindersPage({ organisationId, firms, previews }: RemindersPageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useOutreachWords();
  const firmWords = useFirmWords();
  const done = useDone();
  const action = useAction(words.problem);
  const [isAsked, setAsked] = useState(false);
  const { chosen, choose, chooseAll } = useChosen();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, ReminderOutcome>>(new Map());
  const ids = firms.map(({ firmId }) => firmId);
  const remind = () => sendReminders(organisationId, [...chosen]);
  const tellReminded = (results: Awaited<ReturnType<typeof remind>>) => {
    setOutcomes(new Map([...outcomes, ...results.map(({ firmId, outcome }) => [firmId, outcome] as const)]));
    chooseAll([]);
    const count = results.filter(({ outcome }) => outcome === 'done').length;
    done.say(t`${count} of ${results.length} were reminded. What became of each stands beside it.`);
  };
  return (
    <Page width="results">
      <PageHeader
        title={t`Remind of the next round`}
        lead={t`The mail goes to those responsible for the firm, by day, once in 30 days whoever sends it, and only to firms that let you in.`}
      />
      <DoneNotice done={done} />
      <MailPreview name="reminder" mail={previews.reminder} />
      {firms.length === 0 ? (
        <EmptyState title={<Trans>No firm is due for another round</Trans>} />
      ) : (
        <>
          <CheckboxField
            name="all-firms"
            label={t`Choose all`}
            checked={chosen.length === ids.length}
            onChange={(event) => chooseAll(event.currentTarget.checked ? ids : [])}
          />
          <RowList>
            {firms.map(({ firmId, name, isSimulated, facts }) => {
              const outcome = outcomes.get(firmId);
              const on = facts === null ? '' : formatDate(new Date(facts.submittedAt), language);
              return (
                <li key={firmId} className={styles.row}>
                  <CheckboxField
                    name={`firm-${firmId}`}
                    label={firmWords.firm(name)}
                    hint={on === '' ? undefined : t`Submitted ${on}`}
                    checked={chosen.includes(firmId)}
                    onChange={(event) => choose(firmId, event.currentTarget.checked)}
                  />
                  <p>
                    {isSimulated && <SimulatedFirmTag />}{' '}
                    {outcome !== undefined && (
                      <Tag tone={outcome === 'done' ? 'success' : 'info'}>{words.reminder(outcome)}</Tag>
                    )}
                  </p>
                </li>
              );
            })}
          </RowList>
          <p>
            <Button isUnavailable={chosen.length === 0} onClick={() => setAsked(true)}>
              <Plural value={chosen.length} one="Remind # firm" other="Remind # firms" />
            </Button>
          </p>
          <ActionDialog
            isOpen={isAsked}
            isDangerous={false}
            title={<Plural value={chosen.length} one="Remind # firm?" other="Remind # firms?" />}
            confirm={<Trans>Send</Trans>}
            action={action}
            onConfirm={remind}
            onClose={() => setAsked(false)}
            onDone={tellReminded}
          >
            <p>
              <Trans>
                Those responsible for each firm get a mail, by day and once in 30 days. A mail that has been sent cannot
                be taken back.
              </Trans>
            </p>
          </ActionDialog>
        </>
      )}
    </Page>
  );
}

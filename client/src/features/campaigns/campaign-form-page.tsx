import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import {
  type CampaignPreviews,
  type CampaignVersion,
  longestMessage,
  longestName,
} from '#shared/contracts/campaigns.ts';
import { today } from '../../lib/today.ts';
import { useAction } from '../../lib/use-action.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { fetchPreviews } from './api.ts';
import {
  type CampaignField,
  type CampaignForm,
  campaignFields,
  contentOf,
  type FieldFault,
  faultsOf,
  graceChoices,
  reminderField,
} from './campaign-content.ts';
import styles from './campaigns.module.css';
import { FormAndVersion } from './form-and-version.tsx';
import { MailPreviews } from './mail-previews.tsx';
import { useCampaignWords } from './use-campaign-words.ts';

const mailsId = 'mails';

export type CampaignFormPageProps = {
  organisationId: string;
  initial: CampaignForm;
  versions: readonly CampaignVersion[];
  /** Firms have been told the rest, which stays. */
  isOpened: boolean;
  backHref: string;
  /** Stores it and goes on to where it is seen. */
  onSave: (form: CampaignForm) => Promise<void>;
};

type Fields = {
  form: CampaignForm;
  change: (changes: Partial<CampaignForm>) => void;
  errorOf: (field: CampaignField) => string | undefined;
};

function Words({ form, change, errorOf }: Fields) {
  const { t } = useLingui();
  return (
    <Section
      title={<Trans>What the mail says</Trans>}
      lead={
        <Trans>Each firm gets its mail in its own language. The rest of the mail is the same for all campaigns.</Trans>
      }
    >
      <div className={styles.pair}>
        <TextField
          name="nameSv"
          label={t`Name, in Swedish`}
          maxLength={longestName}
          value={form.nameSv}
          error={errorOf('nameSv')}
          onChange={(event) => change({ nameSv: event.currentTarget.value })}
        />
        <TextField
          name="nameEn"
          label={t`Name, in English`}
          maxLength={longestName}
          value={form.nameEn}
          error={errorOf('nameEn')}
          onChange={(event) => change({ nameEn: event.currentTarget.value })}
        />
        <TextAreaField
          name="messageSv"
          label={t`Your words in the mail, in Swedish`}
          hint={t`One paragraph: why you ask, and what the firms get out of it.`}
          maximumLength={longestMessage}
          value={form.messageSv}
          error={errorOf('messageSv')}
          onChange={(event) => change({ messageSv: event.currentTarget.value })}
        />
        <TextAreaField
          name="messageEn"
          label={t`Your words in the mail, in English`}
          hint={t`The same in English, for firms that are written to in it.`}
          maximumLength={longestMessage}
          value={form.messageEn}
          error={errorOf('messageEn')}
          onChange={(event) => change({ messageEn: event.currentTarget.value })}
        />
      </div>
    </Section>
  );
}

function Days({ form, change, errorOf, isOpened }: Fields & { isOpened: boolean }) {
  const { t } = useLingui();
  const now = today();
  const graceName = (days: string): string =>
    days === '0' ? t`No extra days` : t`${plural(Number(days), { one: '# day', other: '# days' })}`;
  const choices: readonly string[] = graceChoices;
  const graces = choices.includes(form.graceDays) ? choices : [...choices, form.graceDays];
  const remind = (place: number, day: string) =>
    change({ reminders: form.reminders.map((each, at) => (at === place ? day : each)) });
  return (
    <Section title={<Trans>Days</Trans>} lead={<Trans>Mail goes between 7 and 21, and never at night.</Trans>}>
      {!isOpened && (
        <TextField
          name="opensOn"
          type="date"
          width="half"
          label={t`First day`}
          hint={t`Invitations go out on this day, or when you open the campaign if that is later.`}
          value={form.opensOn}
          error={errorOf('opensOn')}
          onChange={(event) => change({ opensOn: event.currentTarget.value })}
        />
      )}
      <TextField
        name="closesOn"
        type="date"
        width="half"
        label={t`Last day`}
        hint={t`The one that firms are told.`}
        value={form.closesOn}
        error={errorOf('closesOn')}
        onChange={(event) => change({ closesOn: event.currentTarget.value })}
      />
      <SelectField
        name="graceDays"
        label={t`Extra days for those who are nearly done`}
        hint={t`Answers are taken after the last day too, for so long. Nobody is reminded then.`}
        width="half"
        value={form.graceDays}
        options={graces.map((value) => ({ value, label: graceName(value) }))}
        onChange={(event) => change({ graceDays: event.currentTarget.value })}
      />
      {form.reminders.map((day, place) => {
        const number = place + 1;
        const hasCome = isOpened && day !== '' && day <= now;
        return (
          <TextField
            // The places are always the same.
            key={`reminder${number}`}
            name={reminderField(place)}
            type="date"
            width="half"
            label={t`Reminder ${number}`}
            hint={hasCome ? t`This day has come and stays as it was.` : undefined}
            isOptional
            readOnly={hasCome}
            value={day}
            error={errorOf(reminderField(place))}
            onChange={(event) => remind(place, event.currentTarget.value)}
          />
        );
      })}
    </Section>
  );
}

/** What is wrong, in words that say of which field wherever they are read. */
function useFaultWords(): (field: CampaignField, fault: FieldFault) => string {
  const { t } = useLingui();
  const { dates } = useCampaignWords();
  const missing: Partial<Record<CampaignField, string>> = {
    nameSv: t`Give the campaign a name in Swedish.`,
    nameEn: t`Give the campaign a name in English.`,
    messageSv: t`Write in Swedish why you ask.`,
    messageEn: t`Write in English why you ask.`,
    opensOn: t`Give the first day.`,
    closesOn: t`Give the last day.`,
  };
  return (field, fault) => {
    if (fault === 'missing') return missing[field] ?? t`This is missing.`;
    return fault === 'too-long' ? t`This is too long.` : dates(fault);
  };
}

/** What a campaign asks, in which words and when, with its mails as they go out. */
export function CampaignFormPage(props: CampaignFormPageProps) {
  const { organisationId, initial, versions, isOpened, backHref, onSave } = props;
  const { t } = useLingui();
  const words = useCampaignWords();
  const saving = useAction(words.problem);
  const looking = useAction(words.problem);
  const [form, setForm] = useState(initial);
  const [attempt, setAttempt] = useState(0);
  const [previews, setPreviews] = useState<CampaignPreviews | null>(null);
  const focusAfter = useFocusAfter();
  const found = attempt === 0 ? {} : faultsOf(form, today(), isOpened);
  const say = useFaultWords();
  const errorOf = (field: CampaignField): string | undefined => {
    const fault = found[field];
    return fault === undefined ? undefined : say(field, fault);
  };
  const faults = listFaults(campaignFields, errorOf);
  const change = (changes: Partial<CampaignForm>) => {
    setForm((before) => ({ ...before, ...changes }));
    setPreviews(null);
  };
  const isSound = (): boolean => {
    setAttempt((before) => before + 1);
    return Object.keys(faultsOf(form, today(), isOpened)).length === 0;
  };
  const look = () =>
    looking.run(async () => {
      if (!isSound()) return;
      const { name, message, formCode, instrumentVersionId, closesOn } = contentOf(form);
      const body = { name, message, formCode, instrumentVersionId, closesOn };
      setPreviews(await fetchPreviews(organisationId, body));
      focusAfter(() => document.getElementById(mailsId));
    });
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isSound()) saving.run(() => onSave(form));
  };
  const fields = { form, change, errorOf };
  const title = isOpened ? t`Change the days` : t`What, when and in which words`;
  return (
    <Page>
      <PageHeader
        title={title}
        hasFaults={faults.length > 0}
        lead={
          isOpened
            ? t`Firms have been told the rest. What you change here holds at once.`
            : t`Nobody is written to before you have added firms and opened the campaign.`
        }
      />
      <ErrorSummary faults={faults} attempt={attempt} />
      <form noValidate onSubmit={save} className={styles.form}>
        {!isOpened && (
          <>
            <FormAndVersion form={form} versions={versions} change={change} />
            <Words {...fields} />
          </>
        )}
        <Days {...fields} isOpened={isOpened} />
        {!isOpened && previews !== null && (
          <Section id={mailsId} title={<Trans>The mails as firms get them</Trans>}>
            <MailPreviews previews={previews} />
          </Section>
        )}
        <FaultNotice fault={looking.fault} />
        <FaultNotice fault={saving.fault} />
        {isOpened && form.closesOn < initial.closesOn && (
          <Notice tone="warning">
            <p>
              <Trans>The last day becomes earlier than the one that firms have been told.</Trans>
            </p>
          </Notice>
        )}
        <ButtonRow>
          <Button type="submit" isBusy={saving.isBusy}>
            {isOpened ? <Trans>Save the days</Trans> : <Trans>Save and go on</Trans>}
          </Button>
          {!isOpened && (
            <Button variant="secondary" isBusy={looking.isBusy} onClick={look}>
              <Trans>See the mails</Trans>
            </Button>
          )}
          <ButtonLink to={backHref} variant="quiet">
            <Trans>Cancel</Trans>
          </ButtonLink>
        </ButtonRow>
      </form>
    </Page>
  );
}

import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { FormEvent } from 'react';
import type { ResultLinks } from '#shared/contracts/result-links.ts';
import { linkDays, sharedParts } from '#shared/domain/sharing/share-choice.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { CheckboxGroup, toggled } from '../../ui/field/checkbox-group.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import styles from './sharing.module.css';
import { type LinkForm, longestNote } from './use-link-form.ts';
import { usePartWords } from './use-part-words.ts';

type PartProps = { form: LinkForm; links: ResultLinks };

function Recipient({ form, links }: PartProps) {
  const { t } = useLingui();
  const { fields, faults, change } = form;
  return (
    <>
      <TextField
        name="recipientName"
        label={t`Who is the link for?`}
        hint={t`One person or one organisation, such as “Kim Berg, the bank”. Make one link for each.`}
        autoComplete="off"
        value={fields.recipientName}
        error={faults.recipientName}
        onChange={({ currentTarget }) => change({ recipientName: currentTarget.value })}
      />
      {links.canMail && (
        <>
          <TextField
            name="recipientEmail"
            type="email"
            label={t`E-mail of the recipient`}
            isOptional
            autoComplete="off"
            value={fields.recipientEmail}
            error={faults.recipientEmail}
            onChange={({ currentTarget }) => change({ recipientEmail: currentTarget.value })}
          />
          <CheckboxField
            name="sendsMail"
            label={t`Send the link by e-mail from Måttstock`}
            checked={fields.sendsMail}
            onChange={({ currentTarget }) => change({ sendsMail: currentTarget.checked })}
          />
        </>
      )}
      <TextAreaField
        name="note"
        label={t`Greeting to the recipient`}
        hint={t`Stands above the result. It is not in the mail.`}
        isOptional
        rows={3}
        maximumLength={longestNote}
        value={fields.note}
        error={faults.note}
        onChange={({ currentTarget }) => change({ note: currentTarget.value })}
      />
    </>
  );
}

function What({ form, links }: PartProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = usePartWords();
  const { fields, faults, change } = form;
  const { earlierSubmittedAt, firmName, shareable } = links;
  const earlier = earlierSubmittedAt === null ? '' : formatDate(new Date(earlierSubmittedAt), language);
  const options = sharedParts
    .filter((part) => shareable[part])
    .map((part) => ({
      value: part,
      label: words[part].name,
      hint:
        part === 'change'
          ? t`Compared with ${earlier}. Then, now and the difference, area by area.`
          : words[part].holds,
    }));
  return (
    <>
      <CheckboxGroup
        name="parts"
        legend={t`What is shown?`}
        hint={t`Only what you tick. Nothing is added later.`}
        options={options}
        value={fields.parts}
        error={faults.parts}
        onToggle={(part) => change({ parts: toggled(options, fields.parts, part) })}
      />
      {firmName !== null && (
        <CheckboxField
          name="showsFirmName"
          label={t`Show the firm’s name: ${firmName}`}
          checked={fields.showsFirmName}
          onChange={({ currentTarget }) => change({ showsFirmName: currentTarget.checked })}
        />
      )}
    </>
  );
}

function How({ form, links }: PartProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { fields, change } = form;
  const { latestEnd } = links;
  const latest = latestEnd === null ? '' : formatDate(new Date(latestEnd), language);
  return (
    <>
      <RadioGroup
        name="days"
        legend={t`For how long?`}
        hint={
          latestEnd === null
            ? t`The link can be taken back at any time before.`
            : t`The link can be taken back at any time before. It ends on ${latest} at the latest, when your key does. Create an account and it can last longer.`
        }
        layout="inline"
        options={linkDays.map((days) => ({
          value: String(days),
          label: <Plural value={days} one="# day" other="# days" />,
        }))}
        value={String(fields.days)}
        onChange={({ currentTarget }) => {
          const days = linkDays.find((each) => String(each) === currentTarget.value);
          if (days !== undefined) change({ days });
        }}
      />
      <RadioGroup
        name="language"
        legend={t`In which language is the recipient met?`}
        hint={t`The recipient can change it.`}
        layout="inline"
        options={[
          { value: 'sv', label: t`In Swedish` },
          { value: 'en', label: t`In English` },
        ]}
        value={fields.language}
        onChange={({ currentTarget }) => change({ language: currentTarget.value === 'en' ? 'en' : 'sv' })}
      />
    </>
  );
}

export type LinkFormProps = PartProps & { isBusy: boolean; fault: string | undefined; onPreview: () => void };

/** For whom, what, for how long; it leads to the preview and never past it. */
export function LinkFormFields({ form, links, isBusy, fault, onPreview }: LinkFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPreview();
  };
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <Recipient form={form} links={links} />
      <What form={form} links={links} />
      <How form={form} links={links} />
      <FaultNotice fault={fault} />
      <ButtonRow>
        <Button type="submit" isBusy={isBusy}>
          <Trans>See what the recipient sees</Trans>
        </Button>
      </ButtonRow>
    </form>
  );
}

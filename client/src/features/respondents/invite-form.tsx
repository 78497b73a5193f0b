import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useRef } from 'react';
import type { Respondent, Respondents } from '#shared/contracts/respondents.ts';
import { useAction } from '../../lib/use-action.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { sendInvitation } from './api.ts';
import { AskedBefore } from './asked-before.tsx';
import type { Made } from './made-invitation.tsx';
import { type NamedDimension, RespondentFields } from './respondent-fields.tsx';
import styles from './respondents.module.css';
import type { AskedForm } from './respondents-page.tsx';
import { useRespondentForm } from './use-respondent-form.ts';

export type InviteFormProps = {
  asked: AskedForm;
  canMail: boolean;
  dimensions: readonly NamedDimension[];
  /** Who was asked the last time, and who is asked now. */
  former: readonly Respondent[];
  now: readonly Respondent[];
  onMade: (made: Made, respondents: Respondents) => void;
};

/** Invites one colleague: by mail where the site may send it, and otherwise by a link to hand over. */
export function InviteForm({ asked, canMail, dimensions, former, now, onMade }: InviteFormProps) {
  const { t } = useLingui();
  const form = useRespondentForm(asked);
  const action = useAction(useProblemWords());
  const focusAfter = useFocusAfter();
  const top = useRef<HTMLFormElement>(null);
  const { fields, faults, label, email, change } = form;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { role } = fields;
    if (!form.check() || role === null) {
      focusAfter(() => top.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input'));
      return;
    }
    const byMail = canMail && email !== '' && { email };
    const body = { label, role, part: [...fields.part], language: fields.language, ...byMail };
    action.run(async () => {
      const { url, respondents } = await sendInvitation(asked.responseId, body);
      form.clear();
      onMade({ url, label, email }, respondents);
    });
  };
  return (
    <form ref={top} className={styles.form} noValidate onSubmit={submit}>
      <AskedBefore
        former={former}
        now={now}
        canMail={canMail}
        onChoose={(person) => {
          form.fill(person);
          focusAfter(() => top.current?.querySelector<HTMLElement>('input[name="label"]'));
        }}
      />
      <RespondentFields form={form} dimensions={dimensions} />
      <RadioGroup
        name="language"
        legend={t`In which language is the person met?`}
        layout="inline"
        options={[
          { value: 'sv', label: t`In Swedish` },
          { value: 'en', label: t`In English` },
        ]}
        value={fields.language}
        onChange={({ currentTarget }) => change({ language: currentTarget.value === 'en' ? 'en' : 'sv' })}
      />
      {canMail && (
        <TextField
          name="email"
          type="email"
          label={t`E-mail`}
          hint={t`Leave it empty to get a link that you hand over yourselves.`}
          isOptional
          autoComplete="off"
          value={fields.email}
          error={faults.email}
          onChange={({ currentTarget }) => change({ email: currentTarget.value })}
        />
      )}
      <FaultNotice fault={action.fault} />
      <ButtonRow>
        <Button type="submit" isBusy={action.isBusy}>
          <Trans>Invite</Trans>
        </Button>
      </ButtonRow>
    </form>
  );
}

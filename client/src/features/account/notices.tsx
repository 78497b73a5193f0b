import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type NewRequestNotice, type NoticeChoice, newRequestNotices } from '#shared/contracts/notices.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './account.module.css';
import { sendNotices } from './api.ts';
import { useAccountAction } from './proof.tsx';

/** Which mails about requests somebody who works for a provider wants. */
export function Notices({ notices }: { notices: NoticeChoice }) {
  const { t } = useLingui();
  const [choice, setChoice] = useState(notices);
  const [isSaved, setSaved] = useState(false);
  const { isBusy, fault, run } = useAccountAction();
  const words: Record<NewRequestNotice, { label: string; hint: string }> = {
    'at-once': { label: t`At once`, hint: t`One mail for each request, between 07:00 and 21:00.` },
    daily: { label: t`Once a day`, hint: t`One mail on weekday mornings with how many wait for an answer.` },
    never: { label: t`Never`, hint: t`You see new requests in the work queue.` },
  };
  const change = (part: Partial<NoticeChoice>) => {
    setSaved(false);
    setChoice({ ...choice, ...part });
  };
  const save = () => {
    setSaved(false);
    run(async () => {
      await sendNotices(choice);
      setSaved(true);
    });
  };
  return (
    <Section
      title={<Trans>Mail about requests</Trans>}
      lead={
        <Trans>The mails name no firm and no person, only the package, and the county if the firm shares it.</Trans>
      }
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <RadioGroup
          name="new-requests"
          legend={t`When a firm asks for contact`}
          options={newRequestNotices.map((value) => ({ value, ...words[value] }))}
          value={choice.newRequests}
          onChange={({ currentTarget: { value } }) =>
            change({ newRequests: newRequestNotices.find((each) => each === value) ?? choice.newRequests })
          }
        />
        <CheckboxField
          name="is-told-of-overdue"
          label={t`Tell me on weekday mornings when an answer is overdue`}
          checked={choice.isToldOfOverdue}
          onChange={(event) => change({ isToldOfOverdue: event.currentTarget.checked })}
        />
        <FaultNotice fault={fault} />
        <ButtonRow>
          <Button type="submit" variant="secondary" isBusy={isBusy}>
            <Trans>Save</Trans>
          </Button>
        </ButtonRow>
        <p role="status">{isSaved && <Trans>Your choice of mails is saved.</Trans>}</p>
      </form>
    </Section>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { saveTextFile } from '../../lib/save-text-file.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { fetchPersonalData } from './api.ts';
import { Erasure } from './erasure.tsx';
import { useAccountAction } from './proof.tsx';

/** What the site holds about the person, to take along. */
export function PersonalData({ erasureHref }: { erasureHref: string }) {
  const { t } = useLingui();
  const { isBusy, fault, run } = useAccountAction();
  const [isSaved, setSaved] = useState(false);
  const save = () =>
    run(async () => {
      const data = await fetchPersonalData();
      saveTextFile(t`my-data-mattstock.json`, 'application/json', JSON.stringify(data, null, 2));
      setSaved(true);
    });
  return (
    <Section
      title={<Trans>What the site holds about you</Trans>}
      lead={
        <Trans>
          Account, sign-ins, your own answers, consents and requests, and what you have done here, in one file.
        </Trans>
      }
    >
      <FaultNotice fault={fault} />
      <ButtonRow>
        <Button variant="secondary" isBusy={isBusy} onClick={save}>
          <Trans>Download everything</Trans>
        </Button>
      </ButtonRow>
      <p role="status">{isSaved && <Trans>The file is among your downloads.</Trans>}</p>
      <Erasure href={erasureHref} />
    </Section>
  );
}

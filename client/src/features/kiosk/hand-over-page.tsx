import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Site } from '#shared/contracts/site.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { languageNames } from '../../lib/language-names.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import type { Kiosk } from './kiosk.ts';
import { UnsentNotice } from './unsent-notice.tsx';
import { useClearing, type Waiting } from './use-clearing.ts';

export type HandOverPageProps = {
  forms: Site['forms'];
  sendWaiting: () => Promise<Waiting>;
  /** Signs out, clears the device and opens the firm's first page. */
  handOver: (kiosk: Kiosk) => Promise<void>;
};

/** An adviser makes a device ready for one firm: which form, in which language. */
export function HandOverPage({ forms, sendWaiting, handOver }: HandOverPageProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const [formCode, setFormCode] = useState(forms[0]?.code ?? '');
  const [language, setLanguage] = useState<Language>(useLanguage());
  const clearing = useClearing(sendWaiting, () => handOver({ formCode, language }));
  const { action, waiting } = clearing;
  return (
    <>
      <PageHeader
        title={t`Hand over the device`}
        lead={t`A firm answers here and now, on your tablet, without seeing anything of yours.`}
      />
      <RadioGroup
        name="form"
        legend={t`What the firm answers`}
        value={formCode}
        options={forms.map(({ code, name, minutes }) => ({
          value: code,
          label: localise(name),
          hint: t`about ${minutes} minutes`,
        }))}
        onChange={(event) => setFormCode(event.currentTarget.value)}
      />
      <RadioGroup
        name="language"
        legend={t`Language to begin in`}
        layout="inline"
        value={language}
        options={languages.map((code) => ({ value: code, label: <span lang={code}>{languageNames[code]}</span> }))}
        onChange={(event) => setLanguage(languages.find((code) => code === event.currentTarget.value) ?? language)}
      />
      <p>
        <Trans>
          You are signed out, and everything that this browser remembers for the site goes: saved views, too. The firm
          takes its answers along with a code or under its e-mail; when it is done, or has not touched the device for
          ten minutes, the device is cleared and ready for the next. You sign in again to come back here.
        </Trans>
      </p>
      <UnsentNotice waiting={waiting} action={action} clear={clearing.runAllTheSame}>
        <Trans>
          Somebody has answered in this browser, and the answers could not be sent. If you hand it over now they are
          lost.
        </Trans>
      </UnsentNotice>
      <FaultNotice fault={action.fault} title={<Trans>The device is not handed over</Trans>} />
      <ButtonRow>
        <Button isBusy={action.isBusy} onClick={clearing.run} disabled={formCode === ''}>
          <Trans>Sign out and hand over</Trans>
        </Button>
      </ButtonRow>
    </>
  );
}

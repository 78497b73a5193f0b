import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import type { Site } from '#shared/contracts/site.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { beginVisit, type Kiosk } from './kiosk.ts';

export type KioskPageProps = {
  kiosk: Kiosk;
  form: Pick<Site['forms'][number], 'name' | 'about' | 'minutes' | 'scoredItems'>;
  startHref: string;
  /** The language that the page is in is the one of the visit. */
  keepLanguage: () => Promise<void>;
};

/** What a firm meets on a device that an adviser has handed over. */
export function KioskPage({ kiosk, form, startHref, keepLanguage }: KioskPageProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const navigate = useNavigate();
  const { minutes, scoredItems } = form;
  const begin = async () => {
    beginVisit(kiosk);
    await keepLanguage();
    await navigate(startHref);
  };
  return (
    <Page>
      <PageHeader title={localise(form.name)} lead={localise(form.about)} />
      <p>
        <Trans>
          {scoredItems} questions, about {minutes} minutes. No account is needed, and nobody but you can open your
          answers.
        </Trans>
      </p>
      <p>
        <Trans>
          This device is lent to you. When you are done you take your answers along with your own phone, and press
          “Finish and clear the device”: then nothing of you is left here. The same happens by itself when nobody has
          touched it for ten minutes, whether you have taken them along or not.
        </Trans>
      </p>
      <ButtonRow>
        <Button onClick={() => void begin()}>{t`Begin`}</Button>
      </ButtonRow>
    </Page>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Spinner } from '../../ui/loading/spinner.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import type { Withheld } from './use-still-shared.ts';

/** Stands where the firm stood. What had the focus may have gone with it. */
function Frame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const header = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) header.current?.querySelector('h1')?.focus();
  }, []);
  return (
    <Page>
      <div ref={header} role="status">
        <PageHeader title={title} lead={lead} />
      </div>
      {children}
    </Page>
  );
}

function ToFirms({ firmsHref, isMain }: { firmsHref: string; isMain: boolean }) {
  return (
    <ButtonLink to={firmsHref} variant={isMain ? 'primary' : 'quiet'}>
      <Trans>Work queue</Trans>
    </ButtonLink>
  );
}

/** The firm does not share anything with the organisation, or no longer. */
export function NotSharedPage({ firmsHref }: { firmsHref: string }) {
  const { t } = useLingui();
  return (
    <Frame
      title={t`The firm does not share this with you`}
      lead={t`Nothing of the firm stands on this page. A firm decides itself whom it lets in, and can change that at any time.`}
    >
      <ButtonRow>
        <ToFirms firmsHref={firmsHref} isMain />
      </ButtonRow>
    </Frame>
  );
}

type WithheldPageProps = { withheld: Withheld; firmsHref: string; onAsk: () => void };

/** Nothing of the firm is shown until it is certain that it still may be. */
export function WithheldPage({ withheld, firmsHref, onAsk }: WithheldPageProps) {
  const { t } = useLingui();
  if (withheld === 'changed') {
    return (
      <Frame
        title={t`The firm has changed what it shares`}
        lead={t`What was shown here is taken away. If the firm still shares something with you, it is shown in a moment.`}
      >
        <Spinner />
      </Frame>
    );
  }
  const isResting = withheld === 'resting';
  return (
    <Frame
      title={isResting ? t`The page has rested` : t`The server does not reply`}
      lead={
        isResting
          ? t`Nobody has touched it for a while, so what the firm shares is not left on the screen.`
          : t`It cannot be seen whether the firm still shares this, so nothing is shown until it can.`
      }
    >
      <ButtonRow>
        <Button onClick={onAsk}>{isResting ? <Trans>Show it again</Trans> : <Trans>Try again</Trans>}</Button>
        <ToFirms firmsHref={firmsHref} isMain={false} />
      </ButtonRow>
    </Frame>
  );
}

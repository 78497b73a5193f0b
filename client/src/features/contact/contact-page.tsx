import { Trans, useLingui } from '@lingui/react/macro';
import { useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import type { LoadedContact } from './api.ts';
import { ContactRequestForm } from './contact-request-form.tsx';

export type ContactHrefs = { result: string; referrals: string; signIn: string };

function Content({ loaded, hrefs }: { loaded: LoadedContact; hrefs: ContactHrefs }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const { response, package: wanted, provider, wording, earlier, editions } = loaded;
  if (earlier !== undefined) {
    return (
      <>
        <PageHeader
          title={t`You have asked for contact already`}
          eyebrow={localise(earlier.packageName)}
          lead={t`A package is asked for once at a time. Withdraw the request first if something in it is wrong.`}
        />
        <p>
          <ButtonLink to={hrefs.referrals}>
            <Trans>Your requests for contact</Trans>
          </ButtonLink>
        </p>
      </>
    );
  }
  if (wanted === undefined || provider === undefined || wording === undefined) {
    return <PageHeader title={t`There is no such package`} />;
  }
  return <ContactRequestForm ready={{ response, package: wanted, provider, wording, editions }} hrefs={hrefs} />;
}

/** Asks the provider of one package to get in touch. */
export function ContactPage({ loaded, hrefs }: { loaded: LoadedContact; hrefs: ContactHrefs }) {
  return (
    <Page>
      <BackLink to={hrefs.result}>
        <Trans>Back to the result</Trans>
      </BackLink>
      <Content loaded={loaded} hrefs={hrefs} />
    </Page>
  );
}

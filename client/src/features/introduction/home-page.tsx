import { Trans, useLingui } from '@lingui/react/macro';
import type { Site } from '#shared/contracts/site.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeading } from '../../ui/page/page-heading.tsx';
import { Section } from '../../ui/page/section.tsx';
import { ExampleButton } from './example-button.tsx';
import { ExampleResult } from './example-result.tsx';
import { FoldingRule } from './folding-rule.tsx';
import styles from './home-page.module.css';
import { HowItGoes } from './how-it-goes.tsx';

/** Length of the quick check, as the published instrument states it. */
export type QuickCheck = { minutes: number; items: number };

/** A form that can be begun without the quick check. */
export type OtherForm = Site['forms'][number];

export type HomeHrefs = {
  start: string;
  startForm: (formCode: string) => string;
  resume: string;
  packages: string;
  method: string;
  privacy: string;
  figures: string;
};

export type OwnFirm = { readonly href: string; readonly name: LocalisedText | null };

export type HomePageProps = {
  quickCheck: QuickCheck | undefined;
  otherForms: readonly OtherForm[];
  hrefs: HomeHrefs;
  /** Null when nobody is signed in. Who belongs to a firm begins on its page. */
  visitor: { readonly firms: readonly OwnFirm[] } | null;
  /** Without a network: where the questions that were being answered open all the same. */
  goOnHref?: string | undefined;
  /** On a demo site: makes the result of a simulated firm ready and gives its address. */
  openExample?: (() => Promise<string>) | undefined;
};

/** What the answers have to do with an account, for whoever reads. */
function WithoutAccount({ visitor }: Pick<HomePageProps, 'visitor'>) {
  const localise = useLocalised();
  if (visitor === null) {
    return (
      <li>
        <Trans>No account</Trans>
      </li>
    );
  }
  if (visitor.firms.length === 0) {
    return (
      <li>
        <Trans>Begins without your account</Trans>
      </li>
    );
  }
  return visitor.firms.map(({ href, name }) => {
    const firm = name === null ? null : localise(name);
    return (
      <li key={href}>
        <span>
          <Trans>Begins without your account;</Trans>{' '}
          <Link to={href}>
            {firm === null ? <Trans>for your firm you begin here</Trans> : <Trans>for {firm} you begin here</Trans>}
          </Link>
        </span>
      </li>
    );
  });
}

/** What can be done on a first page that has no network behind it. */
function WithoutNetwork({ href }: { href: string }) {
  return (
    <Notice tone="warning" title={<Trans>No connection just now</Trans>}>
      <p>
        <Trans>
          You can go on with the questions you were answering. What you answer is sent when the network is back.
        </Trans>
      </p>
      <ButtonLink to={href}>
        <Trans>Go on where you were</Trans>
      </ButtonLink>
    </Notice>
  );
}

function Hero({ quickCheck, hrefs, visitor, openExample }: Omit<HomePageProps, 'otherForms'>) {
  const { t } = useLingui();
  return (
    <header className={styles.hero}>
      <p className={styles.eyebrow}>
        <Trans>For industrial firms in Värmland, Dalarna and Gävleborg</Trans>
      </p>
      <PageHeading documentTitle={t`Measure where you stand`}>
        <span>
          <Trans>Measure where you stand.</Trans>
        </span>{' '}
        <span>
          <Trans>See what comes next.</Trans>
        </span>
      </PageHeading>
      <p className={styles.lead}>
        <Trans>
          The quick check asks how things are done with you: the digital side and the ways of working. The answer comes
          at once and in plain words, with three next steps and the support that fits.
        </Trans>
      </p>
      <ButtonRow>
        <ButtonLink to={hrefs.start}>
          <Trans>Start the quick check</Trans>
        </ButtonLink>
        {openExample && <ExampleButton openExample={openExample} />}
        <ButtonLink to={hrefs.resume} variant="quiet">
          <Trans>Continue with your answers</Trans>
        </ButtonLink>
      </ButtonRow>
      <ul className={styles.promises}>
        {quickCheck && (
          <li>
            <Trans>
              {quickCheck.items} questions, about {quickCheck.minutes} minutes
            </Trans>
          </li>
        )}
        <WithoutAccount visitor={visitor} />
        <li>
          <Trans>Every answer is saved as you give it</Trans>
        </li>
      </ul>
    </header>
  );
}

function ForWhom() {
  return (
    <Section title={<Trans>For whom</Trans>}>
      <p>
        <Trans>
          For firms that make things, with roughly 5 to 250 employees: your own products or work for others. A manager
          can answer, or the person on the shop floor who knows how it is done.
        </Trans>
      </p>
      <p>
        <Trans>
          The questions follow your trade, your size and your place in the chain of suppliers. For a firm of eight, a
          whiteboard and a named person are often enough.
        </Trans>
      </p>
    </Section>
  );
}

function WhoSees({ hrefs }: { hrefs: HomeHrefs }) {
  return (
    <Section title={<Trans>Who sees the answers</Trans>}>
      <p>
        <Trans>
          You do, in your browser or with your account. Nobody outside the firm sees your answers unless you let them
          in, one at a time. You can withdraw it whenever you want.
        </Trans>
      </p>
      <p>
        <Link to={hrefs.privacy}>
          <Trans>More about who sees the answers</Trans>
        </Link>
      </p>
    </Section>
  );
}

function PublishedFigures({ hrefs }: { hrefs: HomeHrefs }) {
  return (
    <Section title={<Trans>How industry stands in the three counties</Trans>}>
      <p>
        <Trans>
          The regions publish what the firms have answered: by county, branch and size, over time, and which support is
          missing. Counted so that no single firm can be read out.
        </Trans>
      </p>
      <p>
        <Link to={hrefs.figures}>
          <Trans>See the figures</Trans>
        </Link>
      </p>
    </Section>
  );
}

function OtherForms({ forms, hrefs }: { forms: readonly OtherForm[]; hrefs: HomeHrefs }) {
  const { t } = useLingui();
  const localise = useLocalised();
  if (forms.length === 0) return null;
  return (
    <Section
      title={<Trans>Rather one part in depth?</Trans>}
      lead={
        <Trans>
          The quick check covers everything. After it you can go on with any of these, and your answers come along. You
          may also begin here.
        </Trans>
      }
    >
      <ul className={styles.forms}>
        {forms.map(({ code, name, about, minutes, scoredItems }) => (
          <li key={code}>
            <h3>{localise(name)}</h3>
            <p>{localise(about)}</p>
            <p>
              <Trans>
                {scoredItems} questions, about {minutes} minutes.
              </Trans>{' '}
              <Link to={hrefs.startForm(code)} aria-label={t`Begin: ${localise(name)}`}>
                <Trans>Begin</Trans>
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The first page: what it is, for whom, what one gets, how long it takes and who sees the answers. */
export function HomePage({ quickCheck, otherForms, hrefs, visitor, goOnHref, openExample }: HomePageProps) {
  return (
    <>
      <Page width="results">
        {goOnHref !== undefined && <WithoutNetwork href={goOnHref} />}
        <Hero quickCheck={quickCheck} hrefs={hrefs} visitor={visitor} openExample={openExample} />
      </Page>
      <div className={styles.band}>
        <FoldingRule />
      </div>
      <Page width="results">
        <HowItGoes minutes={quickCheck?.minutes} isSignedIn={visitor !== null} hrefs={hrefs} />
        <ExampleResult methodHref={hrefs.method} />
        <OtherForms forms={otherForms} hrefs={hrefs} />
        <PublishedFigures hrefs={hrefs} />
        <div className={styles.columns}>
          <ForWhom />
          <WhoSees hrefs={hrefs} />
        </div>
        <div className={styles.closing}>
          <ButtonLink to={hrefs.start}>
            <Trans>Start the quick check</Trans>
          </ButtonLink>
        </div>
      </Page>
    </>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { ExternalLink } from '../../ui/link/external-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';

function HowWell() {
  return (
    <Section title={<Trans>How accessible the site is</Trans>}>
      <p>
        <Trans>
          The law on accessibility to digital public services (2018:1937) asks for the European standard EN 301 549,
          which in its version 3.2.1 means WCAG 2.1 at level AA. We build to WCAG 2.2 at level AA, which asks for
          somewhat more.
        </Trans>
      </p>
      <p>
        <Trans>
          We have tested the site ourselves. No outside party has examined it, so we do not claim that it meets every
          requirement.
        </Trans>
      </p>
    </Section>
  );
}

function HowTested() {
  return (
    <Section title={<Trans>How we have tested</Trans>}>
      <ul>
        <li>
          <Trans>
            With the tool axe on every page, in light and dark. It finds about a third of the kinds of fault there are.
          </Trans>
        </li>
        <li>
          <Trans>By using the pages with the keyboard only.</Trans>
        </li>
        <li>
          <Trans>On a narrow screen, enlarged, with strong contrast and with reduced motion.</Trans>
        </li>
      </ul>
    </Section>
  );
}

function WhatIsMissing() {
  return (
    <Section title={<Trans>What we know is missing</Trans>}>
      <ul>
        <li>
          <Trans>The site has not been tried with a screen reader by people who use one every day.</Trans>
        </li>
        <li>
          <Trans>There is no version in easy Swedish or in sign language.</Trans>
        </li>
        <li>
          <Trans>The radar chart cannot be explored in itself. The table beside it holds the same numbers.</Trans>
        </li>
      </ul>
    </Section>
  );
}

function Report() {
  return (
    <Section title={<Trans>Tell us about faults</Trans>}>
      <p>
        <Trans>Tell the person who gave you the link, at the cluster or the region, what does not work for you.</Trans>
      </p>
      <p>
        <Trans>
          If you are not content with the reply you can report it to{' '}
          <ExternalLink href="https://www.digg.se/tdosanmalan">Digg, the supervisory authority</ExternalLink>.
        </Trans>
      </p>
    </Section>
  );
}

/** The accessibility statement: what was done, and as plainly what was not. */
export function AccessibilityPage() {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`Accessibility`}
        lead={t`Everyone in the firm should be able to answer and read the result, with or without aids.`}
      />
      <HowWell />
      <HowTested />
      <WhatIsMissing />
      <Report />
    </Page>
  );
}

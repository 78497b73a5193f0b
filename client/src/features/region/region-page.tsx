import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from '../../ui/link/link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';

export type RegionHrefs = { method: string; strategy: string; releases: string };

/** Where an analyst begins. `children`: the releases there are, and how a new one is built. */
export function RegionPage({ hrefs, children }: { hrefs: RegionHrefs; children: ReactNode }) {
  const { t } = useLingui();
  return (
    <Page width="results">
      <PageHeader
        title={t`Figures for the regions`}
        lead={t`How the firms that have answered stand in Värmland, Dalarna and Gävleborg.`}
      />
      {children}
      <Section title={<Trans>What a region never sees</Trans>}>
        <p>
          <Trans>
            A single firm's answers, comments or result. How firms stand a region reads in releases only, as everybody
            else does. Of firms that it invites to a campaign itself it knows whom it has written to, and not which have
            answered.
          </Trans>
        </p>
      </Section>
      <Section title={<Trans>What there is to read now</Trans>}>
        <ul>
          <li>
            <Link to={hrefs.releases}>
              <Trans>What everybody can read: the published figures</Trans>
            </Link>
          </li>
          <li>
            <Link to={hrefs.method}>
              <Trans>How we measure</Trans>
            </Link>
          </li>
          <li>
            <Link to={hrefs.strategy}>
              <Trans>The strategy, with its figures and where they come from</Trans>
            </Link>
          </li>
        </ul>
      </Section>
    </Page>
  );
}

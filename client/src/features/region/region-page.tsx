import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';

export type RegionHrefs = { method: string; strategy: string };

/** Where an analyst begins. Nothing has been published, and nothing is shown in its place. */
export function RegionPage({ hrefs }: { hrefs: RegionHrefs }) {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`Figures for the regions`}
        lead={t`How the firms that have answered stand in Värmland, Dalarna and Gävleborg.`}
      />
      <EmptyState title={<Trans>No figures are published yet</Trans>}>
        <p>
          <Trans>
            Figures come as releases: counted on one day, from firms that have agreed to be counted, checked so that no
            single firm can be read out, and then never changed.
          </Trans>
        </p>
      </EmptyState>
      <Section title={<Trans>What a region never sees</Trans>}>
        <p>
          <Trans>
            Single firms, their answers, comments or names. A region reads releases only, and so does everybody else.
          </Trans>
        </p>
      </Section>
      <Section title={<Trans>What there is to read now</Trans>}>
        <ul>
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

import { useLingui } from '@lingui/react/macro';
import { PageNavigation } from '../../ui/navigation/page-navigation.tsx';

export type RegionPagesHrefs = {
  releases: string;
  campaigns: string;
  coverage: string;
  gaps: string;
  collaboration: string;
  steps: string;
  portfolio: string;
  indexValues: string;
  context: string;
};

/** The pages of those who follow the strategy up for a region. */
export function RegionNavigation({ hrefs }: { hrefs: RegionPagesHrefs }) {
  const { t } = useLingui();
  const links = [
    { href: hrefs.releases, name: t`Releases`, end: true },
    { href: hrefs.coverage, name: t`Coverage` },
    { href: hrefs.gaps, name: t`Needs without a package` },
    { href: hrefs.collaboration, name: t`Collaboration and diversity` },
    { href: hrefs.steps, name: t`The strategy's steps` },
    { href: hrefs.portfolio, name: t`Portfolio` },
    { href: hrefs.indexValues, name: t`Values for comparison` },
    { href: hrefs.context, name: t`The strategy's figures` },
    { href: hrefs.campaigns, name: t`Campaigns`, end: false },
  ];
  return <PageNavigation label={t`The region's pages`} links={links} />;
}

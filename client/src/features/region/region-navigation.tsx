import { useLingui } from '@lingui/react/macro';
import { PageNavigation } from '../../ui/navigation/page-navigation.tsx';

export type RegionPagesHrefs = { releases: string; context: string };

/** The pages of those who follow the strategy up for a region. */
export function RegionNavigation({ hrefs }: { hrefs: RegionPagesHrefs }) {
  const { t } = useLingui();
  const links = [
    { href: hrefs.releases, name: t`Releases`, end: true },
    { href: hrefs.context, name: t`The strategy's figures` },
  ];
  return <PageNavigation label={t`The region's pages`} links={links} />;
}

import { useLingui } from '@lingui/react/macro';
import { PageNavigation } from '../../ui/navigation/page-navigation.tsx';

export type AdvisorHrefs = {
  queue: string;
  editions: string;
  achievement: string;
  plans: string;
  packages: string;
};

/** The pages of those who look after firms. */
export function AdvisorNavigation({ hrefs }: { hrefs: AdvisorHrefs }) {
  const { t } = useLingui();
  const links = [
    { href: hrefs.queue, name: t`Work queue`, end: true },
    { href: hrefs.editions, name: t`Editions`, end: false },
    { href: hrefs.plans, name: t`Plan groups`, end: false },
    { href: hrefs.achievement, name: t`What we have achieved` },
    { href: hrefs.packages, name: t`Packages` },
  ];
  return <PageNavigation label={t`Advising`} links={links} />;
}

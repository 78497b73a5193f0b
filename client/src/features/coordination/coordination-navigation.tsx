import { useLingui } from '@lingui/react/macro';
import { PageNavigation } from '../../ui/navigation/page-navigation.tsx';

export type CoordinationHrefs = {
  organisations: string;
  people: string;
  outbox: string;
  auditLog: string;
  erasures: string;
};

/** The pages of those who look after the site. Somebody of one organisation has only that, and needs no way between. */
export function CoordinationNavigation({ hrefs }: { hrefs: CoordinationHrefs }) {
  const { t } = useLingui();
  const links = [
    { href: hrefs.organisations, name: t`Organisations` },
    { href: hrefs.people, name: t`Staff` },
    { href: hrefs.outbox, name: t`Mail` },
    { href: hrefs.auditLog, name: t`Log` },
    { href: hrefs.erasures, name: t`Erasure` },
  ];
  return <PageNavigation label={t`Coordination`} links={links} />;
}

import { useLingui } from '@lingui/react/macro';
import type { LocalisedText } from '#shared/domain/language.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { PageNavigation } from '../../ui/navigation/page-navigation.tsx';

export type AdvisorHrefs = {
  queue: string;
  editions: string;
  achievement: string;
  plans: string;
  meetings: string;
  handOver: string;
  packages: string;
  /** Where the reader advises; each has pages of its own. */
  organisations: readonly { name: LocalisedText | null; contacts: string; reminders: string; campaigns: string }[];
};

/** The pages of those who look after firms. */
export function AdvisorNavigation({ hrefs }: { hrefs: AdvisorHrefs }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const { organisations } = hrefs;
  // Of several each is named.
  const of = (name: LocalisedText | null) => (organisations.length > 1 && name !== null ? `: ${localise(name)}` : '');
  const links = [
    { href: hrefs.queue, name: t`Work queue`, end: true },
    { href: hrefs.editions, name: t`Groups`, end: false },
    { href: hrefs.plans, name: t`Plan groups`, end: false },
    { href: hrefs.achievement, name: t`What we have achieved` },
    { href: hrefs.meetings, name: t`Meetings`, end: true },
    { href: hrefs.packages, name: t`Packages` },
    { href: hrefs.handOver, name: t`Hand over the device` },
    ...organisations.flatMap(({ name, contacts, reminders, campaigns }) => [
      { href: campaigns, name: `${t`Campaigns`}${of(name)}`, end: false },
      { href: reminders, name: `${t`Reminders`}${of(name)}` },
      { href: contacts, name: `${t`Earlier contacts`}${of(name)}` },
    ]),
  ];
  return <PageNavigation label={t`Advising`} links={links} />;
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PackageDocument } from '#shared/contracts/packages.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Facts } from '../../ui/facts/facts.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { usePackageWords } from './use-package-words.ts';

function Providers({ providers }: Pick<PackageDocument, 'providers'>) {
  const localise = useLocalised();
  return (
    <Section title={<Trans>Who could give it</Trans>}>
      <ul>
        {providers.map(({ code, name, about, isNamedInStrategy }) => (
          <li key={code}>
            <strong>{localise(name)}.</strong> {localise(about)}{' '}
            {isNamedInStrategy ? (
              <Trans>Named in the regional strategy.</Trans>
            ) : (
              <Trans>Not named in the regional strategy, and not asked yet.</Trans>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type PackagePageProps = {
  shown: PackageDocument;
  href: string;
  /** When it is held. */
  editions: ReactNode;
};

/** One package with everything known of it. */
export function PackagePage({ shown, href, editions }: PackagePageProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = usePackageWords();
  const sizes = words.sizes(shown);
  const facts = [
    ...(shown.forWhom === undefined ? [] : [{ term: t`For whom`, detail: localise(shown.forWhom) }]),
    ...(shown.condition === undefined ? [] : [{ term: t`Condition`, detail: localise(shown.condition) }]),
    { term: t`For firms with`, detail: t`${sizes} employees` },
    { term: t`Your part`, detail: words.stance(shown) },
    { term: t`What it takes`, detail: localise(shown.effort) },
    { term: t`Form`, detail: `${words.group(shown)}. ${words.duration(shown)}.` },
    { term: t`Concerns`, detail: shown.dimensions.map(({ name }) => localise(name)).join(', ') },
    { term: t`Held in`, detail: words.counties(shown) },
    { term: t`Funding`, detail: words.funding(shown) },
    { term: t`Green gain`, detail: localise(shown.greenStatement) },
    { term: t`Steps of the strategy`, detail: words.steps(shown) },
  ];
  return (
    <Page>
      <BackLink to={href}>
        <Trans>All packages</Trans>
      </BackLink>
      <PageHeader title={localise(shown.name)} lead={localise(shown.summary)}>
        {shown.isProposal && (
          <p>
            <Tag tone="warning">
              <Trans>Proposal, awaits the regions' confirmation</Trans>
            </Tag>
          </p>
        )}
      </PageHeader>
      <Section title={<Trans>What you do</Trans>}>
        <p>{localise(shown.content)}</p>
      </Section>
      <Facts facts={facts} />
      {editions}
      <Providers providers={shown.providers} />
    </Page>
  );
}

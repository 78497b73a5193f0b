import { Trans, useLingui } from '@lingui/react/macro';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useEditing } from './draft-context.tsx';
import { PlaceMissing } from './place-missing.tsx';
import { SectionHeadForm } from './section-head-form.tsx';
import { SectionItems } from './section-items.tsx';
import { useSection } from './use-section.ts';

/** A dimension or block: its questions, its name and what its bands say. */
export function SectionPage({ code }: { code: string }) {
  const { t } = useLingui();
  const { draft, hrefs } = useEditing();
  const section = useSection(code);
  if (section === undefined) return <PlaceMissing title={t`The area is not in the draft`} />;
  return (
    <Page width="results">
      <BackLink to={hrefs.draft}>{draft.name}</BackLink>
      <PageHeader title={`${code} ${section.name}`} />
      <Section title={<Trans>Questions</Trans>}>
        <SectionItems section={code} items={section.items} />
      </Section>
      <Section title={'bands' in section.source ? <Trans>Name and feedback</Trans> : <Trans>Name</Trans>}>
        <SectionHeadForm key={code} section={section} />
      </Section>
    </Page>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { ClosingQuestionsForm } from './closing-form.tsx';
import { useEditing } from './draft-context.tsx';
import { FormsForm } from './forms-form.tsx';
import { ScaleForm } from './scale-form.tsx';
import { ScoringRulesForm } from './scoring-form.tsx';
import { StagesForm } from './stages-form.tsx';

/** What belongs to the instrument as a whole. Each part is saved by itself. */
export function RulesPage() {
  const { t } = useLingui();
  const { draft, hrefs } = useEditing();
  return (
    <Page width="results">
      <BackLink to={hrefs.draft}>{draft.name}</BackLink>
      <PageHeader title={t`Forms, scale and scoring`} lead={t`Each part is saved by itself.`} />
      <Section title={<Trans>Scoring</Trans>}>
        <ScoringRulesForm />
      </Section>
      <Section title={<Trans>Forms</Trans>}>
        <FormsForm />
      </Section>
      <Section title={<Trans>Scale</Trans>}>
        <ScaleForm />
      </Section>
      <Section title={<Trans>Stages of the process level</Trans>}>
        <StagesForm />
      </Section>
      <Section title={<Trans>Closing questions of every area</Trans>}>
        <ClosingQuestionsForm />
      </Section>
    </Page>
  );
}

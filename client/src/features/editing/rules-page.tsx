import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
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
import { useWholeWords } from './use-whole-words.ts';

const parts = [
  { name: 'scoring', Form: ScoringRulesForm },
  { name: 'forms', Form: FormsForm },
  { name: 'scale', Form: ScaleForm },
  { name: 'stages', Form: StagesForm },
  { name: 'closing', Form: ClosingQuestionsForm },
] as const;

/** What belongs to the instrument as a whole. Each part is saved by itself. */
export function RulesPage() {
  const { t } = useLingui();
  const { draft, hrefs } = useEditing();
  const words = useWholeWords();
  const page = useId();
  return (
    <Page width="results">
      <BackLink to={hrefs.draft}>{draft.name}</BackLink>
      <PageHeader title={t`Forms, scale and scoring`} lead={t`Each part is saved by itself.`} />
      {parts.map(({ name, Form }) => {
        const title = { id: `${page}-${name}`, words: words[name] };
        return (
          <Section key={name} title={<span id={title.id}>{title.words}</span>}>
            <Form title={title} />
          </Section>
        );
      })}
    </Page>
  );
}

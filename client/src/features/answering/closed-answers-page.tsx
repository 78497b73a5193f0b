import { Trans, useLingui } from '@lingui/react/macro';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { GivenAnswers } from './given-answers.tsx';
import { LeaveHere } from './leave-here.tsx';

/** What a respondent sees of their own once the firm has submitted. */
export function ClosedAnswersPage() {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader
        title={t`The firm has submitted its answers`}
        lead={t`Thank you. What you have answered came in in time, and can no longer be changed. Whoever asked you sees the result; ask them to show it.`}
      />
      <Section
        title={<Trans>What you answered</Trans>}
        lead={<Trans>You alone see it. It is deleted 90 days after the firm submitted its answers.</Trans>}
      >
        <GivenAnswers isFrozen />
      </Section>
      <LeaveHere />
    </Page>
  );
}

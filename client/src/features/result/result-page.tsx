import { Trans } from '@lingui/react/macro';
import { formatDate } from '../../lib/format.ts';
import { useFocusOnHash } from '../../lib/use-focus-on-hash.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Agreement } from './agreement.tsx';
import { Comparison, type ComparisonProps } from './comparison.tsx';
import { ComparisonLead } from './comparison-lead.tsx';
import { Continuations, EarlierResult } from './continuations.tsx';
import { Dimensions } from './dimensions.tsx';
import { Further, furtherId } from './further.tsx';
import { ImportanceBoxes } from './importance-boxes.tsx';
import { NextSteps } from './next-steps.tsx';
import { Notices } from './notices.tsx';
import { PartsTogether } from './parts-together.tsx';
import { ProfileRadar } from './profile-radar.tsx';
import styles from './result.module.css';
import { ResultContents } from './result-contents.tsx';
import { useOwnHrefs, useResult } from './result-context.tsx';
import { ResultHeader } from './result-header.tsx';
import { Strengths } from './strengths.tsx';
import { Suggestions } from './suggestions.tsx';
import { OwnTargetsSection } from './target-form.tsx';

function Receipt() {
  const { result } = useResult();
  const hrefs = useOwnHrefs();
  const language = useLanguage();
  const { receiptNumber, submittedAt, answeredItems, scoredItems } = result.receipt;
  const day = formatDate(new Date(submittedAt), language);
  return (
    <Section id="receipt" title={<Trans>Receipt</Trans>}>
      <p>
        <Trans>
          Submitted on {day} with {answeredItems} of {scoredItems} questions answered. Number: {receiptNumber}.
        </Trans>
      </p>
      <ButtonRow>
        <ButtonLink to={hrefs.calculation()} variant="secondary">
          <Trans>How it was calculated</Trans>
        </ButtonLink>
        <ButtonLink to={hrefs.referrals} variant="secondary">
          <Trans>Your requests for contact</Trans>
        </ButtonLink>
        <ButtonLink to={`#${furtherId}`} variant="quiet">
          <Trans>Take the result further</Trans>
        </ButtonLink>
      </ButtonRow>
    </Section>
  );
}

/** What the firm takes away: words first, then steps, support, and every number with its grounds. */
export function ResultPage({ comparison }: ComparisonProps) {
  const { trust, reviews } = useResult();
  useFocusOnHash();
  return (
    <div className={styles.paper}>
      <Page width="results">
        <ResultHeader />
        <ResultContents />
        <Further />
        <ComparisonLead comparison={comparison} />
        {trust}
        {reviews}
        <EarlierResult />
        <Notices />
        <Strengths />
        <NextSteps />
        <PartsTogether />
        <Suggestions />
        <ImportanceBoxes />
        <Dimensions />
        <OwnTargetsSection />
        <Agreement />
        <Continuations />
        <ProfileRadar />
        <Comparison comparison={comparison} />
        <Receipt />
      </Page>
    </div>
  );
}

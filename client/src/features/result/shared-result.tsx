import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SupportChoices } from '#shared/domain/routing/support-choices.ts';
import { Details } from '../../ui/details/details.tsx';
import { Section } from '../../ui/page/section.tsx';
import { CalculationAnswers } from './calculation-answers.tsx';
import { CalculationReviews } from './calculation-reviews.tsx';
import { CalculationSums } from './calculation-sums.tsx';
import { Dimensions } from './dimensions.tsx';
import { ImportanceBoxes } from './importance-boxes.tsx';
import type { LoadedResult } from './load-result.ts';
import { NextSteps } from './next-steps.tsx';
import { Notices } from './notices.tsx';
import { PartsTogether } from './parts-together.tsx';
import { ProfileRadar } from './profile-radar.tsx';
import { type ResultHrefs, ResultProvider, useResult } from './result-context.tsx';
import { useResultSentence } from './result-header.tsx';
import { SharedAnswers } from './shared-answers.tsx';
import { SharedPicture } from './shared-picture.tsx';
import { Strengths } from './strengths.tsx';
import { ReadChoices } from './suggestion-choices.tsx';
import { Suggestions } from './suggestions.tsx';
import { useWords } from './use-words.ts';

function Sentence() {
  const { title, lead } = useResultSentence();
  return (
    <Section title={title} lead={lead}>
      <p>
        <Trans>Here is the result in the words that the firm reads: “you” is the firm.</Trans>
      </p>
      <Notices />
    </Section>
  );
}

/** Every level down to its answers. */
function Grounds() {
  const { t } = useLingui();
  const { result } = useResult();
  const words = useWords();
  return (
    <Section title={<Trans>The answers behind the levels</Trans>}>
      <div>
        {result.scoreProfile.dimensions.map((score) => {
          const name = words.dimension(score.dimension);
          return (
            <Details key={score.dimension} summary={t`Answers behind ${name}`}>
              <CalculationAnswers score={score} />
              <CalculationSums score={score} />
              <CalculationReviews dimension={score.dimension} />
            </Details>
          );
        })}
      </div>
    </Section>
  );
}

export type SharedResultProps = {
  loaded: LoadedResult;
  hrefs: Omit<ResultHrefs, 'own'>;
  /** What the firm makes of its suggestions; null where it has chosen nothing. */
  choices?: SupportChoices | null;
};

/** A result for somebody whom the firm lets read it: all there is to read, and nothing to do on its behalf. */
export function SharedResult({ loaded, hrefs, choices = null }: SharedResultProps) {
  return (
    <ResultProvider loaded={loaded} hrefs={{ ...hrefs, own: null }}>
      <Sentence />
      <Strengths />
      <NextSteps />
      <PartsTogether />
      <ReadChoices choices={choices}>
        <Suggestions />
      </ReadChoices>
      <ImportanceBoxes />
      <Dimensions />
      <Grounds />
      <ProfileRadar />
    </ResultProvider>
  );
}

/** What prepares a meeting: where the firm stands and what it wants, what has changed, and what it says in its own words. */
export function SharedFirst({ loaded, hrefs, change }: SharedResultProps & { change: ReactNode }) {
  return (
    <ResultProvider loaded={loaded} hrefs={{ ...hrefs, own: null }}>
      <SharedPicture />
      {change}
      <SharedAnswers />
    </ResultProvider>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { shownVersion } from '#shared/domain/wording/shown-version.ts';
import { Link } from '../../ui/link/link.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { CalculationAnswers } from './calculation-answers.tsx';
import { CalculationParts } from './calculation-parts.tsx';
import { CalculationReviews } from './calculation-reviews.tsx';
import { CalculationSums } from './calculation-sums.tsx';
import styles from './result.module.css';
import { useOwnHrefs, useResult } from './result-context.tsx';
import { useWords } from './use-words.ts';
import { WhatMoves } from './what-moves.tsx';

/**
 * Where a link from a dimension leads: the browser cannot find what was not there when it looked. A frame later,
 * because the router first puts a page back to where it was last read.
 */
function useFragment(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === '') return;
    const frame = requestAnimationFrame(() => document.getElementById(hash.slice(1))?.scrollIntoView());
    return () => cancelAnimationFrame(frame);
  }, [hash]);
}

/** Every number down to the answers it is made of. */
export function CalculationPage() {
  const { t } = useLingui();
  const { result, hrefs, trust, reviews } = useResult();
  const words = useWords();
  useFragment();
  const rulesVersion = shownVersion(result.scoreProfile.rulesVersion);
  return (
    <Page width="results">
      <BackLink to={useOwnHrefs().result}>
        <Trans>Back to the result</Trans>
      </BackLink>
      <PageHeader
        title={t`How it was calculated`}
        lead={t`A level is the mean of the points you were given, weighted. Here is every answer behind every level.`}
      />
      {trust}
      {reviews}
      <p>
        <Trans>
          Scoring rules, version {rulesVersion}. <Link to={hrefs.method}>How we measure</Link> says where they come
          from.
        </Trans>
      </p>
      {result.scoreProfile.dimensions.map((score) => (
        <section key={score.dimension} id={score.dimension} className={`${styles.part} ${styles.target}`}>
          <h2>{words.dimension(score.dimension)}</h2>
          <CalculationAnswers score={score} />
          <CalculationSums score={score} />
          <WhatMoves score={score} />
          <CalculationReviews dimension={score.dimension} />
        </section>
      ))}
      <CalculationParts />
    </Page>
  );
}

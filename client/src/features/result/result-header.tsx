import { Trans, useLingui } from '@lingui/react/macro';
import { summariseProfile } from '#shared/domain/scoring/summarise-profile.ts';
import { useBalanceWords } from '../../lib/use-balance-words.ts';
import { useNamesInSentence } from '../../lib/use-names-in-sentence.ts';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { SimulatedExample } from '../../ui/tag/simulated-tag.tsx';
import { useResult } from './result-context.tsx';
import { useWords } from './use-words.ts';

/** The sentence before the numbers, and what it rests on. */
export function useResultSentence(): { title: string; lead: string | undefined } {
  const { t } = useLingui();
  const { result } = useResult();
  const words = useWords();
  const headline = useBalanceWords(t`Your result, as far as the answers reach`);
  const { balance, strongest, weakest } = summariseProfile(result.scoreProfile);
  const names = useNamesInSentence();
  const high = names(strongest.map(({ dimension }) => words.dimension(dimension)));
  const low = names(weakest.map(({ dimension }) => words.dimension(dimension)));
  return {
    title: headline(balance),
    lead: high === '' ? undefined : t`You are strongest in: ${high}. You stand lowest in: ${low}.`,
  };
}

export function ResultHeader() {
  const { t } = useLingui();
  const { result } = useResult();
  const { title, lead } = useResultSentence();
  return (
    <PageHeader
      title={title}
      documentTitle={t`Your result`}
      eyebrow={result.response.firmName ?? <Trans>Your result</Trans>}
      lead={lead}
    >
      <SimulatedExample isSimulated={result.response.isSimulated} />
    </PageHeader>
  );
}

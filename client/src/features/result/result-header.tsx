import { Trans, useLingui } from '@lingui/react/macro';
import { type ProfileSummary, summariseProfile } from '#shared/domain/scoring/summarise-profile.ts';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { useResult } from './result-context.tsx';
import { useWords } from './use-words.ts';

function useHeadline(): (balance: ProfileSummary['balance']) => string {
  const { t } = useLingui();
  return (balance) => {
    switch (balance) {
      case 'digital-ahead':
        return t`The technology is ahead of the ways of working`;
      case 'process-ahead':
        return t`The ways of working are ahead of the technology`;
      case 'even':
        return t`Technology and ways of working keep pace`;
      case null:
        return t`Your result, as far as the answers reach`;
    }
  };
}

/** The sentence before the numbers, and what it rests on. */
export function useResultSentence(): { title: string; lead: string | undefined } {
  const { t } = useLingui();
  const { result } = useResult();
  const words = useWords();
  const headline = useHeadline();
  const { balance, strongest, weakest } = summariseProfile(result.scoreProfile);
  const high = strongest === null ? '' : words.dimension(strongest.dimension);
  const low = weakest === null ? '' : words.dimension(weakest.dimension);
  return {
    title: headline(balance),
    lead: high === '' ? undefined : t`You are strongest in: ${high}. You have most to gain in: ${low}.`,
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
      {result.response.isSimulated && (
        <p>
          <Tag tone="warning">
            <Trans>Example with a simulated firm</Trans>
          </Tag>
        </p>
      )}
    </PageHeader>
  );
}

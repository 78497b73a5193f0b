import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { LocalisedText } from '#shared/domain/language.ts';
import { useLocalised } from '../../lib/use-language.ts';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';

function Part({ title, text }: { title: ReactNode; text: LocalisedText }) {
  const localise = useLocalised();
  return (
    <div>
      <dt>{title}</dt>
      <dd>{localise(text)}</dd>
    </div>
  );
}

/** What a firm of this size at this level reads: how it usually is, why it matters, what to do and what it takes. */
export function Feedback({ dimension }: { dimension: string }) {
  const { result } = useResult();
  const feedback = result.feedback.find((candidate) => candidate.dimension === dimension);
  if (feedback === undefined) return null;
  return (
    <dl className={styles.feedback}>
      <Part title={<Trans>In a firm of your size it usually looks like this</Trans>} text={feedback.usual} />
      <Part title={<Trans>Why it matters</Trans>} text={feedback.why} />
      <Part title={<Trans>In practice</Trans>} text={feedback.practice} />
      <Part title={<Trans>What it takes</Trans>} text={feedback.takes} />
      <Part title={<Trans>Green and circular</Trans>} text={feedback.green} />
    </dl>
  );
}

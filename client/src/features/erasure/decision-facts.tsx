import { useLingui } from '@lingui/react/macro';
import type { ErasureRequestDocument } from '#shared/contracts/erasure.ts';
import { Facts } from '../../ui/facts/facts.tsx';
import styles from './erasure.module.css';
import { useErasureWords } from './use-erasure-words.ts';

/** What was decided, on what ground and why; nothing before that. */
export function DecisionFacts({ request }: { request: ErasureRequestDocument }) {
  const { t } = useLingui();
  const words = useErasureWords();
  const { decision, scope } = request;
  if (decision === null) return null;
  return (
    <Facts
      facts={[
        { term: t`Decision`, detail: words.decision(decision.decision) },
        { term: t`What that means`, detail: words.effect(scope, decision.decision) },
        { term: t`Ground`, detail: words.basis(decision.basis) },
        { term: t`Reasons`, detail: <span className={styles.text}>{decision.text}</span> },
      ]}
    />
  );
}

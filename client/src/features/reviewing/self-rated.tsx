import { Trans } from '@lingui/react/macro';
import { isWholeDimension } from '#shared/domain/review/review.ts';
import { Ruler } from '../../ui/ruler/ruler.tsx';
import { useReview } from './review-context.tsx';
import styles from './reviewing.module.css';
import { useSubjectWords } from './use-subject-words.ts';

function OwnAnswer({ code }: { code: string }) {
  const { review } = useReview();
  const words = useSubjectWords();
  const comment = review.answers[code]?.comment ?? '';
  return (
    <>
      <p>
        <strong>
          <Trans>The firm says:</Trans>
        </strong>{' '}
        {words.answer(code)}
      </p>
      {comment !== '' && (
        <p className={styles.ownWords}>
          <Trans>In its own words:</Trans> {comment}
        </p>
      )}
    </>
  );
}

function OwnLevel({ code }: { code: string }) {
  const { review } = useReview();
  const words = useSubjectWords();
  const score = review.selfRated.dimensions.find(({ dimension }) => dimension === code);
  return (
    <Ruler
      name={<Trans>What the firm says</Trans>}
      value={score?.level ?? null}
      range={score?.range}
      ends={words.ends}
      bands={words.bands}
      emptyText={<Trans>Too few answers for a level.</Trans>}
    />
  );
}

/** The firm's own answer to a question with its comment, or its own level of a dimension. */
export function SelfRated({ code }: { code: string }) {
  return isWholeDimension(code) ? <OwnLevel code={code} /> : <OwnAnswer code={code} />;
}

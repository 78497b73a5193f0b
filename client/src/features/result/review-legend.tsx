import { Trans } from '@lingui/react/macro';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { RulerSign } from '../../ui/ruler/ruler-sign.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';

/** What the second mark on a rule is, and whose; nothing where there is none. */
export function ReviewLegend() {
  const { result } = useResult();
  const language = useLanguage();
  const localise = useLocalised();
  if (result.reviews.length === 0) return null;
  return (
    <ul className={styles.legend}>
      <li>
        <RulerSign of="own" />
        <Trans>The diamond is the own level of the firm. It is never replaced.</Trans>
      </li>
      {result.reviews.map((review) => {
        const organisation = localise(review.organisationName);
        const day = formatDate(new Date(review.givenAt), language);
        return (
          <li key={review.reviewId}>
            <RulerSign of="mark" />
            <Trans>
              The ring is what {organisation} saw in its review of {day}, in the areas it went through. Questions that
              it did not judge count as the firm answered them.
            </Trans>
          </li>
        );
      })}
    </ul>
  );
}

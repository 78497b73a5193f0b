import { Trans } from '@lingui/react/macro';
import { formatLevel } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import styles from './ruler.module.css';
import type { RulerFacts } from './ruler.tsx';

type RulerSentencesProps = RulerFacts & { value: number; maximum: number };

/** The drawing in words: value, range and comparison. */
export function RulerSentences({ value, range, quartiles, maximum }: RulerSentencesProps) {
  const language = useLanguage();
  const level = (number: number) => formatLevel(number, language);
  const [own, lowest, highest] = [level(value), level(range?.lowest ?? value), level(range?.highest ?? value)];
  return (
    <>
      <p className={styles.sentence}>
        <strong>
          <Trans>
            {own} of {maximum}
          </Trans>
        </strong>
        {lowest !== highest && (
          <>
            {' · '}
            <Trans>
              somewhere between {lowest} and {highest}, because some answers are missing
            </Trans>
          </>
        )}
      </p>
      {quartiles && <QuartileSentence {...quartiles} />}
    </>
  );
}

function QuartileSentence(quartiles: { lower: number; median: number; upper: number }) {
  const language = useLanguage();
  const lower = formatLevel(quartiles.lower, language);
  const median = formatLevel(quartiles.median, language);
  const upper = formatLevel(quartiles.upper, language);
  return (
    <p className={styles.sentence}>
      <Trans>
        Half of the comparable firms lie between {lower} and {upper}; the middle one at {median}.
      </Trans>
    </p>
  );
}

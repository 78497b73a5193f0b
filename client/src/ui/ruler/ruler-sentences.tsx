import { Trans } from '@lingui/react/macro';
import type { PresentedLevel } from '#shared/domain/scoring/present-level.ts';
import { formatLevel, formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import styles from './ruler.module.css';
import type { RulerFacts, RulerMark, RulerQuartiles } from './ruler.tsx';
import { shownLevel } from './shown-level.ts';

type RulerSentencesProps = RulerFacts & { value: number; maximum: number };

/** The drawing in words: value, range and comparison. */
export function RulerSentences({ value, range, quartiles, maximum }: RulerSentencesProps) {
  const shown = shownLevel({ value, range });
  return (
    <>
      <p className={styles.sentence}>
        {shown !== null && <Level shown={shown} maximum={maximum} />}
        {shown?.kind !== 'between' && range && <RangeSentence {...range} />}
      </p>
      {quartiles && <QuartileSentence {...quartiles} />}
    </>
  );
}

/** What somebody else says of the same, after whose it is. */
export function MarkSentence({ mark, maximum }: { mark: RulerMark; maximum: number }) {
  const shown = shownLevel(mark);
  return (
    <p className={styles.sentence}>
      {mark.name}: {shown === null ? <Trans>no level</Trans> : <Level shown={shown} maximum={maximum} />}
      {shown !== null && shown.kind !== 'between' && mark.range && <MarkRange {...mark.range} />}
      {mark.basis !== undefined && ` · ${mark.basis}`}
    </p>
  );
}

/** Without a reason: somebody else's range may come of missing answers, or of a judgement of the whole. */
function MarkRange(range: { lowest: number; highest: number }) {
  const language = useLanguage();
  const [lowest, highest] = [formatLevel(range.lowest, language), formatLevel(range.highest, language)];
  if (lowest === highest) return null;
  return (
    <>
      {' · '}
      <Trans>
        somewhere between {lowest} and {highest}
      </Trans>
    </>
  );
}

function Level({ shown, maximum }: { shown: PresentedLevel; maximum: number }) {
  const language = useLanguage();
  if (shown.kind === 'between') {
    const [lowest, highest] = [formatLevel(shown.lowest, language), formatLevel(shown.highest, language)];
    return (
      <>
        <strong>
          <Trans>
            Between {lowest} and {highest} of {maximum}
          </Trans>
        </strong>{' '}
        · <Trans>too many answers are missing to say more</Trans>
      </>
    );
  }
  const own = formatNumber(shown.level, language, shown.decimals);
  return (
    <strong>
      {shown.kind === 'exact' ? (
        <Trans>
          {own} of {maximum}
        </Trans>
      ) : (
        <Trans>
          About {own} of {maximum}
        </Trans>
      )}
    </strong>
  );
}

function RangeSentence(range: { lowest: number; highest: number }) {
  const language = useLanguage();
  const [lowest, highest] = [formatLevel(range.lowest, language), formatLevel(range.highest, language)];
  if (lowest === highest) return null;
  return (
    <>
      {' · '}
      <Trans>
        somewhere between {lowest} and {highest}, because some answers are missing
      </Trans>
    </>
  );
}

function QuartileSentence(quartiles: RulerQuartiles) {
  const language = useLanguage();
  const median = formatLevel(quartiles.median, language);
  if (quartiles.lower === null || quartiles.upper === null) {
    return (
      <p className={styles.sentence}>
        <Trans>The middle one of the comparable firms lies at {median}.</Trans>
      </p>
    );
  }
  const lower = formatLevel(quartiles.lower, language);
  const upper = formatLevel(quartiles.upper, language);
  return (
    <p className={styles.sentence}>
      <Trans>
        Half of the comparable firms lie between {lower} and {upper}; the middle one at {median}.
      </Trans>
    </p>
  );
}

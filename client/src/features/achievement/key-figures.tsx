import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { AchievementDocument } from '#shared/contracts/achievement.ts';
import type { Quantile } from '#shared/domain/achievement/achievement.ts';
import { formatShare } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import styles from './achievement.module.css';
import type { Period } from './period.ts';
import { figuresOf } from './period-figures.ts';
import { Count, Hidden, useShownCount } from './shown-count.tsx';
import { useAchievementWords } from './use-achievement-words.ts';

function KeyFigure({ term, children, note }: { term: string; children: ReactNode; note?: string | undefined }) {
  return (
    <div className={styles.keyFigure}>
      <dt>{term}</dt>
      <dd>
        <span className={styles.number}>{children}</span>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </dd>
    </div>
  );
}

function Weekdays({ quantile }: { quantile: Quantile }) {
  const { say } = useAchievementWords();
  if (quantile === null) return <Hidden />;
  return quantile === 'not-reached' ? say('notReached') : quantile;
}

/** The figures of one period, each with what it is of. */
export function KeyFigures({ loaded, period }: { loaded: AchievementDocument; period: Period }) {
  const { t } = useLingui();
  const { say } = useAchievementWords();
  const language = useLanguage();
  const shown = useShownCount();
  const { firms, requests, completed, answering } = figuresOf(loaded.figures, period);
  const { withinTargetPercent, median, ninetieth } = answering;
  const number = shown(requests);
  const note = requests === null ? undefined : t`of about ${number} requests`;
  const weekdays = loaded.answerWithinWeekdays;
  return (
    <dl className={styles.keyFigures}>
      <KeyFigure term={say(period === null ? 'firms' : 'newFirms')}>
        <Count count={firms} />
      </KeyFigure>
      <KeyFigure term={say('requests')}>
        <Count count={requests} />
      </KeyFigure>
      <KeyFigure term={say('completed')}>
        <Count count={completed} />
      </KeyFigure>
      <KeyFigure term={say('within', { weekdays })} note={note}>
        {withinTargetPercent === null ? <Hidden /> : formatShare(withinTargetPercent / 100, language)}
      </KeyFigure>
      <KeyFigure term={say('median')} note={note}>
        <Weekdays quantile={median} />
      </KeyFigure>
      <KeyFigure term={say('ninetieth')} note={note}>
        <Weekdays quantile={ninetieth} />
      </KeyFigure>
    </dl>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { PlanScore } from '#shared/domain/cohort/score-plan.ts';
import { Facts } from '../../ui/facts/facts.tsx';
import { Section } from '../../ui/page/section.tsx';
import type { PlanView } from './plan-view.ts';
import styles from './planning.module.css';
import type { PlanWords } from './use-plan-words.ts';

type WorthProps = { view: PlanView; words: PlanWords; score: PlanScore };

function useMissedWords(view: PlanView, words: PlanWords) {
  const { t } = useLingui();
  return ({ editionId, wish, asked, met }: PlanScore['missed'][number]): string => {
    const edition = view.edition(editionId);
    const name = edition === undefined ? '–' : words.edition(edition.words);
    if (wish === 'large') return t`${name}: no firm of 250 employees or more.`;
    return wish === 'sizes'
      ? t`${name}: ${met} size classes where ${asked} are wished.`
      : t`${name}: ${met} counties where ${asked} are wished.`;
  };
}

/** What the plan is worth, term by term, and what was traded away. */
export function PlanWorth({ view, words, score }: WorthProps) {
  const { t } = useLingui();
  const missedWords = useMissedWords(view, words);
  return (
    <Section title={<Trans>What the plan is worth</Trans>}>
      <Facts
        facts={[
          { term: t`Points in all`, detail: words.points(score.total) },
          { term: t`For how well packages fit`, detail: words.points(score.fit) },
          { term: t`For those who have waited`, detail: words.points(score.waiting) },
          { term: t`For counties with too few places`, detail: words.points(score.county) },
          { term: t`For wishes that are not met`, detail: words.points(score.mix) },
        ]}
      />
      <p>
        <Trans>Places of each county, with its share by firms in need and by places before:</Trans>
      </p>
      <ul className={styles.list}>
        {score.countyShares.map(({ county, goal, places }) => (
          <li key={county}>
            <Trans>
              {words.county(county)}: {places} places, the share is {goal}.
            </Trans>
          </li>
        ))}
      </ul>
      {score.missed.length > 0 && (
        <>
          <p>
            <Trans>Wishes that this plan does not meet:</Trans>
          </p>
          <ul className={styles.list}>
            {score.missed.map((missed) => (
              <li key={`${missed.editionId} ${missed.wish}`}>{missedWords(missed)}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

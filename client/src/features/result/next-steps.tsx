import { Trans } from '@lingui/react/macro';
import { dimensionTextKeys, itemTextKeys } from '#shared/domain/instrument/text-keys.ts';
import { hasRatedItems, type NextStep, nextSteps } from '#shared/domain/scoring/next-steps.ts';
import { targetOf } from '#shared/domain/scoring/targets.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';
import { SetTargetsLink } from './target-legend.tsx';
import { useMaySetTargets, useTargets } from './targets.tsx';
import { useWords } from './use-words.ts';

const shown = 3;

function Step({ step }: { step: NextStep }) {
  const { index, texts, result } = useResult();
  const { targets } = useTargets();
  const words = useWords();
  const item = index.items.get(step.item);
  if (item === undefined) return null;
  const { aim } = step;
  const { isProposal } = targetOf(step.dimension, targets);
  const band = result.scoreProfile.dimensions.find(({ dimension }) => dimension === step.dimension)?.band;
  const advice = typeof band === 'string' ? texts[dimensionTextKeys.next(step.dimension, band)] : undefined;
  return (
    <li>
      <Panel>
        <p className={styles.eyebrow}>{words.dimension(step.dimension)}</p>
        <h3>{words.question(step.item)}</h3>
        <dl className={styles.fromTo}>
          <div>
            <dt>
              <Trans>Where you are</Trans>
            </dt>
            <dd>{texts[itemTextKeys.level(item, step.level)]}</dd>
          </div>
          <div>
            <dt>
              {isProposal ? <Trans>The proposed target, level {aim}</Trans> : <Trans>Your target, level {aim}</Trans>}
            </dt>
            <dd>{texts[itemTextKeys.level(item, aim)]}</dd>
          </div>
        </dl>
        {advice !== undefined && (
          <p>
            <strong>
              <Trans>A way to begin:</Trans>
            </strong>{' '}
            {advice}
          </p>
        )}
      </Panel>
    </li>
  );
}

type StepsState = { readonly steps: readonly NextStep[]; readonly isAllReached: boolean };

/** What there is to raise; or that nothing is left to, where the firm has set targets and something is rated. */
export function useNextSteps(): StepsState {
  const { structure, result, answers } = useResult();
  const { targets } = useTargets();
  const steps = nextSteps(structure, result.scoreProfile, answers, shown, targets);
  return { steps, isAllReached: steps.length === 0 && targets.length > 0 && hasRatedItems(result.scoreProfile) };
}

function AllReached() {
  const maySet = useMaySetTargets();
  return (
    <Section id="steps" title={<Trans>Next steps</Trans>}>
      <EmptyState title={<Trans>Everything that you have answered has reached the targets</Trans>}>
        {maySet && (
          <p>
            <Trans>Set them higher where you want to go on.</Trans> <SetTargetsLink />
          </p>
        )}
      </EmptyState>
    </Section>
  );
}

/** The three questions most worth raising, in the questionnaire's own words. */
export function NextSteps() {
  const { steps, isAllReached } = useNextSteps();
  if (isAllReached) return <AllReached />;
  if (steps.length === 0) return null;
  return (
    <Section
      id="steps"
      title={<Trans>Three next steps</Trans>}
      lead={<Trans>Chosen by how far it is to the target and how important you say the area is. Begin with one.</Trans>}
    >
      <ol className={styles.steps}>
        {steps.map((step) => (
          <Step key={step.item} step={step} />
        ))}
      </ol>
    </Section>
  );
}

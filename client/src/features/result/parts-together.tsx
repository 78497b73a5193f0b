import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { summariseProfile } from '#shared/domain/scoring/summarise-profile.ts';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Ruler } from '../../ui/ruler/ruler.tsx';
import { CrossReadings } from './cross-readings.tsx';
import styles from './result.module.css';
import { useResult } from './result-context.tsx';
import { ReviewLegend } from './review-legend.tsx';
import { useReviewMarks } from './use-review-marks.ts';
import { useWords } from './use-words.ts';

export function PartRuler({ part }: { part: 'digital' | 'process' }) {
  const { result } = useResult();
  const words = useWords();
  const marks = useReviewMarks();
  const score = result.scoreProfile.parts.find((each) => each.part === part);
  return (
    <Ruler
      name={<h3>{words.part(part)}</h3>}
      value={score?.level ?? null}
      range={score?.range}
      ends={words.ends}
      bands={words.bands}
      marks={marks.ofPart(part)}
      emptyText={<Trans>Too few answers for a level.</Trans>}
    />
  );
}

function Reading() {
  const { result } = useResult();
  const { balance } = summariseProfile(result.scoreProfile);
  if (balance === null) return null;
  if (balance === 'digital-ahead') {
    return (
      <p>
        <Trans>
          Tools are in place that the ways of working cannot carry yet. Put the flow in order before you buy more, or
          the disorder only goes faster.
        </Trans>
      </p>
    );
  }
  if (result.readings.some(({ isProcessFirst }) => isProcessFirst)) {
    return (
      <p>
        {balance === 'even' ? (
          <Trans>
            Neither is far ahead of the other, and the ways of working are at the start. That is why the suggestions
            take the ways of working first: put a flow in order, then give it digital support.
          </Trans>
        ) : (
          <Trans>
            The ways of working have come further than the technology, and are still at the start themselves. That is
            why the suggestions take them first: put a flow in order, then give it digital support.
          </Trans>
        )}
      </p>
    );
  }
  if (balance === 'process-ahead') {
    return (
      <p>
        <Trans>
          The ways of working are stable enough to be digitalised. What you invest now has good ground to stand on.
        </Trans>
      </p>
    );
  }
  return (
    <p>
      <Trans>
        Neither holds the other back. Take a step in each at a time: put a flow in order, then give it digital support.
      </Trans>
    </p>
  );
}

/** The staged level and the practice that stands in the way of the next one. */
function Stage() {
  const { t } = useLingui();
  const { result } = useResult();
  const words = useWords();
  const [staged] = result.scoreProfile.stagedLevels;
  if (staged === undefined || staged.nextStage === null) return null;
  const [blocker] = staged.blockedBy;
  const here = staged.stage === null ? undefined : words.stage(staged.code, staged.stage);
  const next = words.stage(staged.code, staged.nextStage);
  const others = staged.blockedBy.length - 1;
  const { stage, nextStage } = staged;
  const stageName = here?.name;
  const nextName = next.name;
  return (
    <Panel tone="strong">
      <h3>
        {here === undefined ? t`The first process level is not reached yet` : t`Process level ${stage}: ${stageName}`}
      </h3>
      {here !== undefined && <p>{here.meaning}</p>}
      <p>
        <Trans>
          Next is level {nextStage}: <strong>{nextName}</strong>.
        </Trans>{' '}
        {next.meaning}
      </p>
      {blocker !== undefined && (
        <p>
          <strong>
            <Trans>What stands most in the way:</Trans>
          </strong>{' '}
          {words.question(blocker.item)}{' '}
          {others > 0 && (
            <Plural value={others} one="One more practice is also below." other="# more practices are also below." />
          )}
        </p>
      )}
    </Panel>
  );
}

function IndexBridge() {
  const { result } = useResult();
  const steps = result.scoreProfile.gaps[0]?.steps ?? null;
  if (steps === null || steps < 2) return null;
  return (
    <p>
      <Trans>
        You use digital tools much more in administration than to develop the business. That is where the next krona
        does most good.
      </Trans>
    </p>
  );
}

/** Digital and process read together: neither explains a firm by itself. */
export function PartsTogether() {
  const { hrefs } = useResult();
  return (
    <Section id="together" title={<Trans>Technology and ways of working together</Trans>}>
      <div className={styles.columns}>
        <PartRuler part="digital" />
        <PartRuler part="process" />
      </div>
      <ReviewLegend />
      <Reading />
      <IndexBridge />
      <CrossReadings />
      <Stage />
      {hrefs.own !== null && (
        <p>
          <Link to={hrefs.own.calculation('parts')}>
            <Trans>How this was calculated</Trans>
          </Link>
        </p>
      )}
    </Section>
  );
}

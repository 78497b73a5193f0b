import { Trans, useLingui } from '@lingui/react/macro';
import type { WhatIfRun } from '#shared/contracts/what-if.ts';
import { formatShare } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './catalogue.module.css';
import type { RuleDraftState } from './use-rule-draft.ts';
import type { WhatIfState } from './use-what-if.ts';
import { useToldCount, WhatIfResult } from './what-if-result.tsx';

type Parts = { state: RuleDraftState; whatIf: WhatIfState; versionNumber: number };

/** The draft, as it is stored, or the version in use is another one by now. */
const isOutdated = (run: WhatIfRun, { state, versionNumber }: Omit<Parts, 'whatIf'>): boolean =>
  run.isOutdated || run.draftRevision !== state.stored.revision || run.versionNumber !== versionNumber;

function Progress({ run, whatIf }: { run: WhatIfRun; whatIf: WhatIfState }) {
  const { t } = useLingui();
  const language = useLanguage();
  const share = formatShare(run.tenths / 10, language);
  return (
    <div className={styles.tight}>
      <progress className={styles.bar} max={10} value={run.tenths} aria-label={t`How far the counting is`} />
      <p>
        <Trans>{share} counted. You can leave the page meanwhile.</Trans>
      </p>
      <p>
        <Button variant="secondary" isBusy={whatIf.isBusy} onClick={() => whatIf.stop(run.whatIfRunId)}>
          <Trans>Stop the counting</Trans>
        </Button>
      </p>
    </div>
  );
}

/** How it stands, told once each time it changes. */
function useStanding({ whatIf }: Parts): string {
  const { t } = useLingui();
  switch (whatIf.run?.status) {
    case undefined:
      return '';
    case 'waiting':
    case 'running':
      return t`Counting what the draft would change.`;
    case 'done':
      return t`The counting is done.`;
    case 'stopped':
      return t`The counting was stopped. Nothing of it is kept.`;
    case 'failed':
      return t`The counting failed. Nothing of it is kept.`;
  }
}

/** Why it cannot be asked just now; undefined when it can. */
function useObstacle({ state }: Parts): string | undefined {
  const { t } = useLingui();
  if (state.isDirty) return t`Save the draft first: what is stored is what is counted.`;
  if (state.issues.length > 0) return t`Mend the draft first.`;
  if (state.differences.length === 0) {
    return t`Nothing in the draft differs from the rules in use, so there is nothing to count.`;
  }
  return undefined;
}

function LeftToday({ whatIf: { leftToday, mostPerDay } }: Parts) {
  if (leftToday > 0) {
    return (
      <p className={styles.muted}>
        <Trans>
          {leftToday} of {mostPerDay} countings are left today, for all editors together.
        </Trans>
      </p>
    );
  }
  return (
    <p>
      <Trans>
        It has been counted {mostPerDay} times today, which is the most in a day. What was counted before can be asked
        for again, and you can publish without it.
      </Trans>
    </p>
  );
}

function Asking(parts: Parts) {
  const { state, whatIf, versionNumber } = parts;
  const { run } = whatIf;
  const obstacle = useObstacle(parts);
  const isFresh = run?.status === 'done' && !isOutdated(run, parts);
  return (
    <div className={styles.tight}>
      <p>
        <Button
          variant={isFresh ? 'secondary' : 'primary'}
          isBusy={whatIf.isBusy}
          disabled={obstacle !== undefined}
          onClick={() => whatIf.start({ revision: state.stored.revision, versionNumber })}
        >
          {run?.status === 'failed' ? (
            <Trans>Try again</Trans>
          ) : isFresh ? (
            <Trans>Count again</Trans>
          ) : (
            <Trans>What would change?</Trans>
          )}
        </Button>
      </p>
      {obstacle === undefined ? <LeftToday {...parts} /> : <p>{obstacle}</p>}
    </div>
  );
}

/** What the draft would change for the firms that have answered: to be asked before it is published. */
export function WhatIfPanel(parts: Parts) {
  const { whatIf } = parts;
  const { run, rules } = whatIf;
  const standing = useStanding(parts);
  return (
    <Section
      title={<Trans>What would change?</Trans>}
      lead={
        <Trans>
          See before publishing how many of the firms that have answered would get other suggestions. Only firms that
          agree to be counted in the regions’ statistics are counted, by their newest result. Only counts are shown,
          only to editors, and they are never published.
        </Trans>
      }
    >
      <div className={styles.stack}>
        <p role="status">{standing}</p>
        {run !== null && whatIf.isUnderWay ? <Progress run={run} whatIf={whatIf} /> : <Asking {...parts} />}
        <FaultNotice fault={whatIf.fault} />
        {run?.status === 'done' && isOutdated(run, parts) && (
          <Notice tone="warning" title={<Trans>Outdated</Trans>}>
            <p>
              <Trans>The draft, or the version in use, has changed since this was counted.</Trans>
            </p>
          </Notice>
        )}
        {run !== null && <WhatIfResult run={run} rules={rules} />}
      </div>
    </Section>
  );
}

/** Whether anybody has looked at what the draft would change, as it is to be published. */
export function WhatIfSeen(parts: Parts) {
  const say = useToldCount();
  const { run } = parts.whatIf;
  if (run === null || run.comparison === null || isOutdated(run, parts)) {
    return (
      <p>
        <Trans>
          What this draft would change for the firms that have answered has not been counted. You can publish anyway.
        </Trans>
      </p>
    );
  }
  const others = say(run.comparison.otherSet);
  return (
    <p>
      <Trans>What this draft would change has been counted. Firms that would get other suggestions: {others}.</Trans>
    </p>
  );
}

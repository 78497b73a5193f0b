import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
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

function Progress({ run }: { run: WhatIfRun }) {
  const { t } = useLingui();
  const language = useLanguage();
  const share = formatShare(run.tenths / 10, language);
  return (
    <div className={styles.tight}>
      <progress className={styles.bar} max={10} value={run.tenths} aria-label={t`How far the counting is`} />
      <p>
        <Trans>{share} counted. You can leave the page meanwhile.</Trans>
      </p>
    </div>
  );
}

/** How it stands, told once each time it changes. */
function useStanding({ whatIf: { run, isBusy } }: Parts): string {
  const { t } = useLingui();
  // Said in between, so that what stands again is told again.
  if (isBusy) return t`One moment.`;
  switch (run?.status) {
    case undefined:
      return '';
    case 'waiting':
    case 'running':
      return t`Counting what the draft would change.`;
    case 'done':
      return run.isRepeated ? t`The same reply as before.` : t`The counting is done.`;
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
        It has been counted {mostPerDay} times today, which is the most in a day. What was counted today can be asked
        for again, and you can publish without it.
      </Trans>
    </p>
  );
}

/** One button asks and stops, so that the focus stays with whoever has pressed it. */
function AskOrStop(parts: Parts & { obstacle: string | undefined; obstacleId: string }) {
  const { state, whatIf, versionNumber, obstacle, obstacleId } = parts;
  const { run, counted, isUnderWay } = whatIf;
  const isFresh = counted !== null && !isOutdated(counted, parts);
  const isHindered = obstacle !== undefined && !isUnderWay;
  const ask = () => whatIf.start({ revision: state.stored.revision, versionNumber });
  const words = () => {
    if (isUnderWay) return <Trans>Stop the counting</Trans>;
    if (run?.status === 'failed') return <Trans>Try again</Trans>;
    return isFresh ? <Trans>Count again</Trans> : <Trans>What would change?</Trans>;
  };
  return (
    <p>
      <Button
        variant={isUnderWay || isFresh ? 'secondary' : 'primary'}
        isBusy={whatIf.isBusy}
        isUnavailable={isHindered}
        aria-describedby={isHindered ? obstacleId : undefined}
        onClick={() => (isUnderWay && run !== null ? whatIf.stop(run.whatIfRunId) : ask())}
      >
        {words()}
      </Button>
    </p>
  );
}

function Asking(parts: Parts) {
  const { run, isUnderWay } = parts.whatIf;
  const obstacle = useObstacle(parts);
  const obstacleId = useId();
  return (
    <div className={styles.tight}>
      {run !== null && isUnderWay && <Progress run={run} />}
      <AskOrStop {...parts} obstacle={obstacle} obstacleId={obstacleId} />
      {!isUnderWay && (obstacle === undefined ? <LeftToday {...parts} /> : <p id={obstacleId}>{obstacle}</p>)}
    </div>
  );
}

/** What the draft would change for the firms that have answered: to be asked before it is published. */
export function WhatIfPanel(parts: Parts) {
  const { whatIf } = parts;
  const { counted, rules } = whatIf;
  const standing = useStanding(parts);
  return (
    <Section
      title={<Trans>What would change?</Trans>}
      lead={
        <Trans>
          See before publishing how many of the firms that have answered would get other suggestions. Only firms that
          agree that the coordination counts what is suggested to them are counted, by the newest result they had sent
          in before today. Only counts are shown, only to editors, and they are never published.
        </Trans>
      }
    >
      <div className={styles.stack}>
        <p role="status">{standing}</p>
        <Asking {...parts} />
        <FaultNotice fault={whatIf.fault} />
        {counted !== null && isOutdated(counted, parts) && (
          <Notice tone="warning" title={<Trans>Outdated</Trans>}>
            <p>
              <Trans>The draft, or the version in use, has changed since this was counted.</Trans>
            </p>
          </Notice>
        )}
        {counted !== null && <WhatIfResult run={counted} rules={rules} />}
      </div>
    </Section>
  );
}

/** Whether anybody has looked at what the draft would change, as it is to be published. */
export function WhatIfSeen(parts: Parts) {
  const say = useToldCount();
  const { counted, rules } = parts.whatIf;
  if (counted === null || counted.comparison === null || isOutdated(counted, parts)) {
    return (
      <p>
        <Trans>
          What this draft would change for the firms that have answered has not been counted. You can publish anyway.
        </Trans>
      </p>
    );
  }
  const { firms, otherSet } = counted.comparison;
  if (firms === null) {
    return (
      <p>
        <Trans>What this draft would change has been counted, of too few firms to show anything.</Trans>
      </p>
    );
  }
  const { fewest } = rules;
  const others = say(otherSet);
  return (
    <p>
      {otherSet === null ? (
        <Trans>
          What this draft would change has been counted. Firms that would get other suggestions: hidden, since they are
          fewer than {fewest}, or nearly all.
        </Trans>
      ) : (
        <Trans>What this draft would change has been counted. Firms that would get other suggestions: {others}.</Trans>
      )}
    </p>
  );
}

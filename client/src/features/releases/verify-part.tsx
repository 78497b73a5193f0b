import { Trans, useLingui } from '@lingui/react/macro';
import type { Verification } from '#shared/contracts/release-verifications.ts';
import type { ReleaseInProgress } from '#shared/contracts/releases.ts';
import type { VerificationStatus } from '#shared/domain/benchmark/verification.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { type Action, useAction } from '../../lib/use-action.ts';
import type { Done } from '../../lib/use-done.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Spinner } from '../../ui/loading/spinner.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Table } from '../../ui/table/table.tsx';
import { beginVerification, type ReleasePlace, stopVerification } from './api.ts';
import { StepsBar } from './steps-bar.tsx';

type VerifyPartProps = {
  place: ReleasePlace;
  release: ReleaseInProgress;
  done: Done;
  /** What keeps the page from being told how far it is. */
  fault: string | undefined;
  onChanged: () => Promise<void>;
};

function useOutcomeWords(): (verification: Pick<Verification, 'status'>) => string {
  const { t } = useLingui();
  const words: Record<VerificationStatus, string> = {
    running: t`Being built again`,
    same: t`Same fingerprint`,
    different: t`Another fingerprint`,
    'inputs-gone': t`Cannot be built again: answers have been erased, or consents withdrawn`,
    cancelled: t`Stopped`,
    failed: t`Failed`,
  };
  return ({ status }) => words[status];
}

function VerificationTable({ verifications }: { verifications: readonly Verification[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const outcome = useOutcomeWords();
  return (
    <Table
      caption={t`Each time it was built again, the newest first`}
      rows={verifications}
      rowKey={({ verificationId }) => verificationId}
      columns={[
        {
          key: 'when',
          header: t`Begun`,
          isRowHeader: true,
          isRoomy: true,
          cell: ({ createdAt }) => {
            const at = new Date(createdAt);
            return `${formatDate(at, language)} ${formatTime(at, language)}`;
          },
        },
        { key: 'outcome', header: t`Outcome`, isRoomy: true, cell: outcome },
        { key: 'region', header: t`Asked for by`, cell: ({ organisationName }) => localise(organisationName) },
        { key: 'program', header: t`Program version`, isRoomy: true, cell: ({ program }) => program ?? '–' },
      ]}
    />
  );
}

function Running({ running, stopping, onStop }: { running: Verification; stopping: Action; onStop: () => void }) {
  const { step, steps, isInterrupted, isOwn } = running;
  return (
    <Panel>
      {isInterrupted ? (
        <Notice tone="warning" title={<Trans>Nothing has been heard of the building for a while</Trans>}>
          <p>
            <Trans>The server may have been stopped meanwhile. Build it again anew.</Trans>
          </p>
        </Notice>
      ) : (
        <Spinner>
          <Trans>Builds it again. You can leave the page meanwhile.</Trans>
        </Spinner>
      )}
      <StepsBar step={step} steps={steps} />
      <FaultNotice fault={stopping.fault} />
      {isOwn && (
        <ButtonRow>
          <Button variant="secondary" isBusy={stopping.isBusy} onClick={onStop}>
            <Trans>Stop building again</Trans>
          </Button>
        </ButtonRow>
      )}
    </Panel>
  );
}

/** Why it cannot be built again. */
function Impossible({ verifiability }: Pick<ReleaseInProgress, 'verifiability'>) {
  return (
    <p>
      {verifiability === 'effect' ? (
        <Trans>
          A release of what support has gone together with cannot be built again yet: what its firms are compared by can
          change afterwards, and is not frozen.
        </Trans>
      ) : (
        <Trans>
          It cannot be built again: it was built before it was written down what providers could see when it was
          counted.
        </Trans>
      )}
    </p>
  );
}

/** Builds what is published again, and shows what has come of it each time. */
export function VerifyPart({ place, release, done, fault, onChanged }: VerifyPartProps) {
  const { t } = useLingui();
  const problemWords = useProblemWords();
  const beginning = useAction(problemWords);
  const stopping = useAction(problemWords);
  const { verifiability, verifications } = release;
  const running = verifications.find(({ status }) => status === 'running');
  const andLook = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } finally {
      await onChanged();
    }
  };
  const begin = () => beginning.run(() => andLook(() => beginVerification(place)));
  const stop = (verificationId: string) =>
    stopping.run(async () => {
      await andLook(() => stopVerification(place, verificationId));
      done.say(t`Building again was stopped.`);
    });
  return (
    <Section title={<Trans>Build again</Trans>}>
      {verifiability === 'yes' ? (
        <>
          <p>
            <Trans>
              The same release is built once more from the answers that it counted, what providers could see then, and
              the earlier releases it was compared with. It has to come out with the same fingerprint (SHA-256). What is
              built is not kept; everybody can see whether it was the same.
            </Trans>
          </p>
          <FaultNotice fault={fault ?? beginning.fault} />
          {running !== undefined && (
            <Running running={running} stopping={stopping} onStop={() => void stop(running.verificationId)} />
          )}
          {(running === undefined || running.isInterrupted) && (
            <ButtonRow>
              <Button variant="secondary" isBusy={beginning.isBusy} onClick={() => void begin()}>
                <Trans>Build again</Trans>
              </Button>
            </ButtonRow>
          )}
        </>
      ) : (
        <Impossible verifiability={verifiability} />
      )}
      {verifications.length > 0 && <VerificationTable verifications={verifications} />}
    </Section>
  );
}

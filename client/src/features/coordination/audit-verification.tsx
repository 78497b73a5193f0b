import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { formatNumber } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { sendVerification, type Verification } from './api.ts';
import { useCoordinationProblemWords } from './use-coordination-problem-words.ts';
import { useMoment } from './use-moment.ts';

type Fault = NonNullable<Verification['fault']>;

function useFaultWords(): (fault: Fault) => string {
  const { t } = useLingui();
  return ({ sequence, kind }) => {
    const words: Record<Fault['kind'], string> = {
      altered: t`Event ${sequence} is not as it was written: something in it has been changed.`,
      missing: t`Event ${sequence} is missing, or stands in the wrong place.`,
      'cut-off': t`The end of the log is gone: event ${sequence} has been seen, and is no longer there.`,
      'anchor-differs': t`Event ${sequence} is another than the one whose mark is kept outside the database: the log has been written anew.`,
    };
    return words[kind];
  };
}

function Intact({ outcome }: { outcome: Verification }) {
  const moment = useMoment();
  const language = useLanguage();
  const eventCount = formatNumber(outcome.eventCount, language);
  const anchorCount = formatNumber(outcome.anchorCount, language);
  const at = moment(outcome.verifiedAt);
  return (
    <Notice tone="success" title={<Trans>The log is intact</Trans>}>
      <p>
        <Trans>
          Checked {at}. Events that hang together without a gap: {eventCount}. Marks kept outside the database that
          agree: {anchorCount}.
        </Trans>
      </p>
      {outcome.anchorCount === 0 && (
        <p>
          <Trans>
            Without a mark outside the database it does not show if the end of the log is cut off or all of it is
            written anew. The guide for operation tells how marks are kept.
          </Trans>
        </p>
      )}
    </Notice>
  );
}

function Broken({ fault, outcome }: { fault: Fault; outcome: Verification }) {
  const faultWords = useFaultWords();
  const moment = useMoment();
  const at = moment(outcome.verifiedAt);
  return (
    <Notice tone="danger" title={<Trans>The log is not intact</Trans>}>
      <p>{faultWords(fault)}</p>
      <p>
        <Trans>
          Checked {at}. What stands before that event is as it was written. Restore nothing and delete nothing: tell
          whoever runs the site and whoever is responsible for security, and let them save the database and the marks as
          they are now.
        </Trans>
      </p>
    </Notice>
  );
}

/** Computes the whole chain anew, and says in words what came of it. */
export function AuditVerification() {
  const { isBusy, fault, run } = useAction(useCoordinationProblemWords());
  const [outcome, setOutcome] = useState<Verification | null>(null);
  const verify = () =>
    run(async () => {
      setOutcome(null);
      setOutcome(await sendVerification());
    });
  return (
    <Section
      title={<Trans>Is the log intact?</Trans>}
      lead={
        <Trans>
          Each event carries the mark of the one before, so that nothing can be changed or taken away unnoticed. The
          check computes them all anew.
        </Trans>
      }
    >
      <p>
        <Button variant="secondary" isBusy={isBusy} onClick={verify}>
          <Trans>Check the log</Trans>
        </Button>
      </p>
      <div role="status">
        {isBusy && (
          <p>
            <Trans>The log is being checked …</Trans>
          </p>
        )}
        {outcome?.fault === null && <Intact outcome={outcome} />}
        {outcome !== null && outcome.fault !== null && <Broken fault={outcome.fault} outcome={outcome} />}
      </div>
      <FaultNotice fault={fault} />
    </Section>
  );
}

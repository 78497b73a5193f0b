import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../lib/use-action.ts';
import { useCountsAloneWords } from '../../lib/use-counts-alone-words.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useAnswering } from './answering-context.tsx';
import { sendCountsAlone } from './api.ts';
import { endAnswering } from './end-answering.ts';

/** What a respondent said as they came in, to be changed until the firm submits. */
export function CountsAlone() {
  const { t } = useLingui();
  const { session } = useAnswering();
  const { responseId, respondent } = session.response;
  const words = useCountsAloneWords();
  const action = useAction(useProblemWords());
  const [said, setSaid] = useState('');
  const choose = (value: string) =>
    action.run(async () => {
      setSaid('');
      try {
        const chosen = await sendCountsAlone(responseId, value === 'yes');
        session.noteRespondent(chosen);
        setSaid(
          chosen.countsAlone
            ? t`Saved. Your answers count also where few have answered.`
            : t`Saved. Your answers count only where at least three have answered.`,
        );
      } catch (failure) {
        await endAnswering(session, failure);
      }
    });
  return (
    <Section
      title={<Trans>What you answer</Trans>}
      lead={<Trans>You can change what you said until the firm submits its answers.</Trans>}
    >
      <RadioGroup
        name="counts-alone"
        {...words}
        value={respondent?.countsAlone === true ? 'yes' : 'no'}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      <p role="status">{said}</p>
      <FaultNotice fault={action.fault} />
    </Section>
  );
}

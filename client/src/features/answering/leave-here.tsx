import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useAnswering } from './answering-context.tsx';
import { closeHere } from './close-here.ts';
import { UnsavedAnswersError } from './unsaved-answers.ts';

function useClosingWords(): (failure: unknown) => string {
  const { t } = useLingui();
  const say = useProblemWords();
  return (failure) =>
    failure instanceof UnsavedAnswersError
      ? t`Some of your answers are only in this browser still. Nothing is closed until they are saved. Try again when the page says that they are.`
      : say(failure);
}

/** A computer in the workshop has several who answer: each can leave it to the next. */
export function LeaveHere() {
  const { session, hrefs, outbox } = useAnswering();
  const { responseId, status } = session.response;
  const navigate = useNavigate();
  const action = useAction(useClosingWords());
  const [isAsked, setAsked] = useState(false);
  return (
    <Section
      title={<Trans>Do others use this device too?</Trans>}
      lead={<Trans>Close your answers here, so that whoever comes after you does not see them.</Trans>}
    >
      <ButtonRow>
        <Button variant="secondary" onClick={() => setAsked(true)}>
          <Trans>Close my answers here</Trans>
        </Button>
      </ButtonRow>
      <ActionDialog
        isOpen={isAsked}
        isDangerous={false}
        title={<Trans>Close your answers in this browser?</Trans>}
        confirm={<Trans>Close here</Trans>}
        action={action}
        onConfirm={() => closeHere(responseId)}
        onClose={() => setAsked(false)}
        onDone={() => navigate(hrefs.closedHere, { replace: true })}
      >
        <ul>
          <li>
            {outbox.record.entries.length === 0 ? (
              <Trans>What you have answered is saved, and counts as before.</Trans>
            ) : (
              <Trans>What is not saved yet is sent first. If that cannot be, nothing is closed.</Trans>
            )}
          </li>
          <li>
            <Trans>Nothing of it is left in this browser, and nobody opens it from here.</Trans>
          </li>
          {status === 'open' && (
            <li>
              <Trans>
                You cannot change it from here any more. If you want to go on elsewhere, make a link of your own first,
                under All areas.
              </Trans>
            </li>
          )}
        </ul>
      </ActionDialog>
    </Section>
  );
}

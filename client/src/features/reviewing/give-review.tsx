import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ReviewDocument } from '#shared/contracts/reviews.ts';
import { checkReview } from '#shared/domain/review/check-review.ts';
import type { ReviewEntry } from '#shared/domain/review/review.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { type ReviewParams, sendMove } from './api.ts';
import { useReview } from './review-context.tsx';
import type { Draft } from './use-draft.ts';
import { useSubjectWords } from './use-subject-words.ts';
import type { Where } from './use-where.ts';

export type GiveReviewProps = {
  params: ReviewParams;
  draft: Draft;
  where: Where;
  entries: readonly ReviewEntry[];
  onMoved: (review: ReviewDocument, words: string) => void;
};

/** What keeps it from being given, each with the way there. */
function Missing({ entries, where }: Pick<GiveReviewProps, 'entries' | 'where'>) {
  const { basis } = useReview();
  const words = useSubjectWords();
  const faults = checkReview(entries, basis);
  if (faults.length === 0) return null;
  const [first] = faults;
  return (
    <Notice tone="warning" title={<Trans>Before you can give it</Trans>}>
      {first?.fault === 'nothing-reviewed' ? (
        <p>
          <Trans>Judge at least one question, or one area as a whole.</Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans>The reason is missing here:</Trans>
          </p>
          <ul>
            {faults.map(({ code }) => (
              <li key={code}>
                <Button variant="quiet" onClick={() => where.go({ at: code })}>
                  {words.subject(code)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

/** The end of a draft: given to the firm, or taken back and emptied. */
export function GiveReview({ params, draft, where, entries, onMoved }: GiveReviewProps) {
  const { t } = useLingui();
  const { basis } = useReview();
  const say = useProblemWords();
  const giving = useAction(say);
  const takingBack = useAction(say);
  const [asked, setAsked] = useState<'give' | 'take-back' | null>(null);
  const isReady = checkReview(entries, basis).length === 0 && draft.conflict === null;
  const give = async () => sendMove(params, 'give', await draft.sendAll());
  // What could not be saved goes with the rest.
  const takeBack = async () => {
    await draft.send();
    return sendMove(params, 'take-back', draft.latestRevision());
  };
  return (
    <Section title={<Trans>Give it to the firm</Trans>}>
      <Missing entries={entries} where={where} />
      <ButtonRow>
        <Button isUnavailable={!isReady} onClick={() => setAsked('give')}>
          <Trans>Give the review to the firm</Trans>
        </Button>
        <Button variant="quiet" onClick={() => setAsked('take-back')}>
          <Trans>Discard the draft</Trans>
        </Button>
      </ButtonRow>
      <ActionDialog
        isOpen={asked === 'give'}
        title={<Trans>Give the review to the firm?</Trans>}
        confirm={<Trans>Give the review</Trans>}
        isDangerous={false}
        action={giving}
        onClose={() => setAsked(null)}
        onConfirm={give}
        onDone={(moved) => onMoved(moved, t`The review is given, and the firm is told by mail.`)}
      >
        <p>
          <Trans>
            The firm's owners get a mail, read every level with its reason and who judged it, and can reply. From then
            on the review cannot be changed or taken back. The firm's own levels stay as they are.
          </Trans>
        </p>
      </ActionDialog>
      <ActionDialog
        isOpen={asked === 'take-back'}
        title={<Trans>Discard the draft?</Trans>}
        confirm={<Trans>Take back and empty</Trans>}
        action={takingBack}
        onClose={() => setAsked(null)}
        onConfirm={takeBack}
        onDone={(moved) => onMoved(moved, t`The draft is taken back and empty. The firm was given nothing.`)}
      >
        <p>
          <Trans>Everything judged in it is removed. The firm has seen nothing of it.</Trans>
        </p>
      </ActionDialog>
    </Section>
  );
}

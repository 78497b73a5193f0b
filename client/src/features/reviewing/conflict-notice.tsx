import { Trans } from '@lingui/react/macro';
import type { StoredReviewEntry } from '#shared/contracts/reviews.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import type { Draft } from './use-draft.ts';
import { useSubjectWords } from './use-subject-words.ts';

function Title({ theirs, subject }: { theirs: StoredReviewEntry | null; subject: string }) {
  if (theirs === null) {
    return <Trans>A colleague, or you in another tab, has taken this away meanwhile: {subject}</Trans>;
  }
  if (theirs.isOwn) return <Trans>You have changed this in another tab: {subject}</Trans>;
  return <Trans>A colleague has changed this meanwhile: {subject}</Trans>;
}

function Whose({ theirs }: { theirs: StoredReviewEntry }) {
  const who = theirs.judgedBy ?? '';
  if (theirs.isOwn) return <Trans>In the other tab:</Trans>;
  return who === '' ? <Trans>Your colleague's judgement:</Trans> : <Trans>The judgement of {who}:</Trans>;
}

function KeepTheirs({ theirs }: { theirs: StoredReviewEntry | null }) {
  if (theirs === null) return <Trans>Leave it taken away</Trans>;
  return theirs.isOwn ? <Trans>Keep the one from the other tab</Trans> : <Trans>Keep the colleague's</Trans>;
}

/** The same has been judged elsewhere meanwhile: both are shown, and one is chosen. */
export function ConflictNotice({ draft }: { draft: Draft }) {
  const words = useSubjectWords();
  const { conflict, entries } = draft;
  if (conflict === null) return null;
  const { code, theirs } = conflict;
  const mine = entries.get(code)?.judgement ?? null;
  const subject = words.subject(code);
  return (
    <Notice tone="warning" role="alert" title={<Title theirs={theirs} subject={subject} />}>
      <p>
        {theirs === null ? (
          <Trans>The judgement was taken away.</Trans>
        ) : (
          <>
            <strong>
              <Whose theirs={theirs} />
            </strong>{' '}
            {words.judgement(code, theirs.judgement)} {theirs.reason}
          </>
        )}
      </p>
      <p>
        <strong>
          <Trans>Yours:</Trans>
        </strong>{' '}
        {mine === null ? <Trans>taken away</Trans> : words.judgement(code, mine)} {entries.get(code)?.reason}
      </p>
      <ButtonRow>
        <Button onClick={() => draft.settleConflict('theirs')}>
          <KeepTheirs theirs={theirs} />
        </Button>
        <Button variant="secondary" onClick={() => draft.settleConflict('mine')}>
          <Trans>Put mine in its place</Trans>
        </Button>
      </ButtonRow>
    </Notice>
  );
}

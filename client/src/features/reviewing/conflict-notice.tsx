import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import type { Draft } from './use-draft.ts';
import { useSubjectWords } from './use-subject-words.ts';

/** A colleague has judged the same meanwhile: both are shown, and one is chosen. */
export function ConflictNotice({ draft }: { draft: Draft }) {
  const words = useSubjectWords();
  const { conflict, entries } = draft;
  if (conflict === null) return null;
  const { code, theirs } = conflict;
  const mine = entries.get(code)?.judgement ?? null;
  const subject = words.subject(code);
  const who = theirs?.judgedBy ?? '';
  return (
    <Notice tone="warning" role="alert" title={<Trans>A colleague has changed this meanwhile: {subject}</Trans>}>
      <p>
        {theirs === null ? (
          <Trans>The judgement was taken away.</Trans>
        ) : (
          <>
            <strong>
              {who === '' ? <Trans>Your colleague's judgement:</Trans> : <Trans>The judgement of {who}:</Trans>}
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
          <Trans>Keep the colleague's</Trans>
        </Button>
        <Button variant="secondary" onClick={() => draft.settleConflict('mine')}>
          <Trans>Put mine in its place</Trans>
        </Button>
      </ButtonRow>
    </Notice>
  );
}

import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

type EntryConflictProps = {
  /** What somebody else has written there meanwhile, by field. */
  changes: readonly { readonly term: string; readonly detail: string }[];
  isWithdrawn: boolean;
  isBusy: boolean;
  onKeep: () => void;
  /** Puts what they wrote into the form, instead of what is in it. */
  onTake: () => void;
};

/** Somebody else was first, or the same person elsewhere: what was saved stands beside what is in the form, of which nothing is lost. */
export function EntryConflict({ changes, isWithdrawn, isBusy, onKeep, onTake }: EntryConflictProps) {
  if (isWithdrawn) {
    return (
      <Notice tone="warning" role="alert" title={<Trans>It has been withdrawn meanwhile</Trans>}>
        <p>
          <Trans>What you have written is still in the form: copy what you need, and write it down anew.</Trans>
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="warning" role="alert" title={<Trans>This has been changed meanwhile</Trans>}>
      <p>
        <Trans>
          Somebody else has changed it, or you have in another tab. What you have written is still in the form. This is
          what has been saved:
        </Trans>
      </p>
      <Facts facts={changes} />
      <ButtonRow>
        <Button variant="secondary" isBusy={isBusy} onClick={onKeep}>
          <Trans>Save what is in the form over it</Trans>
        </Button>
        <Button variant="quiet" onClick={onTake}>
          <Trans>Take what has been saved into the form</Trans>
        </Button>
      </ButtonRow>
    </Notice>
  );
}

import { Trans } from '@lingui/react/macro';
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx';

/** The mark of what is not shown, and for those who listen what it stands for. */
export function HiddenMark() {
  return (
    <>
      <span aria-hidden="true">..</span>
      <VisuallyHidden>
        <Trans>not shown</Trans>
      </VisuallyHidden>
    </>
  );
}

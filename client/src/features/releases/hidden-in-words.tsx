import { Trans } from '@lingui/react/macro';

/** Said once for a table: what the mark in it is. */
export function HiddenInWords() {
  return (
    <p>
      <Trans>
        Two dots: not shown, because there are too few firms, or none, or because it would give away single firms or
        another group. Which of them it is cannot be seen.
      </Trans>
    </p>
  );
}

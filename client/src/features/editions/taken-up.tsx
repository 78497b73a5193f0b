import { Trans } from '@lingui/react/macro';

/** That what is done with the firm answers what it has asked for. */
export function TakenUp({ isUnanswered }: { isUnanswered: boolean }) {
  if (!isUnanswered) return null;
  return (
    <p>
      <Trans>Has asked for the package and waits for an answer. This takes the request up too.</Trans>
    </p>
  );
}

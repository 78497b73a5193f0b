import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import styles from './result.module.css';
import { useOwnHrefs } from './result-context.tsx';

export const furtherId = 'further';

/** What can be done with the result as a whole, where nobody has to read to the end to find it. */
export function Further() {
  const { t } = useLingui();
  const hrefs = useOwnHrefs();
  return (
    <nav id={furtherId} tabIndex={-1} aria-label={t`Take the result further`} className={styles.onScreen}>
      <ButtonRow>
        <ButtonLink to={hrefs.reports} variant="quiet">
          <Trans>Take the result with you</Trans>
        </ButtonLink>
        {hrefs.sharing !== null && (
          <ButtonLink to={hrefs.sharing} variant="quiet">
            <Trans>Share the result</Trans>
          </ButtonLink>
        )}
        <ButtonLink to={hrefs.change} variant="quiet">
          <Trans>Change since last time</Trans>
        </ButtonLink>
        <ButtonLink to={hrefs.crosswalk} variant="quiet">
          <Trans>The same answers in the EU's measures</Trans>
        </ButtonLink>
        <Button variant="quiet" onClick={() => window.print()} aria-label={t`Print the result`}>
          <Trans>Print</Trans>
        </Button>
      </ButtonRow>
    </nav>
  );
}

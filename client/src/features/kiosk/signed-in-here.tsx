import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';

export type SignedInHereProps = {
  /** Undefined for those who hand no devices over. */
  handOverHref: string | undefined;
  signOut: () => Promise<void>;
};

/** No firm begins in a browser in which somebody is signed in. */
export function SignedInHere({ handOverHref, signOut }: SignedInHereProps) {
  const { t } = useLingui();
  const action = useAction(useProblemWords());
  return (
    <Page>
      <PageHeader
        title={t`Somebody is signed in here`}
        lead={t`A firm is not to begin in a browser where somebody else is signed in. Sign out first.`}
      />
      <FaultNotice fault={action.fault} title={<Trans>You are not signed out</Trans>} />
      <ButtonRow>
        <Button isBusy={action.isBusy} onClick={() => action.run(signOut)}>
          <Trans>Sign out</Trans>
        </Button>
        {handOverHref !== undefined && (
          <ButtonLink to={handOverHref} variant="quiet">
            <Trans>Hand over the device</Trans>
          </ButtonLink>
        )}
      </ButtonRow>
    </Page>
  );
}

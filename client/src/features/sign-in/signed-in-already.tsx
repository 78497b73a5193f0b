import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';

type SignedInAlreadyProps = { account: AccountDocument; goOnHref: string; onSignOut: () => Promise<void> };

/** Who is signed in already, and the two ways from there. */
export function SignedInAlready({ account, goOnHref, onSignOut }: SignedInAlreadyProps) {
  const { t } = useLingui();
  const say = useProblemWords();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { name, email } = account;
  const who = name === null ? email : `${name} (${email})`;
  const leave = () => {
    setBusy(true);
    setFailure(null);
    onSignOut()
      .catch(setFailure)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <PageHeader title={t`You are signed in`} lead={who} />
      <ButtonRow>
        <ButtonLink to={goOnHref}>
          <Trans>Go on</Trans>
        </ButtonLink>
        <Button variant="secondary" isBusy={isBusy} onClick={leave}>
          <Trans>Sign out</Trans>
        </Button>
      </ButtonRow>
      {failure !== null && (
        <Notice tone="danger" role="alert">
          <p>{say(failure)}</p>
        </Notice>
      )}
    </>
  );
}

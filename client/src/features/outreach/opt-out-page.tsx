import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ProblemError } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { sendOptOut } from './api.ts';

/** One click, and not the opening of the page: programs open links of mail by themselves. */
export function OptOutPage({ code }: { code: string }) {
  const { t } = useLingui();
  const [isNoted, setNoted] = useState(false);
  const done = useDone();
  const problemWords = useProblemWords();
  const badLink = t`The link is not whole. Open it once more from the mail, or copy all of it.`;
  const { isBusy, fault, run } = useAction((failure) =>
    failure instanceof ProblemError && failure.code === 'invalid-request' ? badLink : problemWords(failure),
  );
  const say = () =>
    run(async () => {
      await sendOptOut(code);
      setNoted(true);
      done.say(t`You get no more mail from them by us. Your address has been removed there.`);
    });
  return (
    <Page>
      <PageHeader title={t`No more mail`} />
      <DoneNotice done={done} />
      {!isNoted && (
        <>
          <p>
            <Trans>
              Then your address is removed at the organisation that invited you, and nobody there can write to you from
              here again. A link in a mail that invites you to answer goes on working: you end the mail alone.
            </Trans>
          </p>
          <FaultNotice fault={fault} />
          <p>
            <Button isBusy={isBusy} onClick={say}>
              <Trans>I want no more mail</Trans>
            </Button>
          </p>
        </>
      )}
    </Page>
  );
}

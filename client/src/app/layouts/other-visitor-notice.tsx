import { Trans } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import type { Visitor } from '../visitor.ts';
import styles from './other-visitor-notice.module.css';
import { SignedOutTitle, SignInBeside, SignInInNewTab } from './signed-out-words.tsx';

const nameOf = ({ name, email }: AccountDocument): string => name ?? email;

function NobodyNow() {
  return (
    <Notice tone="warning" title={<SignedOutTitle />}>
      <SignInBeside />
      <ButtonRow>
        <SignInInNewTab variant="secondary" />
      </ButtonRow>
    </Notice>
  );
}

function SomebodyElseNow({ before, now }: { before: string; now: string }) {
  const navigate = useNavigate();
  return (
    <Notice tone="warning" title={<Trans>{now} is signed in in this browser now</Trans>}>
      <p>
        <Trans>
          {before} opened this page, and what is written on it is still here. What you send from it is sent as {now},
          and only if {now} may do it.
        </Trans>
      </p>
      <ButtonRow>
        <Button variant="secondary" onClick={() => void navigate(0)}>
          <Trans>Load the page as {now}</Trans>
        </Button>
      </ButtonRow>
    </Notice>
  );
}

export function OtherVisitorNotice({ openedBy, visitor }: { openedBy: AccountDocument; visitor: Visitor }) {
  return (
    <div className={styles.notice}>
      {visitor === null ? <NobodyNow /> : <SomebodyElseNow before={nameOf(openedBy)} now={nameOf(visitor)} />}
    </div>
  );
}

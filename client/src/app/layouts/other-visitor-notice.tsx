import { Trans } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { paths } from '../paths.ts';
import type { Visitor } from '../visitor.ts';
import styles from './other-visitor-notice.module.css';

const nameOf = ({ name, email }: AccountDocument): string => name ?? email;

function NobodyNow() {
  return (
    <Notice tone="warning" title={<Trans>You are no longer signed in</Trans>}>
      <p>
        <Trans>
          What you have written on this page is still here. Sign in on a tab of its own, come back to this one and try
          again.
        </Trans>
      </p>
      <ButtonRow>
        <ButtonLink to={paths.signIn()} target="_blank" rel="noopener" variant="secondary">
          <Trans>Open the sign-in in a new tab</Trans>
        </ButtonLink>
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

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { DemoPerson } from '#shared/contracts/demo.ts';
import type { AccountDocument } from '#shared/contracts/visitor.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { sendDemoSignIn } from './api.ts';
import styles from './demo.module.css';

function PersonCard({ person, isBusy, onChoose }: { person: DemoPerson; isBusy: boolean; onChoose: () => void }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useRoleWords();
  const { name } = person;
  return (
    <li>
      <Panel>
        <p>
          <Tag tone="accent">
            <Trans>Made up</Trans>
          </Tag>
        </p>
        <h2>{name}</h2>
        <p>
          <strong>{words.role(person.role)}</strong>
          <br />
          {localise(person.placeName)}
        </p>
        <p>{localise(person.about)}</p>
        <ButtonRow>
          <Button variant="secondary" isBusy={isBusy} aria-label={t`Sign in as ${name}`} onClick={onChoose}>
            <Trans>Sign in</Trans>
          </Button>
        </ButtonRow>
      </Panel>
    </li>
  );
}

type DemoPeoplePageProps = {
  people: readonly DemoPerson[];
  mailsHref: string;
  onSignedIn: (account: AccountDocument) => void;
};

/** The made-up people of the demo, each a way to try one role. */
export function DemoPeoplePage({ people, mailsHref, onSignedIn }: DemoPeoplePageProps) {
  const { t } = useLingui();
  const say = useProblemWords();
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<unknown>(null);
  const signIn = async (code: string) => {
    setBusy(code);
    setFailure(null);
    try {
      onSignedIn(await sendDemoSignIn(code));
    } catch (error) {
      setFailure(error);
    }
    setBusy(undefined);
  };
  return (
    <Page width="results">
      <PageHeader
        title={t`The people of the demo`}
        lead={t`These people and their firms are made up. Sign in as one of them to see what that role sees. On a real site this page does not exist.`}
      >
        <p>
          <Link to={mailsHref}>
            <Trans>Mail that the demo has sent</Trans>
          </Link>
        </p>
      </PageHeader>
      {failure !== null && (
        <Notice tone="danger" role="alert">
          <p>
            {failure instanceof ProblemError && failure.code === 'not-found' ? (
              <Trans>The account is locked. An administrator can unlock it under People.</Trans>
            ) : (
              say(failure)
            )}
          </p>
        </Notice>
      )}
      {people.length === 0 ? (
        <EmptyState title={<Trans>This demo has no people</Trans>} />
      ) : (
        <ul className={styles.cards}>
          {people.map((person) => (
            <PersonCard
              key={person.code}
              person={person}
              isBusy={busy === person.code}
              onChoose={() => void signIn(person.code)}
            />
          ))}
        </ul>
      )}
    </Page>
  );
}

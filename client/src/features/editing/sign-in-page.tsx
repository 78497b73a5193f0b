import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useLocation, useNavigate, useRevalidator } from 'react-router';
import { accessKeySchema } from '#shared/contracts/identifiers.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { sendSignIn } from './api.ts';
import styles from './editing.module.css';
import { FaultNotice } from './fault-notice.tsx';

const nameField = 'editor-name';

/** The key stands in the fragment, which no server sees, and is used only by a click: scanners follow links. */
export function SignInPage() {
  const { t } = useLingui();
  const say = useProblemWords();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const { hash, pathname } = useLocation();
  const key = hash.slice(1);
  const hasKey = accessKeySchema.safeParse(key).success;
  const [name, setName] = useState('');
  const [nameFault, setNameFault] = useState<string>();
  const [fault, setFault] = useState<string>();
  const [isSending, setSending] = useState(false);

  const signIn = async (event: FormEvent) => {
    event.preventDefault();
    const editorName = name.trim();
    setFault(undefined);
    setNameFault(editorName === '' ? t`Write your name. It is shown beside your changes.` : undefined);
    if (editorName === '') {
      document.getElementById(fieldId(nameField))?.focus();
      return;
    }
    setSending(true);
    try {
      await sendSignIn(key, editorName);
      await navigate(pathname, { replace: true });
      await revalidate();
      // The address is the same, but the page is another.
      document.querySelector('h1')?.focus();
    } catch (error) {
      const isUsed = error instanceof ProblemError && error.code === 'not-found';
      setFault(isUsed ? t`The link has been used or has expired. Ask for a new one.` : say(error));
      setSending(false);
    }
  };

  return (
    <Page>
      <PageHeader
        title={t`Edit the questionnaires`}
        lead={
          hasKey
            ? t`Your link is ready. It works once.`
            : t`You need a link. The server prints one when it starts on its own database, and an editor can make one for a colleague.`
        }
      />
      {hasKey && (
        <form noValidate className={styles.form} onSubmit={(event) => void signIn(event)}>
          <TextField
            name={nameField}
            label={t`Your name`}
            hint={t`Shown beside what you change.`}
            autoComplete="name"
            value={name}
            error={nameFault}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <FaultNotice fault={fault} />
          <ButtonRow>
            <Button type="submit" isBusy={isSending}>
              <Trans>Sign in</Trans>
            </Button>
          </ButtonRow>
        </form>
      )}
    </Page>
  );
}

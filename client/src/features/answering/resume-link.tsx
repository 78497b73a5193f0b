import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { formatDate } from '../../lib/format.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useAnswering } from './answering-context.tsx';
import { fetchResumeLink } from './api.ts';
import { isLockedOut } from './outbox/send-answer.ts';

const linkField = 'resume-link';

/** A page that is not fetched over https has no clipboard. */
async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

type LinkState =
  | { kind: 'none' }
  | { kind: 'fetching' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'made'; url: string; expiresAt: string; isCopied: boolean };

function MadeLink({
  url,
  expiresAt,
  isCopied,
  onCopy,
}: {
  url: string;
  expiresAt: string;
  isCopied: boolean;
  onCopy: () => void;
}) {
  const { t } = useLingui();
  const language = useLanguage();
  const day = formatDate(new Date(expiresAt), language);
  return (
    <>
      <TextField
        name={linkField}
        label={t`Your secret link`}
        hint={t`Works until ${day}, on any device. Whoever has it can read and change the answers.`}
        value={url}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <ButtonRow>
        <Button variant="secondary" onClick={onCopy}>
          <Trans>Copy the link</Trans>
        </Button>
      </ButtonRow>
      <p role="status">{isCopied ? t`The link is copied. Keep it where you will find it.` : ''}</p>
    </>
  );
}

/** A secret link with which one comes back on another device. It is made when asked for, and shown once. */
export function ResumeLink({ about }: { about: ReactNode }) {
  const { session } = useAnswering();
  const say = useProblemWords();
  const focusAfter = useFocusAfter();
  const [link, setLink] = useState<LinkState>({ kind: 'none' });

  const make = () => {
    setLink({ kind: 'fetching' });
    fetchResumeLink(session.response.responseId).then(
      ({ url, expiresAt }) => {
        setLink({ kind: 'made', url, expiresAt, isCopied: false });
        focusAfter(() => document.getElementById(fieldId(linkField)));
      },
      (error: unknown) => {
        if (isLockedOut(error)) session.outbox.lockOut();
        setLink({ kind: 'failed', error });
      },
    );
  };
  const copy = () => {
    if (link.kind !== 'made') return;
    copyText(link.url).then(
      () => setLink({ ...link, isCopied: true }),
      // The field is selected on focus; copying by hand always works.
      () => document.getElementById(fieldId(linkField))?.focus(),
    );
  };

  return (
    <>
      <p>{about}</p>
      {link.kind === 'made' ? (
        <MadeLink {...link} onCopy={copy} />
      ) : (
        <ButtonRow>
          <Button variant="secondary" isBusy={link.kind === 'fetching'} onClick={make}>
            <Trans>Make a secret link</Trans>
          </Button>
        </ButtonRow>
      )}
      {link.kind === 'failed' && (
        <Notice tone="danger" role="alert">
          <p>{say(link.error)}</p>
        </Notice>
      )}
    </>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { accessKeySchema } from '#shared/contracts/identifiers.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import styles from './answering.module.css';
import { sendResumeKey } from './api.ts';
import { noteOpened, readRememberedResponse } from './remembered-response.ts';
import { ResumedPart } from './resumed-part.tsx';

export type ResumeHrefs = {
  overview: (responseId: string) => string;
  result: (responseId: string) => string;
  start: string;
  signIn: string;
};

/** The key in a whole link, or the key by itself; undefined when there is none. */
function keyIn(text: string): string | undefined {
  const candidate = /(?:key=)?([A-Za-z0-9_-]{43})\s*$/.exec(text)?.[1];
  return accessKeySchema.safeParse(candidate).success ? candidate : undefined;
}

/** The way back that needs no link. */
function InThisBrowser({ overviewOf }: { overviewOf: ResumeHrefs['overview'] }) {
  const [remembered] = useState(readRememberedResponse);
  if (remembered === undefined) return null;
  return (
    <Section title={<Trans>In this browser</Trans>}>
      <p>
        <Trans>You have answered here before. No link is needed.</Trans>
      </p>
      <ButtonRow>
        <ButtonLink to={overviewOf(remembered)} variant="secondary">
          <Trans>Go on where you were</Trans>
        </ButtonLink>
      </ButtonRow>
    </Section>
  );
}

/** An account has no link. */
function UnderAnEmail({ href }: { href: string }) {
  return (
    <Section title={<Trans>Saved under an e-mail</Trans>}>
      <p>
        <Trans>Answers that you have saved under your e-mail are reached by signing in, on any device.</Trans>
      </p>
      <ButtonRow>
        <ButtonLink to={href} variant="secondary">
          <Trans>Sign in</Trans>
        </ButtonLink>
      </ButtonRow>
    </Section>
  );
}

/** The secret comes in the fragment, which no server sees. It is used only when the person says so: scanners follow links. */
export function ResumePage({ hrefs }: { hrefs: ResumeHrefs }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const say = useProblemWords();
  const keyInLink = keyIn(useLocation().hash);
  const [typed, setTyped] = useState('');
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string>();
  const [isDead, setDead] = useState(false);
  const [ofPart, setOfPart] = useState<string>();

  const leadOfLink = isDead ? undefined : t`Your link is ready. Press the button to continue on this device.`;

  const resume = (event: FormEvent) => {
    event.preventDefault();
    const key = keyInLink ?? keyIn(typed);
    if (key === undefined) {
      setFault(t`Paste the whole link that you saved.`);
      return;
    }
    setSending(true);
    sendResumeKey(key).then(
      ({ responseId, status, isRespondent }) => {
        noteOpened(responseId);
        if (isRespondent && status === 'open') setOfPart(responseId);
        else
          void navigate(status === 'submitted' ? hrefs.result(responseId) : hrefs.overview(responseId), {
            replace: true,
          });
      },
      (error: unknown) => {
        const isUnknown = error instanceof ProblemError && error.code === 'not-found';
        setDead(isUnknown);
        setFault(
          isUnknown
            ? t`The link does not open anything. It may have expired, be cut short, or have ended when the answers were saved under an e-mail.`
            : say(error),
        );
        setSending(false);
      },
    );
  };

  if (ofPart !== undefined) {
    return <ResumedPart responseId={ofPart} overview={hrefs.overview(ofPart)} />;
  }
  return (
    <Page>
      <PageHeader
        title={t`Go on answering`}
        lead={keyInLink === undefined ? t`Paste the secret link that you saved.` : leadOfLink}
      />
      <form noValidate className={styles.form} onSubmit={resume}>
        {keyInLink === undefined && (
          <TextField
            name="resume-link"
            label={t`Secret link`}
            autoComplete="off"
            value={typed}
            error={fault}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        {keyInLink !== undefined && fault !== undefined && (
          <Notice tone="danger" role="alert">
            <p>{fault}</p>
          </Notice>
        )}
        <ButtonRow>
          <Button type="submit" isBusy={isSending}>
            <Trans>Continue</Trans>
          </Button>
          <ButtonLink to={hrefs.start} variant="quiet">
            <Trans>Start from the beginning</Trans>
          </ButtonLink>
        </ButtonRow>
      </form>
      {keyInLink === undefined && <InThisBrowser overviewOf={hrefs.overview} />}
      <UnderAnEmail href={hrefs.signIn} />
    </Page>
  );
}

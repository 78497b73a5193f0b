import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { accessKeySchema } from '#shared/contracts/identifiers.ts';
import type { RespondentInvitation } from '#shared/contracts/respondents.ts';
import type { RespondentRole } from '#shared/domain/respondents/respondent-role.ts';
import { isAway, ProblemError } from '../../lib/http/errors.ts';
import { type Action, useAction } from '../../lib/use-action.ts';
import { useCountsAloneWords } from '../../lib/use-counts-alone-words.ts';
import { useDone } from '../../lib/use-done.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { useRespondentRoleWords } from '../../lib/use-respondent-role-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { fetchInvitation, openInvitation } from './api.ts';
import { BegunHere, type CloseFormer, GoOnHere, OpenedBefore, useBegunHere } from './begun-here.tsx';
import { ClosedHere, isClosedHere } from './closed-here.tsx';
import styles from './respondents.module.css';

export type InvitationHrefs = { method: string; overview: (responseId: string) => string };

/** The secret in the address; undefined when there is none that could be one. */
function keyIn(hash: string): string | undefined {
  const key = new URLSearchParams(hash.slice(1)).get('key');
  return accessKeySchema.safeParse(key).data;
}

type Refusal = 'closed' | 'opened-before';

/** What a link that lets nobody in is met with; undefined for what may be tried again. */
function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  if (error.code === 'not-found') return 'closed';
  return error.code === 'invitation-opened' ? 'opened-before' : undefined;
}

/** Unknown, expired and taken back are one: whoever guesses learns nothing. */
function Closed() {
  return (
    <Notice tone="warning" role="alert">
      <p>
        <Trans>
          The link opens nothing. It may have expired, been taken back, or be cut short. Open the whole link once more,
          or ask whoever gave it to you for a new one.
        </Trans>
      </p>
    </Notice>
  );
}

function ChooseRole({
  invitation,
  role,
  error,
  onChange,
}: {
  invitation: RespondentInvitation;
  role: RespondentRole | null;
  error: string | undefined;
  onChange: (role: RespondentRole) => void;
}) {
  const { t } = useLingui();
  const words = useRespondentRoleWords();
  return (
    <RadioGroup
      name="role"
      legend={t`What do you do at the firm?`}
      hint={t`You get the questions that concern you.`}
      options={invitation.parts.map((part) => ({
        value: part.role,
        label: words[part.role].name,
        hint: words[part.role].who,
      }))}
      value={role ?? ''}
      error={error}
      onChange={({ currentTarget }) => {
        const chosen = invitation.parts.find((part) => part.role === currentTarget.value);
        if (chosen !== undefined) onChange(chosen.role);
      }}
    />
  );
}

/** `yes` or `no`, and nothing before one of them is chosen. */
type Choice = 'yes' | 'no';

function ChooseCountsAlone({
  choice,
  error,
  onChange,
}: {
  choice: Choice | null;
  error: string | undefined;
  onChange: (choice: Choice) => void;
}) {
  return (
    <RadioGroup
      name="counts-alone"
      {...useCountsAloneWords()}
      value={choice ?? ''}
      error={error}
      onChange={({ currentTarget }) => onChange(currentTarget.value === 'yes' ? 'yes' : 'no')}
    />
  );
}

function Begin({
  keyOfLink,
  invitation,
  hrefs,
  action,
}: {
  keyOfLink: string;
  invitation: RespondentInvitation;
  hrefs: InvitationHrefs;
  action: Action;
}) {
  const { t } = useLingui();
  const language = useLanguage();
  const navigate = useNavigate();
  const focusAfter = useFocusAfter();
  const form = useRef<HTMLFormElement>(null);
  const [role, setRole] = useState<RespondentRole | null>(invitation.role);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [hasTried, setTried] = useState(false);
  const chosen = invitation.parts.find((part) => part.role === role);
  const asked = chosen?.questions ?? 0;
  const begin = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (role === null || choice === null) {
      focusAfter(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input'));
      return;
    }
    action.run(async () => {
      const asRole = invitation.kind === 'link' ? { role } : {};
      const body = { key: keyOfLink, language, countsAlone: choice === 'yes', ...asRole };
      const { responseId } = await openInvitation(body);
      // In place of the link, whose secret does not stay in the history.
      await navigate(hrefs.overview(responseId), { replace: true });
    });
  };
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={begin}>
      {invitation.kind === 'link' && (
        <ChooseRole
          invitation={invitation}
          role={role}
          error={hasTried && role === null ? t`Choose what comes closest.` : undefined}
          onChange={setRole}
        />
      )}
      {chosen !== undefined && (
        <p>
          <Plural
            value={asked}
            one="You get # question. There is no right answer: say how it is today."
            other="You get # questions. There is no right answer: say how it is today."
          />
        </p>
      )}
      <ChooseCountsAlone
        choice={choice}
        error={hasTried && choice === null ? t`Choose yes or no.` : undefined}
        onChange={setChoice}
      />
      <p>
        <Trans>You can change it under What you answer until the firm submits its answers.</Trans>
      </p>
      <FaultNotice fault={action.fault} />
      <ButtonRow>
        <Button type="submit" isBusy={action.isBusy}>
          <Trans>To the questions</Trans>
        </Button>
        <ButtonLink to={hrefs.method} variant="quiet">
          <Trans>How the levels are worked out</Trans>
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

type InvitationPageProps = {
  hrefs: InvitationHrefs;
  /** The response last opened in this browser. */
  remembered?: string | undefined;
  /** One of a colleague's whose questions open here without a network. */
  keptHere?: string | undefined;
  closeFormer: CloseFormer;
  whoSeesWhat: ReactNode;
};

function OpenInvitation({
  keyOfLink,
  invitation,
  hrefs,
  remembered,
  closeFormer,
}: Omit<InvitationPageProps, 'whoSeesWhat'> & { keyOfLink: string; invitation: RespondentInvitation }) {
  const { t } = useLingui();
  const say = useProblemWords();
  const opening = useAction(say);
  const done = useDone();
  const { begun, forget } = useBegunHere(
    ({ status, firmName }) => status === 'open' && firmName === invitation.firmName,
    remembered,
  );
  if (begun === 'asked') return <Fetching />;
  if (begun !== 'nothing') {
    return (
      <BegunHere
        responseId={begun.responseId}
        overview={hrefs.overview}
        closeFormer={closeFormer}
        onSomebodyElse={(unsent) => {
          forget();
          done.say(
            unsent === 0
              ? t`The answers that were given here are closed. Now you can begin.`
              : t`The answers that were given here are closed, and nobody opens them from here. What could not be sent waits in this browser. Now you can begin.`,
          );
        }}
      />
    );
  }
  if (opening.failure instanceof ProblemError && opening.failure.code === 'respondent-link-full') {
    return (
      <Notice tone="warning" role="alert">
        <p>{say(opening.failure)}</p>
      </Notice>
    );
  }
  return (
    <>
      <DoneNotice done={done} />
      <Begin keyOfLink={keyOfLink} invitation={invitation} hrefs={hrefs} action={opening} />
    </>
  );
}

function Fetching() {
  return (
    <p role="status">
      <Trans>Fetching the invitation …</Trans>
    </p>
  );
}

/** Where a colleague who was invited, or came by the link on the wall, reads what it is about before anything is opened. */
export function InvitationPage(props: InvitationPageProps) {
  const { hash } = useLocation();
  return isClosedHere(hash) ? <ClosedHere /> : <Invitation {...props} />;
}

function Invitation(props: InvitationPageProps) {
  const { t } = useLingui();
  const { hash } = useLocation();
  const key = keyIn(hash);
  const [invitation, setInvitation] = useState<RespondentInvitation | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(key === undefined ? 'closed' : null);
  const reading = useAction(useProblemWords());
  const { run } = reading;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each key, and again when one asks for it.
  const read = useCallback(() => {
    if (key === undefined) return;
    run(async () => {
      try {
        setInvitation(await fetchInvitation(key));
      } catch (error) {
        const refused = refusalOf(error);
        if (refused === undefined) throw error;
        setRefusal(refused);
      }
    });
  }, [key]);
  useEffect(read, [read]);
  const firmName = invitation?.firmName ?? t`your firm`;
  return (
    <Page>
      <meta name="robots" content="noindex, nofollow, noarchive" />
      <PageHeader
        title={invitation === null ? t`Answer together` : t`Answer for ${firmName}`}
        lead={t`Several of you answer, each what you know most about. That gives a truer picture than when one person answers everything.`}
      />
      <SimulatedTag isSimulated={invitation?.isSimulated === true} />
      {refusal === 'closed' && <Closed />}
      {refusal === 'opened-before' && <OpenedBefore remembered={props.remembered} overview={props.hrefs.overview} />}
      {invitation === null && refusal === null && (
        <>
          <FaultNotice fault={reading.fault} />
          {reading.fault === undefined ? (
            <Fetching />
          ) : (
            <ButtonRow>
              <Button onClick={read}>
                <Trans>Try again</Trans>
              </Button>
              {isAway(reading.failure) && props.keptHere !== undefined && (
                <GoOnHere responseId={props.keptHere} overview={props.hrefs.overview} />
              )}
            </ButtonRow>
          )}
        </>
      )}
      {key !== undefined && invitation !== null && refusal === null && (
        <>
          {invitation.isOpen ? (
            <OpenInvitation keyOfLink={key} invitation={invitation} {...props} />
          ) : (
            <Notice>
              <p>
                <Trans>
                  The firm has submitted its answers, so there is nothing left to answer. Thank you all the same.
                </Trans>
              </p>
            </Notice>
          )}
          {props.whoSeesWhat}
        </>
      )}
    </Page>
  );
}

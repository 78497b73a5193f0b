import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { RespondentInvitation } from '#shared/contracts/respondents.ts';
import type { RespondentRole } from '#shared/domain/respondents/respondent-role.ts';
import type { Action } from '../../lib/use-action.ts';
import { useCountsAloneWords } from '../../lib/use-counts-alone-words.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useRespondentRoleWords } from '../../lib/use-respondent-role-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { openInvitation } from './api.ts';
import styles from './respondents.module.css';

export type InvitationHrefs = { method: string; overview: (responseId: string) => string };

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

/** What is asked before anything is opened, and the press that opens it. */
export function BeginForm({
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

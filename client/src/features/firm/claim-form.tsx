import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { FirmSummary } from '#shared/contracts/firms.ts';
import type { ResponseDocument } from '#shared/contracts/responses.ts';
import { formatDate } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { Link } from '../../ui/link/link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { sendClaim } from './api.ts';
import type { ClaimHrefs } from './claim-page.tsx';
import { ClaimTarget, ownFirm, targetField } from './claim-target.tsx';
import { type FirmForms, useFormNames } from './firm-responses.tsx';
import { useFirmProblemWords } from './use-firm-problem-words.ts';

type ClaimFormProps = {
  response: ResponseDocument;
  email: string;
  /** The firms that the person belongs to already. */
  firms: readonly FirmSummary[];
  forms: FirmForms;
  hrefs: ClaimHrefs;
  onClaimed: (response: ResponseDocument) => void;
};

function Which({ response, email, forms }: Pick<ClaimFormProps, 'response' | 'email' | 'forms'>) {
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = useFormNames(forms);
  const count = response.answers.length;
  return (
    <Facts
      facts={[
        { term: t`Assessment`, detail: nameOf(response.formCode) },
        { term: t`Firm`, detail: response.firmName ?? t`No name given` },
        { term: t`Begun on`, detail: formatDate(new Date(response.startedAt), language) },
        { term: t`Saved so far`, detail: <Plural value={count} one="# answer" other="# answers" /> },
        { term: t`You are signed in as`, detail: email },
      ]}
    />
  );
}

function Meaning({ email }: { email: string }) {
  return (
    <ul>
      <li>
        <Trans>From now on the answers open by signing in as {email}, on any device. Every answer comes along.</Trans>
      </li>
      <li>
        <Trans>
          The key in this browser, and every secret link and key made earlier, stop working. Whoever used one has to
          sign in.
        </Trans>
      </li>
      <li>
        <Trans>Other assessments that you have made of the firm from this one come along.</Trans>
      </li>
      <li>
        <Trans>You become responsible for the firm: you invite colleagues and decide who may see anything.</Trans>
      </li>
      <li>
        <Trans>Nobody outside the firm sees anything by this.</Trans>
      </li>
    </ul>
  );
}

/** Whoever belongs to a firm says first which firm the answers are about; nothing is chosen beforehand. */
function useTarget(firms: readonly FirmSummary[]) {
  const { t } = useLingui();
  const [target, setTarget] = useState('');
  const [attempts, setAttempts] = useState(0);
  const isAsked = firms.length > 0;
  const error = isAsked && target === '' && attempts > 0 ? t`Choose which firm the answers are about.` : undefined;
  const mayClaim = () => {
    setAttempts(attempts + 1);
    return !isAsked || target === ownFirm;
  };
  return {
    isAsked,
    target,
    choose: setTarget,
    error,
    attempts,
    mayClaim,
    isElsewhere: !['', ownFirm].includes(target),
  };
}

/** Which answers it is about and what it means, before the button that does it. */
export function ClaimForm({ response, email, firms, forms, hrefs, onClaimed }: ClaimFormProps) {
  const { t } = useLingui();
  const { isBusy, fault, run } = useAction(useFirmProblemWords());
  const { isAsked, target, choose, error, attempts, mayClaim, isElsewhere } = useTarget(firms);
  const faults = listFaults([targetField], () => error);
  const claim = () => run(async () => onClaimed((await sendClaim(response.responseId)).response));
  return (
    <>
      <PageHeader
        title={t`Save under your e-mail`}
        hasFaults={faults.length > 0}
        lead={t`See that it is the right answers and the right address.`}
      />
      <ErrorSummary faults={faults} attempt={attempts} />
      <Which response={response} email={email} forms={forms} />
      <p>
        <Link to={hrefs.account}>
          <Trans>Another address? Sign out on the page of your account.</Trans>
        </Link>
      </p>
      {isAsked && (
        <ClaimTarget {...{ response, firms, target, error }} isSettled={isBusy} hrefOf={hrefs.firm} onChoose={choose} />
      )}
      {!isElsewhere && (
        <Section title={<Trans>What it means</Trans>}>
          <Meaning email={email} />
        </Section>
      )}
      <FaultNotice fault={fault} title={<Trans>The answers are as they were</Trans>} />
      <ButtonRow>
        {!isElsewhere && (
          <Button isBusy={isBusy} onClick={() => mayClaim() && claim()}>
            <Trans>Save under {email}</Trans>
          </Button>
        )}
        <ButtonLink to={response.status === 'open' ? hrefs.overview : hrefs.result} variant="quiet">
          <Trans>Not now</Trans>
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

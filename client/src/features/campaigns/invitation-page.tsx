import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { accessKeySchema } from '#shared/contracts/identifiers.ts';
import { formatDay } from '../../lib/format.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { Link } from '../../ui/link/link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { fetchInvitation, type Invitation, sendResumption } from './api.ts';

export type InvitationHrefs = {
  start: string;
  resume: string;
  signIn: string;
  privacy: string;
  optOut: (code: string) => string;
  overview: (responseId: string) => string;
};

type InvitationPageProps = {
  hrefs: InvitationHrefs;
  /** Goes on to what is asked of the firm first. */
  onBegin: (key: string, invitation: Invitation) => void;
  /** Something happened while the firm was about to begin: the invitation is read anew, and says what. */
  isOvertaken?: boolean | undefined;
};

/** The secret in the address; undefined when there is none that could be one. */
function keyIn(hash: string): string | undefined {
  return accessKeySchema.safeParse(new URLSearchParams(hash.slice(1)).get('key')).data;
}

function Nowhere({ hrefs, isTest }: { hrefs: InvitationHrefs; isTest: boolean }) {
  const { t } = useLingui();
  return (
    <Page>
      <PageHeader title={t`The link opens nothing`} />
      <Notice tone="warning" role="alert">
        <p>
          {isTest ? (
            <Trans>The link in a test mail opens nothing. In the mail to a firm it leads to its invitation.</Trans>
          ) : (
            <Trans>
              It may be cut short, or you may have been taken out of the campaign. Open the whole link once more. You
              can answer without an invitation too.
            </Trans>
          )}
        </p>
      </Notice>
      <ButtonRow>
        <ButtonLink to={hrefs.start} variant="secondary">
          <Trans>Answer without an invitation</Trans>
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}

/** What the link leads to now: begin, go on, or why neither. */
function Way(props: {
  invitation: Invitation;
  hrefs: InvitationHrefs;
  onBegin: () => void;
  onResume: () => void;
  isBusy: boolean;
}) {
  const { invitation, hrefs, onBegin, onResume, isBusy } = props;
  const language = useLanguage();
  const { progress, state, lastDay } = invitation;
  const isOver = state === 'closed' || state === 'ended';
  const until = formatDay(lastDay, language);
  if (progress === 'finished') {
    return (
      <Notice tone="success">
        <p>
          <Trans>
            You have finished. The result opens in the browser you answered in, by the link you saved there, or in your
            account; never by the link in the mail.
          </Trans>
        </p>
        <p>
          <Link to={hrefs.resume}>
            <Trans>Continue with your answers</Trans>
          </Link>
        </p>
      </Notice>
    );
  }
  return (
    <>
      {isOver && (
        <Notice tone="warning">
          <p>
            <Trans>
              The campaign takes no more answers. You may answer for yourselves all the same, which is just as free of
              charge.
            </Trans>
          </p>
        </Notice>
      )}
      {state === 'grace' && (
        <Notice>
          <p>
            <Trans>The last day has passed. Answers are still taken until {until}.</Trans>
          </p>
        </Notice>
      )}
      <ButtonRow>
        {progress === 'in-account' && (
          <ButtonLink to={hrefs.signIn}>
            <Trans>Sign in and go on</Trans>
          </ButtonLink>
        )}
        {progress === 'begun' && (
          <Button isBusy={isBusy} onClick={onResume}>
            <Trans>Go on where you were</Trans>
          </Button>
        )}
        {progress === 'not-begun' && !isOver && (
          <Button onClick={onBegin}>
            <Trans>Begin</Trans>
          </Button>
        )}
        {progress === 'not-begun' && isOver && (
          <ButtonLink to={hrefs.start}>
            <Trans>Answer for yourselves</Trans>
          </ButtonLink>
        )}
      </ButtonRow>
    </>
  );
}

/**
 * What a firm is invited to, by whom, and what the organiser sees. The secret comes in the fragment, which no server sees;
 * reading it begins nothing, since programs open the links of mail by themselves.
 */
export function InvitationPage({ hrefs, onBegin, isOvertaken = false }: InvitationPageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const navigate = useNavigate();
  const key = keyIn(useLocation().hash);
  const action = useAction(useProblemWords());
  const [invitation, setInvitation] = useState<Invitation>();
  const [isNowhere, setNowhere] = useState(key === undefined);
  const [isMissed, setMissed] = useState(isOvertaken);
  const { run } = action;
  const readAnew = async (secret: string) => {
    try {
      setInvitation(await fetchInvitation(secret));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'not-found') throw error;
      setNowhere(true);
    }
  };
  const read = (secret: string) => run(() => readAnew(secret));
  const readFirst = useEffectEvent(read);
  useEffect(() => {
    if (key !== undefined) readFirst(key);
  }, [key]);
  if (isNowhere || key === undefined) return <Nowhere hrefs={hrefs} isTest={key === undefined} />;
  if (invitation === undefined) {
    return (
      <Page>
        <PageHeader title={t`Your invitation`} />
        {action.isBusy && (
          <p role="status">
            <Trans>Opening the invitation …</Trans>
          </p>
        )}
        <FaultNotice fault={action.fault} />
        {!action.isBusy && (
          <p>
            <Button onClick={() => read(key)}>
              <Trans>Try again</Trans>
            </Button>
          </p>
        )}
      </Page>
    );
  }
  const organiser = localise(invitation.organiserName);
  const { minutes, scoredItems, firmName, closesOn, optOutCode } = invitation;
  const resume = () =>
    run(async () => {
      try {
        const { responseId } = await sendResumption(key);
        await navigate(hrefs.overview(responseId));
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== 'not-found') throw error;
        // Submitted or taken into an account meanwhile, or gone: what it is now is read anew.
        await readAnew(key);
        setMissed(true);
      }
    });
  return (
    <Page>
      <meta name="robots" content="noindex, nofollow, noarchive" />
      <PageHeader
        title={localise(invitation.name)}
        eyebrow={<Trans>Invitation to {firmName}</Trans>}
        lead={t`${organiser} invites you to measure your firm.`}
      />
      <Facts
        facts={[
          {
            term: t`The questions`,
            detail: t`${localise(invitation.formName)}: ${scoredItems} questions, about ${minutes} minutes`,
          },
          { term: t`Last day`, detail: formatDay(closesOn, language) },
        ]}
      />
      <Section title={<Trans>What {organiser} sees</Trans>}>
        <p>
          <Trans>
            Whether you have begun and whether you have finished, and when. Not what you answer, and not your result,
            unless you choose to share it.
          </Trans>{' '}
          <Link to={hrefs.privacy}>
            <Trans>Who sees the answers</Trans>
          </Link>
        </p>
        <p>
          <Trans>
            The link is yours: whoever has it can go on with the answers until they are submitted, and nothing after
            that.
          </Trans>
        </p>
      </Section>
      <FaultNotice fault={action.fault} />
      {isMissed && (
        <Notice role="status">
          <p>
            <Trans>Something has changed while the page was open. This is how it is now.</Trans>
          </p>
        </Notice>
      )}
      <Way
        invitation={invitation}
        hrefs={hrefs}
        isBusy={action.isBusy}
        onBegin={() => onBegin(key, invitation)}
        onResume={resume}
      />
      <p>
        <Link to={hrefs.optOut(optOutCode)}>
          <Trans>No more mail, please</Trans>
        </Link>
      </p>
    </Page>
  );
}

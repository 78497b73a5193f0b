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
import { fetchInvitation, type Invitation, type OwnFirm, sendResumption, sendStartInFirm } from './api.ts';
import { InvitationWay, type WayHrefs } from './invitation-way.tsx';
import { forgetKeptKey, readKeptKey } from './kept-key.ts';

export type InvitationHrefs = WayHrefs & {
  privacy: string;
  optOut: (code: string) => string;
  overview: (responseId: string) => string;
  firstItem: (responseId: string) => string;
};

type InvitationPageProps = {
  hrefs: InvitationHrefs;
  /** Those of whoever is signed in; undefined when nobody is. */
  firms: readonly OwnFirm[] | undefined;
  /** Goes on to what is asked of the firm first. */
  onBegin: (key: string, invitation: Invitation) => void;
  /** Something happened while the firm was about to begin: the invitation is read anew, and says what. */
  isOvertaken?: boolean | undefined;
};

/** What says that the invitation stands otherwise than the page shows. */
const overtaken: readonly string[] = ['not-found', 'campaign-begun', 'campaign-closed'];

/** The secret in the address; undefined when there is none that could be one. */
function keyIn(hash: string): string | undefined {
  return accessKeySchema.safeParse(new URLSearchParams(hash.slice(1)).get('key')).data;
}

/** The address has a secret in it, whatever the page shows. */
const NoIndex = () => <meta name="robots" content="noindex, nofollow, noarchive" />;

/** A test mail leads here without any secret; one that is cut short is somebody's. */
const isOfTest = (hash: string): boolean => (new URLSearchParams(hash.slice(1)).get('key') ?? '') === '';

function Nowhere({ hrefs, isTest }: { hrefs: InvitationHrefs; isTest: boolean }) {
  const { t } = useLingui();
  return (
    <Page>
      <NoIndex />
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

/**
 * What a firm is invited to, by whom, and what the organiser sees. The secret comes in the fragment, which no server sees;
 * reading it begins nothing, since programs open the links of mail by themselves.
 */
export function InvitationPage({ hrefs, firms, onBegin, isOvertaken = false }: InvitationPageProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const navigate = useNavigate();
  const { hash } = useLocation();
  const inAddress = keyIn(hash);
  // Whoever comes back from signing in finds it where it was before.
  const [kept] = useState(readKeptKey);
  const key = inAddress ?? kept;
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
  const settleKept = useEffectEvent(() => {
    forgetKeptKey();
    if (inAddress !== undefined || kept === undefined) return;
    void navigate({ search: window.location.search, hash: `#key=${kept}` }, { replace: true });
  });
  useEffect(() => {
    if (key !== undefined) readFirst(key);
  }, [key]);
  useEffect(() => settleKept(), []);
  if (isNowhere || key === undefined) return <Nowhere hrefs={hrefs} isTest={isOfTest(hash)} />;
  if (invitation === undefined) {
    return (
      <Page>
        <NoIndex />
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
  const goOn = (send: () => Promise<string>) =>
    run(async () => {
      try {
        await navigate(await send());
      } catch (error) {
        if (!(error instanceof ProblemError) || !overtaken.includes(error.code)) throw error;
        // Begun, submitted or taken into an account meanwhile, or gone: what it is now is read anew.
        await readAnew(key);
        setMissed(true);
      }
    });
  const resume = () => goOn(async () => hrefs.overview((await sendResumption(key)).responseId));
  const beginIn = (firmId: string) =>
    goOn(async () => hrefs.firstItem((await sendStartInFirm(firmId, { key, language })).responseId));
  return (
    <Page>
      <NoIndex />
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
          // Of one that was ended before it the day is no longer so.
          ...(invitation.state === 'ended' ? [] : [{ term: t`Last day`, detail: formatDay(closesOn, language) }]),
        ]}
      />
      <Section title={<Trans>What {organiser} sees</Trans>}>
        <p>
          {invitation.organiserKind === 'region' ? (
            <Trans>
              How many firms have begun and have finished, but not which; that none has is seen as well. Neither what
              you answer nor your result; those count in published figures only if you agree to it.
            </Trans>
          ) : (
            <Trans>
              Whether you have begun and whether you have finished, and when. Not what you answer, and not your result,
              unless you choose to share it.
            </Trans>
          )}{' '}
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
      <InvitationWay
        invitation={invitation}
        keyOfLink={key}
        hrefs={hrefs}
        firms={firms}
        isBusy={action.isBusy}
        onBegin={() => onBegin(key, invitation)}
        onBeginIn={beginIn}
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

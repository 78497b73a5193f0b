import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect } from 'react';
import { useRevalidator } from 'react-router';
import type { LettingIn } from '#shared/contracts/advising.ts';
import { countyOf } from '#shared/domain/firm/firm-profile.ts';
import { formatOrganisationNumber } from '#shared/domain/firm/organisation-number.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { type Fact, Facts } from '../../ui/facts/facts.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { PageContents } from '../../ui/navigation/page-contents.tsx';
import { useRescue } from '../../ui/own-words/own-words.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { SimulatedFirmTag } from '../../ui/tag/simulated-tag.tsx';
import type { LoadedSharedFirm, SharedFirm } from './api.ts';
import { isOpen } from './referral-action.ts';
import { SharedRequests } from './shared-requests.tsx';
import { SharedRounds } from './shared-rounds.tsx';
import { useAdvisingWords } from './use-advising-words.ts';
import { useQueueWords } from './use-queue-words.ts';
import { type ReferralDesk, useReferralDesk } from './use-referral-desk.ts';
import { consentsOf, useStillShared, type Withheld } from './use-still-shared.ts';
import { NotSharedPage, WithheldPage } from './withheld-page.tsx';

type SharedFirmProps = {
  loaded: LoadedSharedFirm;
  firmsHref: string;
  /** What a form is called. */
  formName: (code: string) => string;
  /** When somebody was last in touch, and what is planned. */
  contact: ReactNode;
  /** Where the firm stands, what has changed and what it says. */
  picture: ReactNode;
  /** What has been written about contacts with the firm, and what it takes part in. */
  record: ReactNode;
  /** What the organisation has seen beside what the firm says. */
  review: ReactNode;
  /** The newest result, as its own feature shows it. */
  result: ReactNode;
  ownPersonId: string | null;
  desk: ReferralDesk;
};

/** What the firm said of itself with its newest answers. */
function useProfileFacts({ newest }: SharedFirm): Fact[] {
  const { t } = useLingui();
  const words = useAdvisingWords();
  const queueWords = useQueueWords();
  if (newest === null) return [];
  const { branch, sizeClass, municipality, chainRole } = newest.response.profile;
  const county = countyOf(municipality);
  return [
    { term: t`Industry`, detail: queueWords.branch(branch) },
    { term: t`Size`, detail: queueWords.size(sizeClass) },
    { term: t`County`, detail: queueWords.county(county) },
    { term: t`Place in the chain`, detail: words.chainRole(chainRole) },
  ];
}

function Header({ firm }: { firm: SharedFirm }) {
  const { t } = useLingui();
  const words = useAdvisingWords();
  return (
    <PageHeader
      title={words.firm(firm.name)}
      documentTitle={t`A firm that has let us in`}
      lead={t`That this page was opened is written down, and the firm sees it. In the texts about the result below, “you” is the firm.`}
    >
      {firm.isSimulated && (
        <p>
          <SimulatedFirmTag />
        </p>
      )}
    </PageHeader>
  );
}

function About({ firm, lettingIn }: { firm: SharedFirm; lettingIn: LettingIn }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useAdvisingWords();
  const number = firm.organisationNumber;
  const profileFacts = useProfileFacts(firm);
  return (
    <Section title={<Trans>About the firm</Trans>}>
      <Facts
        facts={[
          { term: t`Organisation number`, detail: number === null ? t`not stated` : formatOrganisationNumber(number) },
          ...profileFacts,
          { term: t`Shares with`, detail: localise(lettingIn.organisationName) },
          { term: t`Shares`, detail: lettingIn.purposes.map(words.purpose).join(', ') },
          { term: t`Since`, detail: formatDate(new Date(lettingIn.since), language) },
        ]}
      />
      {firm.newest !== null && firm.supportChoices === null && (
        <p>
          <Trans>
            The firm agreed by an earlier wording. What it makes of the suggestions, how it now says that it was then
            and what it adds for the EU's measures is not in it, and not shown here.
          </Trans>
        </p>
      )}
    </Section>
  );
}

function SharedFirmShown(props: SharedFirmProps) {
  const { loaded, firmsHref, formName, contact, picture, record, review, result, ownPersonId, desk } = props;
  const { t } = useLingui();
  const { rescue, setHidden } = useRescue();
  const onWithhold = useCallback(
    (why: Withheld) => {
      rescue();
      // Nobody may be at the page: what was written about the firm is not left on the screen either.
      setHidden(why !== 'changed');
    },
    [rescue, setHidden],
  );
  const { withheld, ask } = useStillShared(loaded.lettingIn, { onWithhold });
  useEffect(() => {
    if (withheld === null) setHidden(false);
  }, [withheld, setHidden]);
  const { firm, lettingIn } = loaded;
  if (withheld !== null) return <WithheldPage withheld={withheld} firmsHref={firmsHref} onAsk={ask} />;
  const requests = {
    id: 'requests',
    name: t`Requests for contact`,
    content: <SharedRequests requests={firm.requests} lettingIn={lettingIn} desk={desk} ownPersonId={ownPersonId} />,
  };
  // What waits for the adviser comes first; without it the page begins with what prepares a meeting.
  const isAsked = firm.requests?.some(isOpen) === true;
  const parts = [
    ...(isAsked ? [requests] : []),
    { id: 'about', name: t`About the firm`, content: <About firm={firm} lettingIn={lettingIn} /> },
    { id: 'contact', name: t`Contact and meetings`, content: contact },
    { id: 'picture', name: t`The picture in short`, content: picture },
    ...(isAsked ? [] : [requests]),
    { id: 'notes', name: t`Notes and packages`, content: record },
    { id: 'rounds', name: t`Rounds`, content: <SharedRounds results={firm.results} formName={formName} /> },
    { id: 'review', name: t`Review`, content: review },
    { id: 'result', name: t`The result`, content: result },
  ].filter(({ content }) => content !== null && content !== false && content !== undefined);
  return (
    <Page width="results">
      <BackLink to={firmsHref}>
        <Trans>Work queue</Trans>
      </BackLink>
      <Header firm={firm} />
      <PageContents label={t`On this page`} parts={parts} />
    </Page>
  );
}

type SharedFirmPageProps = Omit<SharedFirmProps, 'loaded' | 'desk'> & { loaded: LoadedSharedFirm | null };

/** What one firm shares with one organisation, for as long as it does. */
export function SharedFirmPage({ loaded, ...rest }: SharedFirmPageProps) {
  const { revalidate } = useRevalidator();
  // What was done is told also when the firm has been read anew after it.
  const desk = useReferralDesk(() => void revalidate());
  if (loaded === null) return <NotSharedPage firmsHref={rest.firmsHref} />;
  // Read again, it is the same page with what is being written on it, as long as the firm shares the same.
  return <SharedFirmShown key={consentsOf(loaded.lettingIn)} loaded={loaded} desk={desk} {...rest} />;
}

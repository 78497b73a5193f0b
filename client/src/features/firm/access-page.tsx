import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { FirmAccess, FirmConsent, FirmDocument } from '#shared/contracts/firms.ts';
import { isSharingNotes, type StandingPurpose, standingPurposes } from '#shared/domain/access/consent.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import type { LoadedFirmAccess } from './api.ts';
import { ContactConsents } from './contact-consents.tsx';
import { CopiesTable } from './copies-table.tsx';
import { EarlierConsents } from './earlier-consents.tsx';
import { FirmHeader } from './firm-header.tsx';
import { LooksTable } from './looks-table.tsx';
import { PurposeSection } from './purpose-section.tsx';
import { usePurposeWords } from './use-purpose-words.ts';
import { liveConsents, useSightWords } from './use-sight-words.ts';
import { WithdrawConsentDialog } from './withdraw-consent-dialog.tsx';

export type AccessHrefs = {
  firm: string;
  referrals: (responseId: string) => string;
  sharing: (responseId: string) => string;
};

/** To whoever answers but does not decide. */
function OwnersDecide({ firm }: { firm: FirmDocument }) {
  const language = useLanguage();
  const owners = firm.members.filter(({ role }) => role === 'owner').map(({ name, email }) => name ?? email ?? '');
  const names = listInWords(
    owners.filter((name) => name !== ''),
    language,
  );
  return (
    <Notice>
      <p>
        {names === '' ? (
          <Trans>This is decided by whoever is responsible for the firm. You see how it stands.</Trans>
        ) : (
          <Trans>This is decided by {names}, responsible for the firm. You see how it stands.</Trans>
        )}
      </p>
    </Notice>
  );
}

type Done = { purpose: StandingPurpose; words: string };

const isStanding = (purpose: string): purpose is StandingPurpose =>
  standingPurposes.some((standing) => standing === purpose);

/** What stands, and what was just done about it; the focus follows to the words that say so. */
function useAccess(loaded: FirmAccess) {
  const localise = useLocalised();
  const words = usePurposeWords();
  const focusAfter = useFocusAfter();
  const [access, setAccess] = useState(loaded);
  const [done, setDone] = useState<Done | null>(null);
  const doneRef = useRef<HTMLDivElement>(null);
  const tell = (next: FirmAccess, told: Done) => {
    setAccess(next);
    setDone(told);
    focusAfter(() => doneRef.current);
  };
  const letInBy = ({ receiver, wordingVersion }: FirmConsent) => ({
    receiver: localise(receiver.name),
    wordingVersion,
  });
  const given = (purpose: StandingPurpose) => (next: FirmAccess, code: string) => {
    const consent = liveConsents(next, purpose).find(({ receiver }) => receiver.code === code);
    if (consent !== undefined) tell(next, { purpose, words: words.given(purpose, letInBy(consent)) });
  };
  const withdrawn = (next: FirmAccess, consent: FirmConsent) => {
    const { purpose } = consent;
    if (isStanding(purpose)) tell(next, { purpose, words: words.withdrawn(purpose, letInBy(consent)) });
  };
  return { access, done, doneRef, given, withdrawn };
}

function Lead({ access }: { access: FirmAccess }) {
  const sight = useSightWords();
  return [sight.results(access), ...sight.others(access)].join(' ');
}

/** Whom the firm has let in by a text that does not let them read what the others have written. */
function NotesOfOthers({ access: { consents } }: { access: FirmAccess }) {
  const language = useLanguage();
  const localise = useLocalised();
  const standing = consents.filter(
    ({ purpose, withdrawnAt }) => withdrawnAt === null && (purpose === 'result' || purpose === 'contact'),
  );
  const namesOf = (found: readonly FirmConsent[]) =>
    listInWords([...new Set(found.map(({ receiver }) => localise(receiver.name)))], language);
  const reading = standing.filter(({ wordingVersion }) => isSharingNotes(wordingVersion));
  const closed = standing.filter(({ receiver }) => !reading.some((other) => other.receiver.code === receiver.code));
  if (closed.length === 0) return null;
  const names = namesOf(closed);
  return (
    <p>
      <Trans>
        Advisers write notes about their contacts with you. You agreed with {names} by an earlier text: what they write
        is read by them and you alone, and they do not read what others have written.
      </Trans>
    </p>
  );
}

/** Who sees the firm, for what, since when, on what words; and who has looked. */
export function AccessPage({ loaded, hrefs }: { loaded: LoadedFirmAccess; hrefs: AccessHrefs }) {
  const { t } = useLingui();
  const { firm, wordings } = loaded;
  const { access, done, doneRef, given, withdrawn } = useAccess(loaded.access);
  const [asked, setAsked] = useState<FirmConsent | null>(null);
  const isOwner = firm.role === 'owner';
  const submitted = firm.responses.find(({ status }) => status === 'submitted');
  return (
    <Page>
      <BackLink to={hrefs.firm}>
        <Trans>Back to the firm</Trans>
      </BackLink>
      <FirmHeader firm={firm} title={t`Who sees us`} lead={<Lead access={access} />} />
      {!isOwner && <OwnersDecide firm={firm} />}
      {standingPurposes.map((purpose) => (
        <PurposeSection
          key={purpose}
          firmId={firm.firmId}
          purpose={purpose}
          access={access}
          wordings={wordings}
          isOwner={isOwner}
          done={done?.purpose === purpose ? done.words : null}
          doneRef={doneRef}
          onWithdraw={setAsked}
          onGiven={given(purpose)}
        />
      ))}
      <ContactConsents
        consents={liveConsents(access, 'contact')}
        wordings={wordings}
        withoutUsers={access.withoutUsers}
        requestsHref={submitted === undefined ? null : hrefs.referrals(submitted.responseId)}
      />
      <NotesOfOthers access={access} />
      <EarlierConsents consents={access.consents} />
      {isOwner && submitted !== undefined && (
        <Section title={<Trans>Links to a result</Trans>}>
          <p>
            <Trans>
              Somebody outside Måttstock, such as a bank or a customer, can be shown one result by a link that you
              choose the contents of and can take back.
            </Trans>
          </p>
          <ButtonRow>
            <ButtonLink to={hrefs.sharing(submitted.responseId)} variant="secondary">
              <Trans>Share the result</Trans>
            </ButtonLink>
          </ButtonRow>
        </Section>
      )}
      <Section title={<Trans>Who has looked</Trans>}>
        <LooksTable looks={access.looks} lookCount={access.lookCount} copyCount={access.copyCount} />
      </Section>
      <Section title={<Trans>Files that were taken</Trans>}>
        <CopiesTable copies={access.copies} copyCount={access.copyCount} />
      </Section>
      <WithdrawConsentDialog
        firmId={firm.firmId}
        consent={asked}
        consents={access.consents}
        onWithdrawn={withdrawn}
        onClose={() => setAsked(null)}
      />
    </Page>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { FirmDocument, FirmSummary } from '#shared/contracts/firms.ts';
import { formatOrganisationNumber } from '#shared/domain/firm/organisation-number.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import type { LoadedFirmStart } from './api.ts';
import { DetailsForm } from './details-form.tsx';
import styles from './firm.module.css';
import { FirmHeader } from './firm-header.tsx';
import { ChangeLink, type FirmForms, FirmResponses, type ResponseHrefs } from './firm-responses.tsx';
import { PendingErasure } from './pending-erasure.tsx';
import { StartFurther } from './start-further.tsx';
import { FirmTrust } from './trust.tsx';
import { useFirmName } from './use-firm-name.ts';
import { Waiting, type WaitingHrefs } from './waiting.tsx';

export type FirmHrefs = ResponseHrefs &
  WaitingHrefs & {
    firm: (firmId: string) => string;
    access: string;
    contacts: string;
    members: string;
    erasure: string;
    placements: string;
    firstItem: (responseId: string) => string;
  };

/** The other firms of the same person. */
function OtherFirms({
  firms,
  here,
  hrefOf,
}: {
  firms: readonly FirmSummary[];
  here: string;
  hrefOf: FirmHrefs['firm'];
}) {
  const { t } = useLingui();
  const nameOf = useFirmName();
  const others = firms.filter(({ firmId }) => firmId !== here);
  if (others.length === 0) return null;
  return (
    <nav aria-label={t`Your other firms`}>
      <ul className={styles.links}>
        {others.map((firm) => (
          <li key={firm.firmId}>
            <Link to={hrefOf(firm.firmId)}>{nameOf(firm)}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Details({ firm, onChange }: { firm: FirmDocument; onChange: (firm: FirmDocument) => void }) {
  const { t } = useLingui();
  if (firm.role === 'owner') return <DetailsForm firm={firm} onChange={onChange} />;
  const number = firm.organisationNumber;
  return (
    <Facts
      facts={[
        { term: t`Name of the firm`, detail: firm.name ?? t`None given` },
        { term: t`Organisation number`, detail: number === null ? t`None given` : formatOrganisationNumber(number) },
      ]}
    />
  );
}

function Further({ firm, forms, hrefs }: { firm: FirmDocument; forms: FirmForms; hrefs: FirmHrefs }) {
  if (forms.length > 0) return <StartFurther firm={firm} forms={forms} hrefs={hrefs} />;
  return (
    <p>
      <Trans>What can be answered could not be fetched. Reload the page when the network is back.</Trans>
    </p>
  );
}

type FirmPageProps = {
  loaded: LoadedFirmStart;
  /** What the site offers to answer; none while that is not known. */
  forms: FirmForms;
  hrefs: FirmHrefs;
  /** What the rest of the site calls the firm is out of date. */
  onRename: () => void;
};

/** One's own firm: what has been answered, what can be, who sees it and who is in it. */
export function FirmPage({ loaded, forms, hrefs, onRename }: FirmPageProps) {
  const { t } = useLingui();
  const [firm, setFirm] = useState(loaded.firm);
  const change = (changed: FirmDocument) => {
    setFirm(changed);
    onRename();
  };
  const isOwner = firm.role === 'owner';
  return (
    <Page>
      <FirmHeader
        firm={firm}
        title={null}
        lead={
          isOwner
            ? t`You see every result of the firm, invite colleagues and decide who outside it may see anything.`
            : t`You answer questions, see your own results, and see who has looked at the firm.`
        }
      />
      <PendingErasure firm={firm} hrefs={hrefs} />
      <Waiting waiting={loaded.waiting} hrefs={hrefs} />
      <FirmTrust access={loaded.access} isOwner={isOwner} accessHref={hrefs.access} />
      <OtherFirms firms={loaded.firms} here={firm.firmId} hrefOf={hrefs.firm} />
      <Section title={<Trans>Your assessments</Trans>}>
        <FirmResponses responses={firm.responses} forms={forms} hrefs={hrefs} />
        <ChangeLink responses={firm.responses} hrefOf={hrefs.change} />
      </Section>
      <Section title={<Trans>Answer more</Trans>}>
        <Further firm={firm} forms={forms} hrefs={hrefs} />
      </Section>
      {isOwner && (
        <Section
          title={<Trans>Advisers and meetings</Trans>}
          lead={<Trans>What was agreed at meetings, and what advisers have written about contacts with you.</Trans>}
        >
          <p>
            <ButtonLink to={hrefs.contacts} variant="secondary">
              <Trans>Meetings and contacts</Trans>
            </ButtonLink>
          </p>
        </Section>
      )}
      <Section title={<Trans>Who sees us, and who is with us</Trans>}>
        <ButtonRow>
          <ButtonLink to={hrefs.access} variant="secondary">
            <Trans>Who sees us</Trans>
          </ButtonLink>
          <ButtonLink to={hrefs.members} variant="secondary">
            <Trans>People in the firm</Trans>
          </ButtonLink>
          <ButtonLink to={hrefs.placements} variant="secondary">
            <Trans>Groups we are in</Trans>
          </ButtonLink>
        </ButtonRow>
      </Section>
      <Section title={<Trans>Name and number</Trans>}>
        <Details firm={firm} onChange={change} />
        {isOwner && (
          <p>
            <Link to={hrefs.erasure}>
              <Trans>Erase the firm's data</Trans>
            </Link>
          </p>
        )}
      </Section>
    </Page>
  );
}

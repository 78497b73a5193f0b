import { Trans } from '@lingui/react/macro';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';

function WhatGoes() {
  return (
    <Section title={<Trans>What is erased</Trans>}>
      <ul>
        <li>
          <Trans>All answers, comments, results and suggestions of the firm, also what colleagues have answered.</Trans>
        </li>
        <li>
          <Trans>The firm's name and organisation number, and who is responsible for it and answers in it.</Trans>
        </li>
        <li>
          <Trans>Invitations, requests for contact, consents, and the list of who has looked.</Trans>
        </li>
      </ul>
      <p>
        <Trans>The accounts of the people in the firm stay. Each of them can ask for the own one.</Trans>
      </p>
    </Section>
  );
}

function IfSomethingMustStay() {
  return (
    <Section title={<Trans>If something must stay</Trans>}>
      <p>
        <Trans>
          The regions are public bodies, and what you have submitted is a public record. It may not be disposed of
          before they have decided so. So the answer can be that a part has to stay. Then name, number, municipality,
          exact facts, comments, free text, contact details and people are erased all the same. Answers, levels and
          results are kept with county, industry and size, without a name, and nobody can open them in Måttstock.
        </Trans>
      </p>
      <p>
        <Trans>The answer can also be that nothing is erased. The decision then says on what ground.</Trans>
      </p>
    </Section>
  );
}

function WhatStays({ retentionHref }: { retentionHref: string }) {
  return (
    <Section title={<Trans>What is not erased in any case</Trans>}>
      <ul>
        <li>
          <Trans>The log of what was done with the firm. It has a number for it, and no name and no answers.</Trans>
        </li>
        <li>
          <Trans>Figures that have been published. No firm can be read from them, so they are not changed.</Trans>
        </li>
        <li>
          <Trans>The request and the decision on it.</Trans>
        </li>
        <li>
          <Trans>
            Backups, until they are too old to be of use. If one has to be read back, what you had erased is erased
            again.
          </Trans>
        </li>
        <li>
          <Trans>What an advisor has already read or written down. Turn to the organisation about that.</Trans>
        </li>
      </ul>
      <p>
        <Link to={retentionHref}>
          <Trans>How long we keep what when nobody asks</Trans>
        </Link>
      </p>
    </Section>
  );
}

/** What erasing a firm takes away, what can have to stay, and what stays in any case. */
export function FirmConsequences({ hrefs }: { hrefs: { retention: string } }) {
  return (
    <>
      <WhatGoes />
      <IfSomethingMustStay />
      <WhatStays retentionHref={hrefs.retention} />
    </>
  );
}

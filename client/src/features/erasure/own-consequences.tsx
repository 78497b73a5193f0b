import { Trans } from '@lingui/react/macro';
import { Link } from '../../ui/link/link.tsx';
import { Section } from '../../ui/page/section.tsx';

function WhatGoes() {
  return (
    <Section title={<Trans>What is erased</Trans>}>
      <ul>
        <li>
          <Trans>Your name and e-mail address, and every way you have of signing in.</Trans>
        </li>
        <li>
          <Trans>Your roles, in firms and in organisations.</Trans>
        </li>
        <li>
          <Trans>The link between you and what you have answered, agreed to and looked at.</Trans>
        </li>
        <li>
          <Trans>Links to results that you have made. They are taken back, and show nothing any more.</Trans>
        </li>
        <li>
          <Trans>Invitations to your address, and the address and content of mail we have sent you.</Trans>
        </li>
        <li>
          <Trans>
            Your contact details in requests to providers. Requests that are still open are withdrawn, since there is
            nobody to ask for.
          </Trans>
        </li>
      </ul>
    </Section>
  );
}

function WhatStays({ retentionHref }: { retentionHref: string }) {
  return (
    <Section title={<Trans>What is not erased, and why</Trans>}>
      <ul>
        <li>
          <Trans>
            What the firm has answered. It is the firm's, and no longer says that it came from you. If you have written
            your name in a comment, it stays there.
          </Trans>
        </li>
        <li>
          <Trans>
            The log of what was done, by an account that no longer has a name. Nobody may change that log, or it would
            prove nothing.
          </Trans>
        </li>
        <li>
          <Trans>That a consent was given and withdrawn, without your name: it shows that there was one.</Trans>
        </li>
        <li>
          <Trans>Your request and the decision on it, without your name.</Trans>
        </li>
        <li>
          <Trans>
            Backups, until they are too old to be of use. If one has to be read back, what you had erased is erased
            again.
          </Trans>
        </li>
        <li>
          <Trans>What a provider has already read or written down. Turn to them about that.</Trans>
        </li>
      </ul>
      <p>
        <Trans>
          The regions are public bodies. What is a public record may not be disposed of before they have decided so, and
          the law on archives comes before the right to erasure. So the answer can be that a part has to stay, or
          everything. The decision then says what, and on what ground. If you are not content with it you can complain
          to the Swedish Authority for Privacy Protection (IMY).
        </Trans>
      </p>
      <p>
        <Link to={retentionHref}>
          <Trans>How long we keep what when nobody asks</Trans>
        </Link>
      </p>
    </Section>
  );
}

/** What erasing an account takes away and what it cannot. */
export function OwnConsequences({ hrefs }: { hrefs: { retention: string } }) {
  return (
    <>
      <WhatGoes />
      <WhatStays retentionHref={hrefs.retention} />
    </>
  );
}

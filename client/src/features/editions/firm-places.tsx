import { Trans } from '@lingui/react/macro';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { Section } from '../../ui/page/section.tsx';

/** From a firm's page to the groups that it could be in. */
export function FirmPlaces({ placeHref }: { placeHref: string }) {
  return (
    <Section
      title={<Trans>Groups</Trans>}
      lead={<Trans>Invite the firm into a group, and see where it has a place.</Trans>}
    >
      <p>
        <ButtonLink to={placeHref} variant="secondary">
          <Trans>Place in a group</Trans>
        </ButtonLink>
      </p>
    </Section>
  );
}

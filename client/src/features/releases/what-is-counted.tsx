import { Trans } from '@lingui/react/macro';
import { Section } from '../../ui/page/section.tsx';
import { MethodLink } from './method-link.tsx';

/** What is counted and by which rules, before anything is. */
export function WhatIsCounted({ methodHref }: { methodHref: string }) {
  return (
    <Section title={<Trans>What is counted, and what is hidden</Trans>}>
      <ul>
        <li>
          <Trans>Firms in the three counties that have answered and agreed to be counted. Each counts once.</Trans>
        </li>
        <li>
          <Trans>
            Of each firm the newest answer that was sent in within the period. Firms with one organisation number are
            one, and so is a group of companies.
          </Trans>
        </li>
        <li>
          <Trans>
            More than levels, and the kind of municipality, is counted of firms whose consent names it. The others are
            left out there.
          </Trans>
        </li>
        <li>
          <Trans>
            A group with few firms is not shown, nor one that a single provider sees almost whole, nor one in which
            almost all are at one end of the scale.
          </Trans>
        </li>
        <li>
          <Trans>Other groups are hidden where the hidden ones could be worked out from them.</Trans>
        </li>
        <li>
          <Trans>Then we try to work out what is hidden. If anything can be, the release cannot be published.</Trans>
        </li>
        <li>
          <Trans>
            Earlier releases count too, and what was built and looked at: what differs from them by few firms is neither
            shown nor published.
          </Trans>
        </li>
      </ul>
      <MethodLink href={methodHref} />
    </Section>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { Section } from '../../ui/page/section.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { sendClosure } from './api.ts';
import type { OrganisationPartProps } from './member-list.tsx';

function ClosingMeans() {
  return (
    <ul>
      <li>
        <Trans>Everybody in it loses, at once, what the role here lets them do.</Trans>
      </li>
      <li>
        <Trans>What firms have consented to stays, but opens nothing as long as the organisation is closed.</Trans>
      </li>
      <li>
        <Trans>Nothing is deleted. Opened again, everything is as before.</Trans>
      </li>
    </ul>
  );
}

function OpeningMeans() {
  return (
    <p>
      <Trans>
        Everybody in it gets back what the role lets them do, with the firms whose consent still stands. Go through the
        people first.
      </Trans>
    </p>
  );
}

/** Closes the organisation, or opens it again. */
export function Closure({ organisation, onDone }: OrganisationPartProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const [isAsked, setAsked] = useState(false);
  const { organisationId, isClosed } = organisation;
  const name = localise(organisation.name);
  // Without the coordination nobody could open anything again.
  if (organisation.kind === 'coordination') return null;
  return (
    <Section title={isClosed ? t`Open the organisation again` : t`Close the organisation`}>
      <p>
        {isClosed ? (
          <Trans>Its people can then work here again.</Trans>
        ) : (
          <Trans>For one that gives no support any more, or must be stopped at once.</Trans>
        )}
      </p>
      <p>
        <Button variant={isClosed ? 'primary' : 'secondary'} onClick={() => setAsked(true)}>
          {isClosed ? <Trans>Open again</Trans> : <Trans>Close</Trans>}
        </Button>
      </p>
      <ActionDialog
        isOpen={isAsked}
        title={isClosed ? t`Open ${name} again?` : t`Close ${name}?`}
        confirm={isClosed ? <Trans>Open again</Trans> : <Trans>Close</Trans>}
        isDangerous={!isClosed}
        onConfirm={() => sendClosure(organisationId, !isClosed)}
        onClose={() => setAsked(false)}
        onDone={() => onDone(isClosed ? t`${name} is open again.` : t`${name} is closed.`)}
      >
        {isClosed ? <OpeningMeans /> : <ClosingMeans />}
      </ActionDialog>
    </Section>
  );
}

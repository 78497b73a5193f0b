import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { InviteeReport } from '#shared/contracts/campaigns.ts';
import { inviteeFields } from '#shared/domain/campaign/invitee-rows.ts';
import type { OrganiserKind } from '#shared/domain/campaign/region-view.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { TableImport } from '../../ui/table-import/table-import.tsx';
import { type Place, sendContacts, sendFile, sendImport } from './api.ts';
import styles from './campaigns.module.css';
import { useCampaignWords } from './use-campaign-words.ts';

function About({ report: { knownContacts, lettingIn } }: { report: InviteeReport }) {
  return (
    <>
      <Plural
        value={knownContacts}
        _0="None of them is an earlier contact of yours."
        one="# of them is an earlier contact of yours."
        other="# of them are earlier contacts of yours."
      />{' '}
      <Plural value={lettingIn} _0="" one="# firm lets you in already." other="# firms let you in already." />
    </>
  );
}

type AddProps = { place: Place; onAdded: (count: number) => Promise<void> };

/** Firms to invite, from a file. */
export function CampaignImport({ place, organiser, onAdded }: AddProps & { organiser: OrganiserKind }) {
  const { t } = useLingui();
  return (
    <TableImport
      file={{
        name: 'firm-file',
        label: t`File with firms to invite`,
        hint: t`XLSX or CSV with headings in the first row, at most 10,000 rows and 2 MB. There must be columns for the firm and its e-mail address. Municipality, branch and employees divide the response rate where they are there.`,
      }}
      fields={inviteeFields.filter((field) => field !== 'telephone')}
      isPaired
      words={useCampaignWords()}
      read={(file) => sendFile(place, file)}
      send={(body) => sendImport(place, body)}
      // A region has no earlier contacts, and nobody lets it in.
      about={(report: InviteeReport) => organiser === 'provider' && <About report={report} />}
      takeIn={(good) => <Plural value={good} one="Add the good row" other="Add the # good rows" />}
      onStored={onAdded}
    />
  );
}

/** Earlier contacts of the organisation: all of them, or those that a search finds. */
export function ContactAddition({ place, onAdded }: AddProps) {
  const { t } = useLingui();
  const words = useCampaignWords();
  const { isBusy, fault, run } = useAction(words.problem);
  const [search, setSearch] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      const { added } = await sendContacts(place, search.trim());
      await onAdded(added);
    });
  };
  return (
    <form onSubmit={add} className={styles.part}>
      <TextField
        name="contact-search"
        type="search"
        label={t`Earlier contacts whose firm, person or address contains`}
        hint={t`Leave it empty to add all of your earlier contacts. Who is in the campaign already, or has said no, is passed over.`}
        autoComplete="off"
        maxLength={120}
        width="half"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <FaultNotice fault={fault} />
      <p>
        <Button type="submit" variant="secondary" isBusy={isBusy}>
          {search.trim() === '' ? <Trans>Add all earlier contacts</Trans> : <Trans>Add those</Trans>}
        </Button>
      </p>
    </form>
  );
}

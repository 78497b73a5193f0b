import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { InviteeReport } from '#shared/contracts/campaigns.ts';
import type { FirmProfileOptions } from '#shared/contracts/site.ts';
import { inviteeFields } from '#shared/domain/campaign/invitee-rows.ts';
import type { OrganiserKind } from '#shared/domain/campaign/region-view.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { TableImport } from '../../ui/table-import/table-import.tsx';
import { type Place, sendContacts, sendFile, sendImport } from './api.ts';
import styles from './campaigns.module.css';
import { FileHelp } from './file-help.tsx';
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

type AddProps = {
  place: Place;
  /** So many, and what else there is to say. */
  onAdded: (count: number, more?: string) => Promise<void>;
};

/** Firms to invite, from a file. */
type ImportProps = AddProps & {
  organiser: OrganiserKind;
  options: FirmProfileOptions;
  onStopped: () => Promise<void>;
};

export function CampaignImport({ place, organiser, options, onAdded, onStopped }: ImportProps) {
  const { t } = useLingui();
  return (
    <TableImport
      file={{
        name: 'firm-file',
        label: t`File with firms to invite`,
        hint: t`XLSX, CSV or Excel's Unicode text with headings in the first row, at most 10,000 rows and 2 MB. There must be columns for the firm and its e-mail address. Municipality, branch and employees divide the response rate where they are there.`,
      }}
      help={<FileHelp options={options} />}
      fields={inviteeFields.filter((field) => field !== 'telephone')}
      isPaired
      words={useCampaignWords()}
      read={(file, sending) => sendFile(place, file, sending)}
      send={(body, sending) => sendImport(place, body, sending)}
      // A region has no earlier contacts, and nobody lets it in.
      about={(report: InviteeReport) => organiser === 'provider' && <About report={report} />}
      takeIn={(good) => <Plural value={good} one="Add the good row" other="Add the # good rows" />}
      onStored={onAdded}
      onStopped={onStopped}
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
      const { added, alreadyThere, leftOut } = await sendContacts(place, search.trim());
      const passed = t`${plural(alreadyThere, {
        one: '# was passed over: it is in the campaign already, or is not to be invited.',
        other: '# were passed over: they are in the campaign already, or are not to be invited.',
      })}`;
      const full = t`${plural(leftOut, {
        one: 'For # there is no room: a campaign holds 10,000 firms.',
        other: 'For # there is no room: a campaign holds 10,000 firms.',
      })}`;
      await onAdded(added, [...(alreadyThere > 0 ? [passed] : []), ...(leftOut > 0 ? [full] : [])].join(' '));
    });
  };
  return (
    <form onSubmit={add} className={styles.part}>
      <TextField
        name="contact-search"
        type="search"
        label={t`Earlier contacts whose firm, person or address contains`}
        hint={t`Leave it empty to add all of your earlier contacts. Who is in the campaign already, has said no, works with you, or has had two invitations from you in 30 days is passed over.`}
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

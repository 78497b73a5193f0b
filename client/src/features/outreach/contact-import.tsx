import { Plural, useLingui } from '@lingui/react/macro';
import type { ImportReport } from '#shared/contracts/outreach.ts';
import { contactFields } from '#shared/domain/outreach/contact-rows.ts';
import { TableImport } from '../../ui/table-import/table-import.tsx';
import { sendFile, sendImport } from './api.ts';
import { useOutreachWords } from './use-outreach-words.ts';

function About({ report: { known, lettingIn } }: { report: ImportReport }) {
  return (
    <>
      <Plural
        value={known}
        _0="None of them is known."
        one="# is known and is brought up to date."
        other="# are known and are brought up to date."
      />{' '}
      <Plural value={lettingIn} _0="" one="# firm lets you in already." other="# firms let you in already." />
    </>
  );
}

type ContactImportProps = { organisationId: string; onStored: (count: number) => Promise<void> };

/** Earlier contacts, from a file. */
export function ContactImport({ organisationId, onStored }: ContactImportProps) {
  const { t } = useLingui();
  return (
    <TableImport
      file={{
        name: 'contact-file',
        label: t`File with earlier contacts`,
        hint: t`XLSX or CSV with headings in the first row, at most 5,000 rows and 2 MB. There must be columns for the firm and its e-mail address; the others are taken where they are there.`,
      }}
      fields={contactFields}
      words={useOutreachWords()}
      read={(file, sending) => sendFile(organisationId, file, sending)}
      send={(body, sending) => sendImport(organisationId, body, sending)}
      about={(report: ImportReport) => <About report={report} />}
      takeIn={(good) => <Plural value={good} one="Take in the good row" other="Take in the # good rows" />}
      onStored={onStored}
    />
  );
}

import { useLingui } from '@lingui/react/macro';
import type { ContactRowFault } from '#shared/contracts/outreach.ts';
import type { ContactField } from '#shared/domain/outreach/contact-rows.ts';
import { hasFault } from './http/errors.ts';

/** A file without a single character: nothing of it is sent. */
export class EmptyFile extends Error {}

/** What is said of a file of firms, whatever it is taken in for: its columns, its rows and the whole. */
export function useContactRowWords() {
  const { t } = useLingui();
  const fields: Record<ContactField, string> = {
    firmName: t`Firm`,
    email: t`E-mail`,
    organisationNumber: t`Organisation number`,
    contactName: t`Contact person`,
    telephone: t`Telephone`,
    language: t`Language of the mail (sv or en)`,
  };
  const faults: Record<ContactRowFault, string> = {
    'no-firm-name': t`the name of the firm is missing`,
    'no-address': t`there is no e-mail address`,
    'faulty-address': t`the e-mail address is not one that mail can be sent to`,
    'faulty-number': t`the organisation number is wrong`,
    'personal-number': t`the number is a person's, which we do not keep`,
    'too-long': t`something is too long`,
    'faulty-language': t`the language is neither sv nor en`,
    'twice-in-file': t`the address stands in the file already`,
    'opted-out': t`the address has said no to mail from you`,
  };
  /** What is wrong with the file as such; undefined when it is something else. */
  const problem = (error: unknown): string | undefined => {
    if (error instanceof EmptyFile) return t`The file is empty.`;
    if (hasFault(error, 'not-xlsx')) return t`The file is not a workbook that we can read. Save it as XLSX or CSV.`;
    if (hasFault(error, 'not-csv') || hasFault(error, 'no-table')) return t`There is no table in the file.`;
    if (hasFault(error, 'no-rows')) return t`The file has headings but no rows.`;
    if (hasFault(error, 'firm-and-address-needed')) return t`Say which columns hold the firm and the e-mail address.`;
    return undefined;
  };
  return { fields, faults, problem };
}

import { checkOrganisationNumber } from '#shared/domain/firm/organisation-number.ts';

export type TypedDetails = { name: string; organisationNumber: string };
export type DetailsField = keyof TypedDetails;
export type DetailsFault =
  | 'missing'
  | 'too-long'
  | 'not-ten-digits'
  | 'wrong-check-digit'
  | 'personal-number'
  | 'unknown-legal-group';

export type ReadDetails =
  | { readonly ok: true; readonly details: { name: string; organisationNumber: string | null } }
  | { readonly ok: false; readonly faults: Partial<Record<DetailsField, DetailsFault>> };

const longestName = 120;

function nameFault(name: string): DetailsFault | undefined {
  if (name === '') return 'missing';
  return name.length > longestName ? 'too-long' : undefined;
}

/** Reads what the firm is called and its number; a number that is left empty is none. */
export function readDetails(form: TypedDetails): ReadDetails {
  const name = form.name.trim();
  const typed = form.organisationNumber.trim();
  const checked = typed === '' ? undefined : checkOrganisationNumber(typed);
  const ofName = nameFault(name);
  const ofNumber = checked === undefined || checked.ok ? undefined : checked.code;
  if (ofName !== undefined || ofNumber !== undefined) {
    return {
      ok: false,
      faults: {
        ...(ofName === undefined ? {} : { name: ofName }),
        ...(ofNumber === undefined ? {} : { organisationNumber: ofNumber }),
      },
    };
  }
  return { ok: true, details: { name, organisationNumber: checked?.ok === true ? checked.organisationNumber : null } };
}

import type * as z from 'zod/mini';
import type { startResponse } from '#shared/contracts/responses.ts';
import { type FirmProfile, firmProfileSchema } from '#shared/domain/firm/firm-profile.ts';
import { checkOrganisationNumber } from '#shared/domain/firm/organisation-number.ts';
import { parseNumber } from '../../lib/format.ts';

type YesNo = '' | 'yes' | 'no';

/** The form as it is typed: text everywhere, empty where nothing was said. */
export type ProfileForm = {
  municipality: string;
  branch: string;
  sizeClass: string;
  chainRole: string;
  firmName: string;
  organisationNumber: string;
  employees: string;
  womenPercent: string;
  largestCustomerPercent: string;
  ownershipChangePlanned: YesNo;
  headquartersOutsideRegion: YesNo;
  hasUsedTestBed: YesNo;
};
export type ProfileField = keyof ProfileForm;

export const emptyProfileForm: ProfileForm = {
  municipality: '',
  branch: '',
  sizeClass: '',
  chainRole: '',
  firmName: '',
  organisationNumber: '',
  employees: '',
  womenPercent: '',
  largestCustomerPercent: '',
  ownershipChangePlanned: '',
  headquartersOutsideRegion: '',
  hasUsedTestBed: '',
};

export type ProfileFault =
  | 'missing'
  | 'no-whole-number'
  | 'no-percent'
  | 'too-long'
  | 'not-ten-digits'
  | 'wrong-check-digit'
  | 'personal-number'
  | 'unknown-legal-group';

type StartBody = z.input<NonNullable<typeof startResponse.body>>;
export type ProfileInput = Pick<StartBody, 'profile' | 'organisationNumber' | 'firmName'>;

export type ReadProfile =
  | { readonly ok: true; readonly input: ProfileInput }
  | { readonly ok: false; readonly faults: Partial<Record<ProfileField, ProfileFault>> };

const required = ['municipality', 'branch', 'sizeClass', 'chainRole'] as const;
const numbers = {
  employees: 'no-whole-number',
  womenPercent: 'no-percent',
  largestCustomerPercent: 'no-percent',
} as const;
const answers = ['ownershipChangePlanned', 'headquartersOutsideRegion', 'hasUsedTestBed'] as const;
const longestName = 120;

/** Leaves out what was not said. */
function given<T>(name: string, value: T | undefined): Record<string, T> {
  return value === undefined ? {} : { [name]: value };
}

function profileOf(form: ProfileForm): ReturnType<typeof firmProfileSchema.safeParse> {
  return firmProfileSchema.safeParse({
    municipality: form.municipality,
    branch: form.branch,
    sizeClass: form.sizeClass,
    chainRole: form.chainRole,
    ...Object.assign(
      {},
      ...Object.keys(numbers).map((name) => {
        const typed = form[name as keyof typeof numbers];
        return typed.trim() === '' ? {} : { [name]: parseNumber(typed) ?? Number.NaN };
      }),
      ...answers.map((name) => given(name, form[name] === '' ? undefined : form[name] === 'yes')),
    ),
  });
}

function identityFaults(form: ProfileForm): Partial<Record<ProfileField, ProfileFault>> {
  const number = form.organisationNumber.trim();
  const checked = number === '' ? undefined : checkOrganisationNumber(number);
  return {
    ...(form.firmName.trim().length > longestName ? { firmName: 'too-long' as const } : {}),
    ...(checked === undefined || checked.ok ? {} : { organisationNumber: checked.code }),
  };
}

/** Reads the form into what the server takes, or says of every field what is wrong with it. */
export function readProfileForm(form: ProfileForm): ReadProfile {
  const parsed = profileOf(form);
  const faults = identityFaults(form);
  for (const { path } of parsed.error?.issues ?? []) {
    const field = String(path[0]) as ProfileField;
    const isRequired = required.some((name) => name === field);
    faults[field] = isRequired ? 'missing' : numbers[field as keyof typeof numbers];
  }
  if (!parsed.success || Object.keys(faults).length > 0) return { ok: false, faults };
  const profile: FirmProfile = parsed.data;
  return {
    ok: true,
    input: {
      profile,
      ...given('firmName', form.firmName.trim() || undefined),
      ...given('organisationNumber', form.organisationNumber.trim() || undefined),
    },
  };
}

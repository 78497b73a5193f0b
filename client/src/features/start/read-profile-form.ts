import * as z from 'zod/mini';
import type { startResponse } from '#shared/contracts/responses.ts';
import { checkFirmProfile } from '#shared/domain/firm/check-firm-profile.ts';
import { energyCostShares } from '#shared/domain/firm/firm-choices.ts';
import { firmProfileSchema } from '#shared/domain/firm/firm-profile.ts';
import { checkOrganisationNumber } from '#shared/domain/firm/organisation-number.ts';
import { parseNumber } from '../../lib/format.ts';
import {
  type ChoiceField,
  choiceSets,
  countFields,
  isGroupAsked,
  type ProfileField,
  type ProfileForm,
  percentFields,
  requiredFields,
  yesNoFields,
} from './profile-form.ts';

export type ProfileFault =
  | 'missing'
  | 'no-whole-number'
  | 'no-percent'
  | 'too-long'
  | 'none-with-others'
  | 'not-in-size-class'
  | 'below-largest-customer'
  | 'not-ten-digits'
  | 'wrong-check-digit'
  | 'personal-number'
  | 'unknown-legal-group';
type Faults = Partial<Record<ProfileField, ProfileFault>>;

type StartBody = z.input<NonNullable<typeof startResponse.body>>;
export type ProfileInput = Pick<StartBody, 'profile' | 'organisationNumber' | 'firmName'>;

export type ReadProfile =
  | { readonly ok: true; readonly input: ProfileInput }
  | { readonly ok: false; readonly faults: Faults };

const longestName = 120;
const choiceFields = Object.keys(choiceSets) as ChoiceField[];

const faultsOf = (fields: readonly ProfileField[], fault: ProfileFault): Faults =>
  Object.fromEntries(fields.map((field) => [field, fault]));

/** What it means when the schema refuses a field. */
const refusals: Faults = {
  ...faultsOf(requiredFields, 'missing'),
  ...faultsOf(countFields, 'no-whole-number'),
  ...faultsOf(percentFields, 'no-percent'),
  ...faultsOf(choiceFields, 'none-with-others'),
  branchDetail: 'too-long',
};

/** Leaves out what was not said. */
function given<T>(name: string, value: T | undefined): Record<string, T> {
  return value === undefined ? {} : { [name]: value };
}

function tickedIn(form: ProfileForm, field: ChoiceField): string[] | undefined {
  const ticked: readonly string[] = form[field];
  const known = choiceSets[field].filter((code) => ticked.includes(code));
  return known.length > 0 ? known : undefined;
}

function answerOf(form: ProfileForm, field: (typeof yesNoFields)[number]): boolean | undefined {
  const isAsked = field !== 'headquartersOutsideRegion' || isGroupAsked(form);
  return isAsked && form[field] !== '' ? form[field] === 'yes' : undefined;
}

/** Undefined where nothing is to be said of it; a faulty one is no part of the profile. */
function parentOf(form: ProfileForm) {
  const typed = form.parentOrganisationNumber.trim();
  return isGroupAsked(form) && typed !== '' ? checkOrganisationNumber(typed) : undefined;
}

const numberIn = (typed: string): number | undefined =>
  typed.trim() === '' ? undefined : (parseNumber(typed) ?? Number.NaN);

function saidOf(form: ProfileForm): Record<string, unknown> {
  const parent = parentOf(form);
  return Object.assign(
    {},
    ...requiredFields.map((field) => ({ [field]: form[field] })),
    ...[...countFields, ...percentFields].map((field) => given(field, numberIn(form[field]))),
    ...yesNoFields.map((field) => given(field, answerOf(form, field))),
    ...choiceFields.map((field) => given(field, tickedIn(form, field))),
    given('parentOrganisationNumber', parent?.ok === true ? parent.organisationNumber : undefined),
    given('branchDetail', form.branchDetail.trim() || undefined),
    given(
      'energyCostShare',
      energyCostShares.find((share) => share === form.energyCostShare),
    ),
  );
}

function identityFaults(form: ProfileForm): Faults {
  const number = form.organisationNumber.trim();
  const checked = number === '' ? undefined : checkOrganisationNumber(number);
  const parent = parentOf(form);
  return {
    ...(form.firmName.trim().length > longestName ? { firmName: 'too-long' as const } : {}),
    ...(checked === undefined || checked.ok ? {} : { organisationNumber: checked.code }),
    ...(parent === undefined || parent.ok ? {} : { parentOrganisationNumber: parent.code }),
  };
}

/** What the fields that are right by themselves say against each other. */
function contradictions(said: Record<string, unknown>, faults: Faults): Faults {
  const sound = Object.entries(said).filter(([field]) => !(field in faults));
  const parsed = z.partial(firmProfileSchema).safeParse(Object.fromEntries(sound));
  const issues = parsed.success ? checkFirmProfile(parsed.data) : [];
  return Object.fromEntries(issues.map(({ field, code }) => [field, code]));
}

/** Reads the form into what the server takes, or says of every field what is wrong with it. */
export function readProfileForm(form: ProfileForm): ReadProfile {
  const said = saidOf(form);
  const parsed = firmProfileSchema.safeParse(said);
  const faults = identityFaults(form);
  for (const { path } of parsed.error?.issues ?? []) {
    const field = String(path[0]) as ProfileField;
    faults[field] = refusals[field] ?? 'missing';
  }
  Object.assign(faults, contradictions(said, faults));
  if (!parsed.success || Object.keys(faults).length > 0) return { ok: false, faults };
  return {
    ok: true,
    input: {
      profile: parsed.data,
      ...given('firmName', form.firmName.trim() || undefined),
      ...given('organisationNumber', form.organisationNumber.trim() || undefined),
    },
  };
}

import { type Resolver, useForm } from 'react-hook-form';
import type { FollowUpFrame } from '#shared/contracts/follow-up.ts';
import {
  type Activity,
  type ActivityFault,
  activitySchema,
  checkActivity,
  type FundingTag,
  fundingTags,
} from '#shared/domain/followup/activity.ts';
import type { Language } from '#shared/domain/language.ts';
import { numberOf, typedNumber } from '../../lib/format.ts';

/** What is typed and ticked. Amounts by their source, as they are written. */
export type ActivityForm = {
  nameSv: string;
  nameEn: string;
  steps: string[];
  status: string;
  from: string;
  until: string;
  packages: string[];
  projectName: string;
  projectReference: string;
  goals: string;
  funding: string[];
  kronor: Record<FundingTag, string>;
  s3Area: string;
  policyAreas: string[];
  counties: string[];
  programmes: string[];
  responsible: string;
  link: string;
};
export type ActivityField = Exclude<keyof ActivityForm, 'kronor'> | `kronor.${FundingTag}`;
export const activityFields: readonly ActivityField[] = [
  'nameSv',
  'nameEn',
  'steps',
  'status',
  'from',
  'until',
  'goals',
  'responsible',
  'projectName',
  'projectReference',
  'link',
  'packages',
  'funding',
  ...fundingTags.map((tag) => `kronor.${tag}` as const),
  's3Area',
  'counties',
  'policyAreas',
  'programmes',
];
export type ActivityFormFault = { readonly field: ActivityField; readonly code: ActivityFault['code'] | 'invalid' };

const noKronor: Record<FundingTag, string> = {
  erdf: '',
  esf: '',
  regional: '',
  national: '',
  'eu-competitive': '',
  private: '',
};

/** What the form begins with: what stands, or nothing but the step that was come from. */
export function firstActivityForm(activity: Activity | null, step: string | null, language: Language): ActivityForm {
  if (activity === null) {
    return {
      ...{ nameSv: '', nameEn: '', status: 'planned', from: '', until: '', projectName: '', projectReference: '' },
      ...{ packages: [], goals: '', funding: [], s3Area: '', policyAreas: [], counties: [], programmes: [] },
      steps: step === null ? [] : [step],
      kronor: { ...noKronor },
      responsible: '',
      link: '',
    };
  }
  const { name, project, funding, until, s3Area, link, ...rest } = activity;
  const amounts = funding.map(({ tag, kronor }) => [tag, kronor === null ? '' : typedNumber(kronor, language)]);
  return {
    ...rest,
    nameSv: name.sv,
    nameEn: name.en,
    until: until ?? '',
    projectName: project?.name ?? '',
    projectReference: project?.reference ?? '',
    funding: funding.map(({ tag }) => tag),
    kronor: { ...noKronor, ...Object.fromEntries(amounts) },
    s3Area: s3Area ?? '',
    link: link ?? '',
  };
}

const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function projectOf({ projectName, projectReference }: ActivityForm): unknown {
  const [name, reference] = [said(projectName), said(projectReference)];
  return name === null && reference === null ? null : { name: name ?? '', reference };
}

/** Which field of the form a place in the activity is typed in. */
function fieldOf(path: readonly PropertyKey[], funding: readonly { readonly tag: FundingTag }[]): ActivityField {
  const [first, second] = path.map(String);
  if (first === 'name') return second === 'en' ? 'nameEn' : 'nameSv';
  if (first === 'project') return second === 'reference' ? 'projectReference' : 'projectName';
  const part = first === 'funding' && second !== undefined ? funding[Number(second)] : undefined;
  if (part !== undefined) return `kronor.${part.tag}`;
  return activityFields.find((field) => field === first) ?? 'nameSv';
}

type Frame = { readonly frame: FollowUpFrame; readonly before: Activity | null };

/** Reads the form by the contract's schema and the domain's rules: what the server would refuse is refused here. */
export function readActivity(form: ActivityForm, { frame, before }: Frame): Activity | ActivityFormFault[] {
  const { nameSv, nameEn, projectName: _, projectReference: __, kronor, until, s3Area, link, ...rest } = form;
  const funding = fundingTags
    .filter((tag) => form.funding.includes(tag))
    .map((tag) => ({ tag, kronor: said(kronor[tag]) === null ? null : numberOf(kronor[tag]) }));
  const written = {
    ...rest,
    name: { sv: nameSv, en: nameEn },
    until: said(until),
    project: projectOf(form),
    funding,
    s3Area: said(s3Area),
    link: said(link),
  };
  const { today, steps, packages, lists } = frame;
  const codes = (named: readonly { readonly code: string }[]) => named.map(({ code }) => code);
  const known = { today, steps: codes(steps), packages: codes(packages), lists };
  const parsed = activitySchema.safeParse(written);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const invalid = [...new Set(issues.map(({ path }) => fieldOf(path, funding)))];
    const amiss = new Set(issues.map(({ path }) => String(path[0])));
    // What the rest breaks is told in the same round. Days are held against each other only when both can be read.
    const filled = activitySchema.safeParse({ ...written, ...fillerOf(amiss, today) });
    const more = (filled.success ? checkActivity(filled.data, known, before) : []).filter(
      ({ field }) => !amiss.has(field) && !(field === 'until' && (amiss.has('from') || amiss.has('status'))),
    );
    const all: ActivityFormFault[] = [
      ...invalid.map((field) => ({ field, code: 'invalid' as const })),
      ...more.map(({ field, code }) => ({ field: fieldOf([field], []), code })),
    ];
    return all.toSorted((one, other) => activityFields.indexOf(one.field) - activityFields.indexOf(other.field));
  }
  const faults = checkActivity(parsed.data, known, before);
  if (faults.length === 0) return parsed.data;
  return faults.map(({ field, code }) => ({ field: fieldOf([field], []), code }));
}

/** Stands in for what cannot be read, so that the rest can be. */
function fillerOf(fields: ReadonlySet<string>, today: string): Partial<Activity> {
  const filler: Activity = {
    ...{ name: { sv: '–', en: '–' }, steps: ['P1.1'], status: 'planned', from: today, until: null, packages: [] },
    ...{ project: null, goals: '–', funding: [], s3Area: null, policyAreas: [], counties: [], programmes: [] },
    ...{ responsible: '–', link: null },
  };
  return Object.fromEntries(Object.entries(filler).filter(([field]) => fields.has(field)));
}

/** The activity as a form; nothing typed is lost by a fault. */
export function useActivityForm(start: ActivityForm, frame: Frame) {
  const resolver: Resolver<ActivityForm, unknown, Activity> = (form) => {
    const read = readActivity(form, frame);
    if (!Array.isArray(read)) return { values: read, errors: {} };
    const kronor = read.flatMap(({ field, code }) =>
      field.startsWith('kronor.') ? [[field.slice('kronor.'.length), { type: code }]] : [],
    );
    const errors = Object.fromEntries(
      read.flatMap(({ field, code }) => (field.startsWith('kronor.') ? [] : [[field, { type: code }]])),
    );
    return { values: {}, errors: { ...errors, ...(kronor.length > 0 ? { kronor: Object.fromEntries(kronor) } : {}) } };
  };
  return useForm<ActivityForm, unknown, Activity>({ defaultValues: start, resolver, shouldFocusError: false });
}

import {
  type CampaignContent,
  type CampaignVersion,
  longestMessage,
  longestName,
} from '#shared/contracts/campaigns.ts';
import { instrumentVersionIdSchema } from '#shared/contracts/identifiers.ts';
import {
  type DateFault,
  dateFaults,
  isReminderOutside,
  proposedDates,
} from '#shared/domain/campaign/campaign-state.ts';

/** The form as it is typed. */
export type CampaignForm = {
  nameSv: string;
  nameEn: string;
  messageSv: string;
  messageEn: string;
  formCode: string;
  /** Empty for the newest one. */
  instrumentVersionId: string;
  opensOn: string;
  closesOn: string;
  graceDays: string;
  /** Empty where there is none. */
  reminders: readonly string[];
};

export const reminderPlaces = 3;
export const graceChoices = ['0', '1', '3', '7', '14'] as const;

/** As many as there may be. */
const reminderFields = ['reminder0', 'reminder1', 'reminder2', 'reminder3'] as const;
const otherFields = ['nameSv', 'nameEn', 'messageSv', 'messageEn', 'opensOn', 'closesOn'] as const;
export type CampaignField = (typeof otherFields)[number] | (typeof reminderFields)[number];
/** In the order of the page. */
export const campaignFields: readonly CampaignField[] = [...otherFields, ...reminderFields];
export const reminderField = (place: number): CampaignField => reminderFields[place] ?? 'reminder0';
export type FieldFault = 'missing' | 'too-long' | DateFault;

const inPlaces = (days: readonly string[]): string[] =>
  Array.from({ length: Math.max(reminderPlaces, days.length) }, (_, place) => days[place] ?? '');

/** What a new campaign begins with. The words are a proposal. */
export function newForm(today: string, formCode: string): CampaignForm {
  const { opensOn, closesOn, graceDays, reminderDays } = proposedDates(today);
  return {
    nameSv: '',
    nameEn: '',
    messageSv: 'Vi vill veta var företagen i vårt nätverk står, så att stödet vi ger blir rätt.',
    messageEn: 'We want to know where the firms in our network stand, so that we give the right support.',
    formCode,
    instrumentVersionId: '',
    opensOn,
    closesOn,
    graceDays: String(graceDays),
    reminders: inPlaces(reminderDays),
  };
}

export const formOf = ({ name, message, formCode, instrumentVersionId, ...days }: CampaignContent): CampaignForm => ({
  nameSv: name.sv,
  nameEn: name.en,
  messageSv: message.sv,
  messageEn: message.en,
  formCode,
  instrumentVersionId: instrumentVersionId ?? '',
  opensOn: days.opensOn,
  closesOn: days.closesOn,
  graceDays: String(days.graceDays),
  reminders: inPlaces(days.reminderDays),
});

export function contentOf(form: CampaignForm): CampaignContent {
  return {
    name: { sv: form.nameSv.trim(), en: form.nameEn.trim() },
    message: { sv: form.messageSv.trim(), en: form.messageEn.trim() },
    formCode: form.formCode,
    // Nothing else than a chosen version, or nothing, is ever put there.
    instrumentVersionId: instrumentVersionIdSchema.safeParse(form.instrumentVersionId).data ?? null,
    opensOn: form.opensOn,
    closesOn: form.closesOn,
    graceDays: Number(form.graceDays),
    reminderDays: form.reminders.filter((day) => day !== '').toSorted(),
  };
}

const longest = { nameSv: longestName, nameEn: longestName, messageSv: longestMessage, messageEn: longestMessage };

/** At which fields a fault of the days is: of reminders at each that has it. */
function placesOf(fault: DateFault, form: CampaignForm): CampaignField[] {
  const { reminders } = form;
  if (fault === 'opens-too-late') return ['opensOn'];
  if (fault !== 'reminder-outside' && fault !== 'reminder-twice') return ['closesOn'];
  const hasFault = (day: string, place: number): boolean =>
    fault === 'reminder-outside' ? isReminderOutside(day, form) : reminders.indexOf(day) < place;
  return reminders.flatMap((day, place) => (day !== '' && hasFault(day, place) ? [reminderField(place)] : []));
}

/** What is wrong with which field. Days that have come are not judged again. */
export function faultsOf(
  form: CampaignForm,
  today: string,
  isOpened: boolean,
): Partial<Record<CampaignField, FieldFault>> {
  const faults: Partial<Record<CampaignField, FieldFault>> = {};
  for (const field of ['nameSv', 'nameEn', 'messageSv', 'messageEn'] as const) {
    const length = form[field].trim().length;
    if (length === 0) faults[field] = 'missing';
    else if (length > longest[field]) faults[field] = 'too-long';
  }
  for (const field of ['opensOn', 'closesOn'] as const) if (form[field] === '') faults[field] = 'missing';
  if (faults.opensOn !== undefined || faults.closesOn !== undefined) return faults;
  const content = contentOf(form);
  const reminderDays = content.reminderDays.filter((day) => !isOpened || day > today);
  const judged = { ...form, reminders: form.reminders.map((day) => (reminderDays.includes(day) ? day : '')) };
  for (const fault of dateFaults({ ...content, reminderDays }, today)) {
    for (const place of placesOf(fault, judged)) faults[place] ??= fault;
  }
  return faults;
}

/** Forms that some version has, named as in the newest one that has them. */
export function formsIn(versions: readonly CampaignVersion[]): CampaignVersion['forms'] {
  const forms = versions.flatMap((version) => version.forms);
  return [...new Map(forms.toReversed().map((form) => [form.code, form])).values()].toReversed();
}

/** Versions that have the form, the newest first. */
export const versionsWith = (versions: readonly CampaignVersion[], formCode: string): readonly CampaignVersion[] =>
  versions.filter(({ forms }) => forms.some(({ code }) => code === formCode));

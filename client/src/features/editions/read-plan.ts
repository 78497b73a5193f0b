import { type Resolver, useForm } from 'react-hook-form';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import {
  checkEditionPlan,
  type EditionPlan,
  editionPlanSchema,
  type PlanFault,
  planFromPackage,
} from '#shared/domain/edition/edition-plan.ts';
import { placesTaken } from '#shared/domain/edition/edition-states.ts';
import { parseNumber } from '../../lib/format.ts';
import type { Municipality, Package } from './api.ts';

export type PlanForm = {
  packageCode: string;
  name: string;
  delivery: string;
  municipality: string;
  venue: string;
  latitude: string;
  longitude: string;
  applyBy: string;
  startsOn: string;
  endsOn: string;
  places: string;
  minimumGroup: string;
  language: string;
  days: { heldOn: string; startsAt: string; endsAt: string }[];
};
export type PlanField = Exclude<keyof PlanForm, 'days' | 'latitude' | 'longitude'> | 'position' | 'days';
export type PlanFormFault = { readonly field: PlanField; readonly code: PlanFault['code'] | 'invalid' };

export type ReadPlan = { readonly packageCode: string; readonly plan: EditionPlan };

const textOf = (plan: EditionPlan): Omit<PlanForm, 'packageCode'> => ({
  ...plan,
  name: plan.name ?? '',
  municipality: plan.municipality ?? '',
  venue: plan.venue ?? '',
  latitude: plan.position === null ? '' : String(plan.position.latitude),
  longitude: plan.position === null ? '' : String(plan.position.longitude),
  places: String(plan.places),
  minimumGroup: String(plan.minimumGroup),
  days: [...plan.days],
});

export function planOfEdition(edition: EditionDocument): EditionPlan {
  const { name, delivery, municipality, venue, applyBy, startsOn, endsOn, places, minimumGroup, language } = edition;
  const position = edition.hasExactPosition ? edition.position : null;
  const days = edition.days.map((day) => ({ ...day }));
  return {
    name,
    delivery,
    municipality,
    venue,
    position,
    applyBy,
    startsOn,
    endsOn,
    places,
    minimumGroup,
    language,
    days,
  };
}

type Start = { readonly edition: EditionDocument | null; readonly offer: Package | undefined; readonly today: string };

/** What the form begins with: the edition as it is, or what the package states. */
export function firstForm({ edition, offer, today }: Start): PlanForm {
  if (edition !== null) return { packageCode: edition.packageCode, ...textOf(planOfEdition(edition)) };
  const stated = { groupSize: offer?.groupSize ?? null, durationWeeks: offer?.durationWeeks ?? 8 };
  const delivery = (offer?.delivery ?? []) as EditionPlan['delivery'][];
  return { packageCode: offer?.code ?? '', ...textOf(planFromPackage({ ...stated, delivery }, today)) };
}

const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const figure = (text: string): number => parseNumber(text) ?? Number.NaN;

function readPosition({ latitude, longitude }: PlanForm): unknown {
  if (said(latitude) === null && said(longitude) === null) return null;
  return { latitude: figure(latitude), longitude: figure(longitude) };
}

type Frame = {
  readonly edition: EditionDocument | null;
  readonly municipalities: readonly Municipality[];
  readonly today: string;
};

/** Reads the form by the contract's schema and the domain's rules: what the server would refuse is refused here. */
export function readPlan(form: PlanForm, { edition, municipalities, today }: Frame): ReadPlan | PlanFormFault[] {
  const isOnline = form.delivery === 'online';
  const parsed = editionPlanSchema.safeParse({
    name: said(form.name),
    delivery: form.delivery,
    municipality: isOnline ? null : said(form.municipality),
    venue: isOnline ? null : said(form.venue),
    position: isOnline ? null : readPosition(form),
    applyBy: form.applyBy,
    startsOn: form.startsOn,
    endsOn: form.endsOn,
    places: figure(form.places),
    minimumGroup: figure(form.minimumGroup),
    language: form.language,
    days: form.days,
  });
  const unchosen: PlanFormFault[] = form.packageCode === '' ? [{ field: 'packageCode', code: 'missing' }] : [];
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => String(path[0]) as PlanField);
    return [...unchosen, ...[...new Set(fields)].map((field) => ({ field, code: 'invalid' as const }))];
  }
  const faults = checkEditionPlan(parsed.data, {
    today,
    municipalities: municipalities.map(({ code }) => code),
    before: edition,
    taken: edition === null ? 0 : placesTaken(edition),
  });
  if (unchosen.length + faults.length > 0) return [...unchosen, ...faults];
  return { packageCode: form.packageCode, plan: parsed.data };
}

/** The plan as a form; nothing typed is lost by a fault. */
export function usePlanForm(start: PlanForm, frame: Frame) {
  const resolver: Resolver<PlanForm, unknown, ReadPlan> = (form) => {
    const read = readPlan(form, frame);
    if (!Array.isArray(read)) return { values: read, errors: {} };
    const errors = Object.fromEntries(
      read.toReversed().map(({ field, code }) => [field === 'position' ? 'latitude' : field, { type: code }]),
    );
    return { values: {}, errors };
  };
  return useForm<PlanForm, unknown, ReadPlan>({ defaultValues: start, resolver, shouldFocusError: false });
}

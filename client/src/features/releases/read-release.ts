import { type Resolver, useForm } from 'react-hook-form';
import { buildRelease } from '#shared/contracts/releases.ts';
import { municipalityCode } from '#shared/domain/benchmark/choices.ts';
import type { ReleaseSpec } from '#shared/domain/benchmark/release.ts';
import { scaleOf } from '#shared/domain/benchmark/scale.ts';
import { couldBeSeen } from '#shared/domain/effect/may-be-near.ts';
import { type Proposal, proposeChoices } from '#shared/domain/effect/propose-choices.ts';
import type { Choices, LoadedBuilder, WantedRelease } from './api.ts';
import { lastClosed, monthsOf, type Period, periodOfMonths, type QuickPeriod, quickPeriods } from './period.ts';
import { breakdownKey, breakdownOf } from './release-view.ts';

export type ReleaseForm = {
  nameSv: string;
  nameEn: string;
  period: QuickPeriod | 'own';
  /** As `2026-01`; read when the period is one's own. */
  firstMonth: string;
  lastMonth: string;
  population: string;
  measures: string[];
  breakdowns: string[];
};
export type ReleaseField = keyof ReleaseForm;

export const releaseFields: readonly ReleaseField[] = [
  'period',
  'firstMonth',
  'lastMonth',
  'population',
  'nameSv',
  'nameEn',
  'measures',
  'breakdowns',
];

/** What the address of a fault in the contract's body is called in the form. */
const fieldOf: Readonly<Record<string, ReleaseField>> = {
  'name.sv': 'nameSv',
  'name.en': 'nameEn',
  from: 'firstMonth',
  until: 'lastMonth',
  population: 'population',
  measures: 'measures',
  breakdowns: 'breakdowns',
};

/** All firms together are in every release that has them. */
export const chosenBreakdowns = ({ breakdowns }: Choices) => breakdowns.filter((codes) => codes.length > 0);

const firstPopulation = 'sme';
const firstMeasures = ({ measures, names }: Choices) => measures.filter((code) => scaleOf(names, code) === 'level');

/** Of levels by the attributes that every consent names, what can most likely be published beside earlier releases. */
export function proposeFirst({
  choices,
  releases,
}: Pick<LoadedBuilder, 'choices' | 'releases'>): Proposal<QuickPeriod> {
  return proposeChoices(
    {
      kinds: quickPeriods,
      periodOf: (kind) => lastClosed(kind, choices.today),
      breakdowns: chosenBreakdowns(choices).filter((codes) => !codes.includes(municipalityCode)),
    },
    {
      kind: 'levels',
      population: firstPopulation,
      isSimulated: choices.hasSimulated,
      measures: firstMeasures(choices),
    },
    releases.filter(couldBeSeen),
  );
}

function firstForm(choices: Choices, { kind, breakdowns }: Proposal<QuickPeriod>): ReleaseForm {
  const { first, last } = monthsOf(lastClosed(kind, choices.today));
  return {
    nameSv: '',
    nameEn: '',
    period: kind,
    firstMonth: first,
    lastMonth: last,
    population: firstPopulation,
    measures: firstMeasures(choices),
    breakdowns: breakdowns.map(breakdownKey),
  };
}

/** The choices of an earlier release, as far as they are still offered. */
function formOf({ name, measures, breakdowns, population, ...spec }: ReleaseSpec, choices: Choices): ReleaseForm {
  const period = quickPeriods.find((kind) => {
    const { from, until } = lastClosed(kind, choices.today);
    return from === spec.from && until === spec.until;
  });
  const { first, last } = monthsOf(spec);
  const chosen = breakdowns.map(breakdownKey);
  return {
    nameSv: name.sv,
    nameEn: name.en,
    period: period ?? 'own',
    firstMonth: first,
    lastMonth: last,
    population,
    measures: choices.measures.filter((code) => measures.includes(code)),
    breakdowns: chosenBreakdowns(choices)
      .map(breakdownKey)
      .filter((key) => chosen.includes(key)),
  };
}

export function periodOf(form: Pick<ReleaseForm, 'period' | 'firstMonth' | 'lastMonth'>, today: string): Period {
  const quick = quickPeriods.find((kind) => kind === form.period);
  return quick === undefined ? periodOfMonths(form.firstMonth, form.lastMonth) : lastClosed(quick, today);
}

/** Reads the form by the contract's own schema: what the server would refuse is refused here. */
export function readRelease(form: ReleaseForm, choices: Choices): WantedRelease | ReleaseField[] {
  const period = periodOf(form, choices.today);
  const whole = choices.breakdowns.filter((codes) => codes.length === 0);
  const parsed = buildRelease.body.safeParse({
    name: { sv: form.nameSv, en: form.nameEn },
    ...period,
    population: form.population,
    measures: form.measures,
    breakdowns: [...whole, ...form.breakdowns.map(breakdownOf)],
  });
  const backwards: ReleaseField[] = period.from < period.until ? [] : ['lastMonth'];
  if (parsed.success) return backwards.length === 0 ? parsed.data : backwards;
  const found = parsed.error.issues.flatMap(({ path }) => {
    const [first, second] = path.map(String);
    return fieldOf[first === 'name' ? `${first}.${second ?? ''}` : (first ?? '')] ?? [];
  });
  return [...found, ...backwards];
}

/** The form; nothing typed is lost by a fault. */
export function useReleaseForm(
  { choices, earlier }: Pick<LoadedBuilder, 'choices' | 'earlier'>,
  proposal: Proposal<QuickPeriod>,
) {
  const resolver: Resolver<ReleaseForm, unknown, WantedRelease> = (form) => {
    const read = readRelease(form, choices);
    if (!Array.isArray(read)) return { values: read, errors: {} };
    return { values: {}, errors: Object.fromEntries(read.map((field) => [field, { type: 'invalid' }])) };
  };
  return useForm<ReleaseForm, unknown, WantedRelease>({
    defaultValues: earlier === null || 'kind' in earlier ? firstForm(choices, proposal) : formOf(earlier, choices),
    resolver,
    shouldFocusError: false,
  });
}

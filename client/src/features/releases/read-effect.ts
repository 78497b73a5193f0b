import { type Resolver, useForm } from 'react-hook-form';
import { buildEffect } from '#shared/contracts/releases.ts';
import type { EffectSpec } from '#shared/domain/effect/effect-release.ts';
import type { Choices, LoadedBuilder, WantedEffect } from './api.ts';
import { closedMonths, lastClosed, monthsOf, periodOfMonths } from './period.ts';

export const effectMonths = ['beforeFirst', 'beforeLast', 'afterFirst', 'afterLast'] as const;
export type EffectMonth = (typeof effectMonths)[number];

export type EffectForm = { nameSv: string; nameEn: string; population: string } & Record<EffectMonth, string>;
export type EffectField = keyof EffectForm;

export const effectFields: readonly EffectField[] = [...effectMonths, 'population', 'nameSv', 'nameEn'];

const monthsInYear = 12;

export const effectSpans = ['twelve-months', 'year', 'half-year', 'own'] as const;
export type EffectSpan = (typeof effectSpans)[number];

/** Two periods of the kind, the one after the other, of which the later is the last that has ended. */
export function monthsOfSpan(span: Exclude<EffectSpan, 'own'>, today: string): Record<EffectMonth, string> {
  if (span === 'twelve-months') return lastTwelve(today);
  const later = lastClosed(span, today);
  const earlier = lastClosed(span, later.from);
  const [before, after] = [monthsOf(earlier), monthsOf(later)];
  return { beforeFirst: before.first, beforeLast: before.last, afterFirst: after.first, afterLast: after.last };
}

/** The last twelve months that have ended, and the twelve before. */
function lastTwelve(today: string): Record<EffectMonth, string> {
  const closed = closedMonths(today);
  const back = (count: number): string => closed[count] ?? '';
  return {
    beforeFirst: back(2 * monthsInYear - 1),
    beforeLast: back(monthsInYear),
    afterFirst: back(monthsInYear - 1),
    afterLast: back(0),
  };
}

const firstForm = ({ today }: Choices): EffectForm => ({
  ...{ nameSv: '', nameEn: '', population: 'sme' },
  ...lastTwelve(today),
});

/** The choices of an earlier release. */
function formOf({ name, before, after, population }: EffectSpec): EffectForm {
  const [earlier, later] = [monthsOf(before), monthsOf(after)];
  return {
    nameSv: name.sv,
    nameEn: name.en,
    beforeFirst: earlier.first,
    beforeLast: earlier.last,
    afterFirst: later.first,
    afterLast: later.last,
    population,
  };
}

/** What the address of a fault in the contract's body is called in the form. */
const fieldOf: Readonly<Record<string, EffectField>> = {
  'name.sv': 'nameSv',
  'name.en': 'nameEn',
  'before.from': 'beforeFirst',
  'before.until': 'beforeLast',
  'after.from': 'afterFirst',
  'after.until': 'afterLast',
  population: 'population',
};

/** Months that come in another order than they have to. */
export function monthsAmiss(form: Pick<EffectForm, EffectMonth>): EffectMonth[] {
  const [before, after] = [
    periodOfMonths(form.beforeFirst, form.beforeLast),
    periodOfMonths(form.afterFirst, form.afterLast),
  ];
  return [
    ...(before.from < before.until ? [] : (['beforeLast'] as const)),
    ...(before.until <= after.from ? [] : (['afterFirst'] as const)),
    ...(after.from < after.until ? [] : (['afterLast'] as const)),
  ];
}

/** Reads the form by the contract's own schema: what the server would refuse is refused here. */
export function readEffect(form: EffectForm): WantedEffect | EffectField[] {
  const [before, after] = [
    periodOfMonths(form.beforeFirst, form.beforeLast),
    periodOfMonths(form.afterFirst, form.afterLast),
  ];
  const parsed = buildEffect.body.safeParse({
    name: { sv: form.nameSv, en: form.nameEn },
    before,
    after,
    population: form.population,
  });
  const backwards = monthsAmiss(form);
  if (parsed.success) return backwards.length === 0 ? parsed.data : backwards;
  return [...parsed.error.issues.flatMap(({ path }) => fieldOf[path.map(String).join('.')] ?? []), ...backwards];
}

/** The form; nothing typed is lost by a fault. */
export function useEffectForm({ choices, earlier }: Pick<LoadedBuilder, 'choices' | 'earlier'>) {
  const resolver: Resolver<EffectForm, unknown, WantedEffect> = (form) => {
    const read = readEffect(form);
    if (!Array.isArray(read)) return { values: read, errors: {} };
    return { values: {}, errors: Object.fromEntries(read.map((field) => [field, { type: 'invalid' }])) };
  };
  return useForm<EffectForm, unknown, WantedEffect>({
    defaultValues: earlier !== null && 'kind' in earlier ? formOf(earlier) : firstForm(choices),
    resolver,
    shouldFocusError: false,
  });
}

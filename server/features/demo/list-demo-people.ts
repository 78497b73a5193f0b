import type * as z from 'zod/mini';
import type { demoPersonSchema } from '#shared/contracts/demo.ts';
import { placeKindOf } from '#shared/domain/access/roles.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import type { DemoPerson } from '../../platform/content/demo-people.ts';
import type { Context } from '../../platform/context.ts';

type DemoPersonBody = z.input<typeof demoPersonSchema>;

async function namePlace(context: Context, { role, place }: DemoPerson): Promise<LocalisedText> {
  const { demoFirm, firmProfileOptions } = context.bundle;
  const kind = placeKindOf(role);
  if (kind === 'firm') return { sv: demoFirm.firmName, en: demoFirm.firmName };
  if (kind === 'coordination') return { sv: 'Samordningen', en: 'The coordination' };
  const { catalogue } = await context.published.currentCatalogue();
  const named = kind === 'region' ? firmProfileOptions.counties : catalogue.providers;
  return named.find(({ code }) => code === place)?.name ?? { sv: place, en: place };
}

export async function listDemoPeople(context: Context): Promise<{ people: DemoPersonBody[] }> {
  const people = context.bundle.demoPeople.map(async (person) => {
    const { code, name, role, about } = person;
    return { code, name, role, about, placeName: await namePlace(context, person) };
  });
  return { people: await Promise.all(people) };
}

import SQL from '@nearform/sql';
import type { LocalisedText } from '#shared/domain/language.ts';
import { exec, type Queryable } from '../database/query.ts';
import type { Identifiers } from '../identifier.ts';
import type { Content } from './load-content.ts';

/** Where editors and administrators of the site belong. */
export const coordinationCode = 'coordination';
const coordinationName: LocalisedText = { sv: 'Samordningen', en: 'The coordination' };

type Organisation = { readonly kind: 'provider' | 'region' | 'coordination'; code: string; name: LocalisedText };

/**
 * Every provider of the catalogue, the three regions by their county, and the coordination. The regions are providers
 * of support too, under their plain names.
 */
export function organisationsOf({ catalogue, bundle }: Content): Organisation[] {
  return [
    ...catalogue.providers.map(({ code, name }): Organisation => ({ kind: 'provider', code, name })),
    ...bundle.firmProfileOptions.counties.map(
      ({ code, name }): Organisation => ({
        kind: 'region',
        code,
        name: { sv: `Region ${name.sv}, statistik`, en: `Region ${name.en}, statistics` },
      }),
    ),
    { kind: 'coordination', code: coordinationCode, name: coordinationName },
  ];
}

/** Makes the organisations there are not yet, and lets the rest be: their names may have been changed here. */
export async function importOrganisations(db: Queryable, content: Content, identifiers: Identifiers): Promise<void> {
  for (const { kind, code, name } of organisationsOf(content)) {
    await exec(
      db,
      SQL`insert into organisations (organisation_id, kind, code, name)
        values (${identifiers.newId()}, ${kind}, ${code}, ${JSON.stringify(name)})
        on conflict on constraint organisations_code_unique do nothing`,
    );
  }
}

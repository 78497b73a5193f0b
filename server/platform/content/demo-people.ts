import SQL from '@nearform/sql';
import * as z from 'zod';
import { placeKindOf, type Role, roles } from '#shared/domain/access/roles.ts';
import { localisedTextSchema } from '#shared/domain/language.ts';
import { exec, type Queryable } from '../database/query.ts';
import type { Identifiers } from '../identifier.ts';

/** `demo/people.yaml`: made-up people, of each role and each region. */
export const demoPeopleSchema = z.array(
  z.strictObject({
    code: z.string(),
    name: z.string(),
    /** In the domain .example, which nobody can have. */
    email: z.string().regex(/^[a-z]+@[a-z]+[.]example$/),
    role: z.enum(roles),
    /** Code of the organisation; `firm` for those of the simulated firm. */
    place: z.string(),
    about: localisedTextSchema,
  }),
);
export type DemoPerson = z.infer<typeof demoPeopleSchema>[number];

/** Those who work in an organisation; the simulated firm and its people are made when the demo is first visited. */
const isOfOrganisation = ({ role }: { role: Role }): boolean => placeKindOf(role) !== 'firm';

/** By the owner of the tables, before anybody is there who could invite them. What is there already is let be. */
export async function importDemoPeople(
  db: Queryable,
  people: readonly DemoPerson[],
  identifiers: Identifiers,
): Promise<void> {
  for (const person of people) {
    await exec(
      db,
      SQL`insert into people (person_id, email, name, language)
        values (${identifiers.newId()}, ${person.email}, ${person.name}, 'sv')
        on conflict on constraint people_email_unique do nothing`,
    );
  }
  for (const { email, role, place } of people.filter(isOfOrganisation)) {
    await exec(
      db,
      SQL`insert into memberships (membership_id, person_id, role, organisation_id, organisation_kind)
        select ${identifiers.newId()}, p.person_id, ${role}, o.organisation_id, o.kind
        from people p join organisations o on o.kind = ${placeKindOf(role)} and o.code = ${place}
        where p.email = ${email} and not exists (
          select 1 from memberships m where m.person_id = p.person_id and m.organisation_id = o.organisation_id
        )`,
    );
  }
}

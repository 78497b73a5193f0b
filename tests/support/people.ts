import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { randomIdentifiers, sha256 } from '#server/platform/identifier.ts';
import { needsSecondFactor, placeKindOf, type Role } from '#shared/domain/access/roles.ts';
import { sessionLimitsOf } from '#shared/domain/access/session-limits.ts';
import { submitted } from './answering.ts';
import type { TestApp } from './test-app.ts';
import type { Visitor } from './visitor.ts';

type Site = Pick<TestApp, 'admin' | 'newVisitor'>;

/** Somebody with a session, as the database has it. */
export type Signed = {
  readonly personId: string;
  readonly email: string;
  readonly sessionId: string;
  readonly sessionSecret: string;
  readonly visitor: Visitor;
};

export type PersonOptions = {
  readonly email?: string;
  readonly name?: string | null;
  /** As the role of the person asks for, unless given. */
  readonly hasSecondFactor?: boolean;
};

export const sessionCookieName = 'mattstock-session';

async function insertPerson(admin: pg.Pool, email: string, name: string | null): Promise<string> {
  const personId = randomUUID();
  await admin.query(`insert into people (person_id, email, name, language) values ($1, $2, $3, 'sv')`, [
    personId,
    email,
    name,
  ]);
  return personId;
}

/** A further session of the person, in a browser of its own. */
export async function newSession(
  { admin, newVisitor }: Site,
  personId: string,
  options: { hasSecondFactor: boolean; roles?: readonly Role[] },
): Promise<{ sessionId: string; sessionSecret: string; visitor: Visitor }> {
  const { idleMinutes, longestHours } = sessionLimitsOf(options.roles ?? []);
  const sessionId = randomUUID();
  const sessionSecret = randomIdentifiers.newSecret();
  await admin.query(
    `insert into sessions (session_id, person_id, key_sha256, method, has_second_factor, device, idle_limit, expires_at)
     values ($1, $2, $3, 'code', $4, 'Firefox, Linux', make_interval(mins => $5), now() + make_interval(hours => $6))`,
    [sessionId, personId, sha256(sessionSecret), options.hasSecondFactor, idleMinutes, longestHours],
  );
  const visitor = newVisitor();
  visitor.hold({ name: sessionCookieName, value: sessionSecret, path: '/' });
  return { sessionId, sessionSecret, visitor };
}

/** Somebody without any role. */
export async function signedIn(site: Site, options: PersonOptions = {}, roles: readonly Role[] = []): Promise<Signed> {
  const email = options.email ?? `person-${randomUUID().slice(0, 8)}@example.se`;
  const personId = await insertPerson(site.admin, email, options.name === undefined ? 'Kim Berg' : options.name);
  const hasSecondFactor = options.hasSecondFactor ?? roles.some(needsSecondFactor);
  return { personId, email, ...(await newSession(site, personId, { hasSecondFactor, roles })) };
}

/** The organisation with the code; the first of its kind without one. */
export async function organisationId(
  { admin }: Pick<TestApp, 'admin'>,
  kind: 'provider' | 'region' | 'coordination',
  code?: string,
): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(
    `select organisation_id as id from organisations where kind = $1 and ($2::text is null or code = $2)
     order by code limit 1`,
    [kind, code ?? null],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no ${kind} ${code ?? ''}`);
  return row.id;
}

export async function addMembership(
  { admin }: Pick<TestApp, 'admin'>,
  personId: string,
  role: Role,
  placeId: string,
): Promise<string> {
  const membershipId = randomUUID();
  const kind = placeKindOf(role);
  const place = kind === 'firm' ? [placeId, null, null] : [null, placeId, kind];
  await admin.query(
    `insert into memberships (membership_id, person_id, role, firm_id, organisation_id, organisation_kind)
     values ($1, $2, $3, $4, $5, $6)`,
    [membershipId, personId, role, ...place],
  );
  return membershipId;
}

export type Staff = Signed & { readonly organisationId: string; readonly membershipId: string };

/** Somebody of an organisation, by default the first of the kind that has the role. */
export async function signedInAs(
  site: Site,
  role: Exclude<Role, 'owner' | 'respondent'>,
  options: PersonOptions & { organisation?: string } = {},
): Promise<Staff> {
  const kind = placeKindOf(role);
  if (kind === 'firm') throw new Error(`${role} is a role of a firm`);
  const signed = await signedIn(site, options, [role]);
  const place = await organisationId(site, kind, options.organisation);
  return { ...signed, organisationId: place, membershipId: await addMembership(site, signed.personId, role, place) };
}

export type Owner = Signed & { readonly firmId: string; readonly responseId: string; readonly membershipId: string };

/** The owner of a firm with one submitted response, claimed the way a real one is. */
export async function signedInOwner(site: Site, options: PersonOptions = {}): Promise<Owner> {
  const signed = await signedIn(site, options, ['owner']);
  const responseId = await submitted(signed.visitor);
  const reply = await signed.visitor.post(`/api/responses/${responseId}/claim`);
  if (reply.statusCode !== 200) throw new Error(`not claimed: ${reply.body}`);
  const { firmId } = reply.json<{ firmId: string }>();
  const { rows } = await site.admin.query<{ id: string }>(
    'select membership_id as id from memberships where firm_id = $1 and person_id = $2',
    [firmId, signed.personId],
  );
  // The claim has given the session another key.
  const sessionSecret = signed.visitor.cookies.find(({ name }) => name === sessionCookieName)?.value ?? '';
  return { ...signed, sessionSecret, firmId, responseId, membershipId: rows[0]?.id ?? '' };
}

/** A further member of the firm. */
export async function signedInMember(
  site: TestApp,
  firmId: string,
  role: 'owner' | 'respondent',
  options: PersonOptions = {},
): Promise<Signed & { readonly membershipId: string }> {
  const signed = await signedIn(site, options, [role]);
  return { ...signed, membershipId: await addMembership(site, signed.personId, role, firmId) };
}

import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Respondents } from '#shared/contracts/respondents.ts';
import type { ResultDocument } from '#shared/contracts/results.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import { saveAll, start } from './answering.ts';
import { signedInOwner } from './people.ts';
import { keyIn } from './result-links.ts';
import type { TestApp } from './test-app.ts';
import type { Visitor } from './visitor.ts';

export const ofRespondents = (responseId: string, rest = '') => `/api/responses/${responseId}/respondents${rest}`;
export const ofRespondentLinks = (responseId: string, rest = '') =>
  `/api/responses/${responseId}/respondent-links${rest}`;

export const invitationBody = (changes: object = {}) => ({
  label: 'Lars i verkstaden',
  role: 'operator',
  part: ['PM1', 'PM2'],
  language: 'sv',
  ...changes,
});

export type Invited = { readonly key: string; readonly respondentId: string; readonly respondents: Respondents };

/** Invites a colleague by a link to hand over; its secret, and its identifier. */
export async function invite(lead: Visitor, responseId: string, changes: object = {}): Promise<Invited> {
  const reply = await lead.post(ofRespondents(responseId), invitationBody(changes));
  expect(reply.statusCode, reply.body).toBe(201);
  const { url, respondents } = reply.json<{ url: string | null; respondents: Respondents }>();
  return { key: keyIn(url ?? ''), respondentId: respondents.respondents.at(-1)?.respondentId ?? '', respondents };
}

/** The respondent's own response, opened in the visitor's browser. */
export async function openInvitation(visitor: Visitor, key: string, changes: object = {}): Promise<string> {
  const reply = await visitor.post('/api/respondent-invitations', {
    key,
    language: 'sv',
    countsAlone: false,
    ...changes,
  });
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json<{ responseId: string }>().responseId;
}

export async function readRespondents(lead: Visitor, responseId: string): Promise<Respondents> {
  const reply = await lead.get(ofRespondents(responseId));
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<Respondents>();
}

/** A link for several; its secret, and its identifier. */
export async function makeWallLink(lead: Visitor, responseId: string, changes: object = {}) {
  const reply = await lead.post(ofRespondentLinks(responseId), { mostRespondents: 20, language: 'sv', ...changes });
  expect(reply.statusCode, reply.body).toBe(201);
  const { url, respondents } = reply.json<{ url: string; respondents: Respondents }>();
  return { key: keyIn(url), respondentLinkId: respondents.links[0]?.respondentLinkId ?? '' };
}

export type Lead = { readonly visitor: Visitor; readonly responseId: string };

export async function newLead(site: TestApp): Promise<Lead> {
  const visitor = site.newVisitor();
  return { visitor, responseId: await start(visitor) };
}

/** Somebody with an account, whose firm the site sends mail for, and who leads the answering. */
export async function newOwnerLead(site: TestApp) {
  const owner = await signedInOwner(site);
  await owner.visitor.put(`/api/firms/${owner.firmId}`, { name: 'Smeden AB', organisationNumber: null });
  return { ...owner, responseId: await beginAnother(owner) };
}

/** A further assessment of the firm of somebody with an account. */
export async function beginAnother({ visitor, firmId }: { visitor: Visitor; firmId: string }): Promise<string> {
  const { profile } = (await visitor.get(`/api/firms/${firmId}`)).json<{ profile: object }>();
  const begun = await visitor.post(`/api/firms/${firmId}/responses`, {
    formCode: 'snabbkoll',
    language: 'sv',
    profile,
  });
  expect(begun.statusCode, begun.body).toBe(201);
  return begun.json<{ responseId: string }>().responseId;
}

/** Somebody who answers beside the lead, in their own browser. */
export async function newColleague(
  site: TestApp,
  { visitor, responseId }: Lead,
  { countsAlone = false, ...changes }: { countsAlone?: boolean } & Record<string, unknown> = {},
) {
  const { key, respondentId } = await invite(visitor, responseId, changes);
  const colleague = site.newVisitor();
  return { visitor: colleague, key, respondentId, responseId: await openInvitation(colleague, key, { countsAlone }) };
}

/** As many colleagues as there are sets of answers, each of whom has given theirs. */
export async function colleaguesWho(site: TestApp, lead: Lead, given: readonly Record<string, Answer>[]) {
  const colleagues = [];
  for (const answers of given) {
    const colleague = await newColleague(site, lead);
    await saveAll(colleague.visitor, colleague.responseId, answers);
    colleagues.push(colleague);
  }
  return colleagues;
}

export const submit = ({ visitor, responseId }: Lead) =>
  visitor.post(`/api/responses/${responseId}/submission`, { language: 'sv' });

export async function readResult({ visitor, responseId }: Lead): Promise<ResultDocument> {
  const reply = await visitor.get(`/api/responses/${responseId}/result`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<ResultDocument>();
}

export async function inviteByMail({ visitor, responseId }: Lead, email = `${randomUUID()}@smeden.example`) {
  const reply = await visitor.post(ofRespondents(responseId), invitationBody({ email }));
  expect(reply.statusCode, reply.body).toBe(201);
  const { url, respondents: told } = reply.json<{ url: string | null; respondents: Respondents }>();
  return { email, url, respondentId: told.respondents.at(-1)?.respondentId ?? '' };
}

/** A respondent and a link for several, whatever became of the response; only their identifiers matter. */
export async function addRespondents({ admin }: TestApp, responseId: string) {
  const [respondentId, respondentLinkId] = [randomUUID(), randomUUID()];
  await admin.query(
    `insert into respondent_links (respondent_link_id, firm_id, assessment_id, key_sha256, most_respondents, language,
       created_at, expires_at)
     select $1, firm_id, assessment_id, sha256($2), 20, 'sv', now(), now() + interval '30 days'
     from responses where response_id = $3`,
    [respondentLinkId, Buffer.from(respondentLinkId), responseId],
  );
  await admin.query(
    `insert into respondents (respondent_id, firm_id, assessment_id, role, dimensions, label, language, key_sha256, created_at,
       invited_at, expires_at)
     select $1, firm_id, assessment_id, 'operator', '{PM1}', 'Lars', 'sv', sha256($2), now(), now(), now() + interval '30 days'
     from responses where response_id = $3`,
    [respondentId, Buffer.from(respondentId), responseId],
  );
  return { respondentId, respondentLinkId };
}

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { level, save } from '../support/answering.ts';
import { newDraft, ofDraft, readDraft, reword, startEditingApp } from '../support/editing.ts';
import { exampleBodies } from '../support/example-bodies.ts';
import { signedInAs, signedInOwner } from '../support/people.ts';
import { makeTenant, type Tenant } from '../support/tenants.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';

let site: TestApp;
let mine: Tenant;
beforeAll(async () => {
  site = await startEditingApp({ rateLimitPerMinute: 1_000_000 });
  mine = await makeTenant(site, 'eken', { provider: 'compare', region: '17' });
  await makeTenant(site, 'boken', { provider: 'fpx', region: '20' });
  await submitAsColleague();
});
afterAll(() => site.close());

/** A colleague's result, which the owner may open, and which is not the owner's own. */
async function submitAsColleague(): Promise<void> {
  const colleague = mine.actors['respondent'] ?? site.newVisitor();
  const begun = await colleague.post(`/api/firms/${mine.owner.firmId}/responses`, exampleBodies['startFirmResponse']);
  const { responseId } = begun.json<{ responseId: string }>();
  await save(colleague, responseId, 'D1.1', level(2));
  const reply = await colleague.post(`/api/responses/${responseId}/submission`, { language: 'sv' });
  expect(reply.statusCode, reply.body).toBe(201);
}

/** A firm that lets the provider in to be contacted, and for nothing else. */
async function askForContact(provider: string): Promise<void> {
  const { firmId } = await signedInOwner(site);
  await site.admin.query(
    `insert into consents (consent_id, firm_id, purpose, provider_code, wording_version, language)
     values ($1, $2, 'contact', $3, 'contact-1', 'sv')`,
    [randomUUID(), firmId, provider],
  );
}

async function read<T>(visitor: Visitor | undefined, url: string): Promise<T> {
  const reply = await visitor?.get(url);
  expect(reply?.statusCode, url).toBe(200);
  return reply?.json<T>() as T;
}

const sorted = (values: readonly unknown[]) => values.map(String).toSorted();

describe('the firms of an owner', () => {
  test('are the same in the list, in the account and in the copy of personal data', async () => {
    const { visitor } = mine.owner;
    const { firms } = await read<{ firms: { firmId: string; name: string }[] }>(visitor, '/api/firms');
    const { account } = await read<{ account: { memberships: { place: { placeId: string } }[] } }>(
      visitor,
      '/api/visitor',
    );
    const data = await read<{ firms: { name: string; responses: unknown[] }[] }>(visitor, '/api/account/data');
    const firm = await read<{ responses: { isYours: boolean }[] }>(visitor, `/api/firms/${mine.owner.firmId}`);

    expect(sorted(firms.map(({ firmId }) => firmId))).toEqual(
      sorted(account.memberships.map(({ place }) => place.placeId)),
    );
    expect(sorted(data.firms.map(({ name }) => name))).toEqual(sorted(firms.map(({ name }) => name)));
    expect(data.firms.map(({ responses }) => responses.length)).toEqual([
      firm.responses.filter(({ isYours }) => isYours).length,
    ]);
  });

  test('have as many looks and taken files as are listed, whoever of the firm reads', async () => {
    const { organisationId, firmId } = mine.identifiers.advisor;
    const look = () => read(mine.actors['advisor'], `/api/advisor/organisations/${organisationId}/firms/${firmId}`);
    await look();
    const file = `/firms/${firmId}/responses/${mine.owner.responseId}/report/sv/json`;
    await read(mine.actors['advisor'], `/api/advisor/organisations/${organisationId}${file}`);
    // Whoever looked has been erased since.
    await site.admin.query('update access_events set person_id = null where firm_id = $1', [firmId]);
    await look();
    for (const who of [mine.owner.visitor, mine.actors['respondent']]) {
      type Access = { looks: unknown[]; lookCount: number; copies: unknown[]; copyCount: number };
      const access = await read<Access>(who, `/api/firms/${firmId}/access`);
      expect(access.looks).toHaveLength(access.lookCount);
      expect(access.lookCount).toBeGreaterThan(1);
      expect(access.copies).toHaveLength(access.copyCount);
      expect(access.copyCount).toBe(1);
    }
  });
});

test('an advisor opens exactly the firms in the list, and sees the results that the firm sees', async () => {
  const advisor = mine.actors['advisor'];
  await askForContact('compare');
  const { firms } = await read<{ firms: { firmId: string; organisationId: string }[] }>(advisor, '/api/advisor/firms');
  const { rows } = await site.admin.query<{ firm: string }>('select firm_id as firm from firms');
  const opened: string[] = [];
  for (const { firm } of rows) {
    const url = `/api/advisor/organisations/${mine.identifiers.advisor['organisationId']}/firms/${firm}`;
    if ((await advisor?.get(url))?.statusCode === 200) opened.push(firm);
  }

  expect(sorted(opened)).toEqual(sorted(firms.map(({ firmId }) => firmId)));
  expect(opened).toHaveLength(2);
  expect(opened.length).toBeLessThan(rows.length);
});

test('an organisation has as many members as are listed, for an administrator and for its manager', async () => {
  const administrator = (await signedInAs(site, 'administrator')).visitor;
  for (const who of [administrator, mine.actors['manager']]) {
    const { organisations } = await read<{ organisations: { organisationId: string; memberCount: number }[] }>(
      who,
      '/api/organisations',
    );
    for (const { organisationId, memberCount } of organisations) {
      const { members } = await read<{ members: { email: string }[] }>(who, `/api/organisations/${organisationId}`);
      expect(new Set(members.map(({ email }) => email)).size).toBe(memberCount);
    }
  }
});

test('a draft is the same on the page and in the file', async () => {
  const editor = (await signedInAs(site, 'editor')).visitor;
  const draftId = await newDraft(editor);
  await reword(editor, draftId, 'D1.1', 'nu');
  const { judged: _judged, ...file } = parse((await editor.get(ofDraft(draftId, '/export.yaml'))).body) as object & {
    judged?: unknown;
  };

  expect(file).toEqual((await readDraft(editor, draftId)).content);
});

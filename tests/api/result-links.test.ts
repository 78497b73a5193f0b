import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endOfLink } from '#server/features/sharing/limits.ts';
import type { ResultLinks } from '#shared/contracts/result-links.ts';
import * as links from '#shared/contracts/result-links.ts';
import { start, submitted } from '../support/answering.ts';
import { eventsAbout } from '../support/coordination.ts';
import { describeEndpoint, isPublic, noTenant } from '../support/endpoint-families.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { startFirmsApp } from '../support/firms.ts';
import { type Owner, signedInMember, signedInOwner } from '../support/people.ts';
import {
  choiceOf,
  keyIn,
  linkBody,
  makeLink,
  ofLinks,
  openLink,
  previewBody,
  readLinks,
  takeBack,
} from '../support/result-links.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visit, Visitor } from '../support/visitor.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startFirmsApp();
});
afterAll(() => site.close());

/** The families that are alike for everything that whoever shows a result does with it. */
function closed(visitOf: (owner: Owner) => Promise<Visit> | Visit) {
  return {
    'refuses who has no key': async () => {
      const owner = await signedInOwner(site);
      expectProblem(await site.newVisitor().send(await visitOf(owner)), 404, 'not-found');
    },
    'refuses the wrong role': async () => {
      const owner = await signedInOwner(site);
      const visit = await visitOf(owner);
      const before = await readLinks(owner.visitor, owner.responseId);
      const respondent = await signedInMember(site, owner.firmId, 'respondent');
      expectProblem(await respondent.visitor.send(visit), 404, 'not-found');
      expect(await readLinks(owner.visitor, owner.responseId)).toEqual(before);
    },
    'hides what belongs to another firm': async () => {
      const owner = await signedInOwner(site);
      const visit = await visitOf(owner);
      const before = await readLinks(owner.visitor, owner.responseId);
      const other = await signedInOwner(site);
      const keyHolder = site.newVisitor();
      await submitted(keyHolder);
      for (const visitor of [other.visitor, keyHolder]) {
        expectProblem(await visitor.trespass(visit), 404, 'not-found');
      }
      expect(await readLinks(owner.visitor, owner.responseId)).toEqual(before);
    },
  };
}

describeEndpoint(links.listResultLinks, {
  ...closed(({ responseId }) => ({ url: ofLinks(responseId) })),
  'refuses an invalid request': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.get(ofLinks('no-id')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.get(ofLinks(randomUUID())), 404, 'not-found');
  },
  succeeds: async () => {
    const { visitor, responseId } = await signedInOwner(site);
    expect(await readLinks(visitor, responseId)).toMatchObject({
      links: [],
      active: 0,
      mostActive: 20,
      shareable: { levels: true, stage: true, answers: true, suggestions: true, change: false },
      earlierSubmittedAt: null,
      canMail: true,
    });
  },
});

describeEndpoint(links.previewResultLink, {
  ...closed(({ responseId }) => ({ method: 'POST', url: ofLinks(responseId, '/preview'), body: previewBody() })),
  'refuses an invalid request': async () => {
    const { visitor, responseId } = await signedInOwner(site);
    const refused = [
      previewBody({ choice: choiceOf([]) }),
      previewBody({ choice: choiceOf(['levels', 'levels']) }),
      previewBody({ choice: choiceOf(['change']) }),
      previewBody({ choice: { ...choiceOf(['levels']), parts: ['everything'] } }),
      previewBody({ days: 181 }),
      previewBody({ recipientName: ' ' }),
      previewBody({ note: 'x'.repeat(501) }),
      previewBody({ more: true }),
    ];
    for (const body of refused) {
      expectProblem(await visitor.post(ofLinks(responseId, '/preview'), body), 422, 'invalid-request');
    }
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.post(ofLinks(randomUUID(), '/preview'), previewBody()), 404, 'not-found');
  },
  succeeds: async () => {
    const { visitor, responseId } = await signedInOwner(site);
    const body = { note: 'Som vi sa i tisdags.', choice: choiceOf(['levels', 'stage', 'answers', 'suggestions']) };
    const preview = await visitor.post(ofLinks(responseId, '/preview'), previewBody(body));
    expect(preview.statusCode, preview.body).toBe(200);
    expect((await readLinks(visitor, responseId)).links).toEqual([]);

    const { key } = await makeLink(visitor, responseId, body);
    expect(await openLink(site.newVisitor(), key)).toEqual(preview.json());
  },
});

describeEndpoint(links.createResultLink, {
  ...closed(({ responseId }) => ({ method: 'POST', url: ofLinks(responseId), body: linkBody() })),
  'refuses an invalid request': async () => {
    const { visitor, responseId } = await signedInOwner(site);
    const refused = [
      linkBody({ days: 8 }),
      linkBody({ sendsMail: true }),
      linkBody({ recipientEmail: 'nobody' }),
      linkBody({ choice: choiceOf(['change']) }),
      linkBody({ choice: choiceOf(['levels'], { showsFirmName: true }) }),
    ];
    await site.admin.query(
      'update firms set name = null where firm_id = (select firm_id from responses where response_id = $1)',
      [responseId],
    );
    for (const body of refused) {
      expectProblem(await visitor.post(ofLinks(responseId), body), 422, 'invalid-request');
    }
    expect((await readLinks(visitor, responseId)).links).toEqual([]);
  },
  'does not find what is not there': async () => {
    const { visitor } = await signedInOwner(site);
    expectProblem(await visitor.post(ofLinks(randomUUID()), linkBody()), 404, 'not-found');
  },
  succeeds: async () => {
    const { visitor, responseId, firmId, personId } = await signedInOwner(site);
    const reply = await visitor.post(
      ofLinks(responseId),
      linkBody({ note: 'Till mötet', recipientEmail: 'Berit@Bank.example' }),
    );
    expect(reply.statusCode, reply.body).toBe(201);
    const { url, links: listed } = reply.json<{ url: string; links: ResultLinks }>();
    expect(url).toMatch(/^http:\/\/localhost:3000\/shared-result\?lang=sv#key=[A-Za-z0-9_-]{43}$/);
    expect(listed).toMatchObject({ active: 1 });
    expect(listed.links).toMatchObject([
      {
        recipientName: 'Berit Bank',
        recipientEmail: 'berit@bank.example',
        note: 'Till mötet',
        parts: ['levels'],
        showsFirmName: false,
        language: 'sv',
        state: 'active',
        openings: 0,
        lastOpenedAt: null,
        mail: null,
      },
    ]);
    const key = keyIn(url);
    expect(JSON.stringify(await readLinks(visitor, responseId))).not.toContain(key);
    const { rows } = await site.admin.query<{ line: string }>(
      'select to_jsonb(l)::text as line from result_links l where firm_id = $1',
      [firmId],
    );
    expect(rows[0]?.line).not.toContain(key);
    const [event] = await eventsAbout(site, listed.links[0]?.resultLinkId ?? '');
    expect(event).toMatchObject({ action: 'result-link-made', actorPersonId: personId });
  },
});

describeEndpoint(links.takeResultLinkBack, {
  ...closed(async ({ visitor, responseId }) => ({
    method: 'POST',
    url: ofLinks(responseId, `/${(await makeLink(visitor, responseId)).resultLinkId}/revocation`),
  })),
  'refuses an invalid request': async () => {
    const { visitor, responseId } = await signedInOwner(site);
    expectProblem(await visitor.post(ofLinks(responseId, '/no-id/revocation')), 422, 'invalid-request');
  },
  'does not find what is not there': async () => {
    const { visitor, responseId } = await signedInOwner(site);
    expectProblem(await visitor.post(ofLinks(responseId, `/${randomUUID()}/revocation`)), 404, 'not-found');
    const other = await signedInOwner(site);
    const { resultLinkId } = await makeLink(other.visitor, other.responseId);
    expectProblem(await visitor.post(ofLinks(responseId, `/${resultLinkId}/revocation`)), 404, 'not-found');
  },
  succeeds: async () => {
    const { visitor, responseId } = await signedInOwner(site);
    const { key, resultLinkId } = await makeLink(visitor, responseId);
    const reader = site.newVisitor();
    await openLink(reader, key);
    await takeBack(visitor, responseId, resultLinkId);
    await takeBack(visitor, responseId, resultLinkId);

    expectProblem(await reader.post('/api/shared-results/standing', { key }), 404, 'not-found');
    expectProblem(await reader.post('/api/shared-results', { key }), 404, 'not-found');
    expect((await readLinks(visitor, responseId)).links).toMatchObject([{ state: 'taken-back', openings: 1 }]);
    const told = (await eventsAbout(site, resultLinkId)).map(({ action }) => action);
    expect(told.toSorted()).toEqual(['result-link-made', 'result-link-opened', 'result-link-taken-back']);
  },
});

/** Everything that a stranger could present that opens nothing, with what tells the replies apart taken out. */
async function refusalsOf(path: string): Promise<string[]> {
  const { visitor, responseId } = await signedInOwner(site);
  const [expired, taken] = [await makeLink(visitor, responseId), await makeLink(visitor, responseId)];
  await takeBack(visitor, responseId, taken.resultLinkId);
  await forceExpiry(expired.resultLinkId);
  const replies: string[] = [];
  for (const key of [expired.key, taken.key, 'x'.repeat(43)]) {
    const reply = await site.newVisitor().post(path, { key });
    const { date: _date, ...headers } = reply.headers;
    const told = Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('x-ratelimit')));
    replies.push(JSON.stringify([reply.statusCode, told, reply.body.replace(/"requestId":"[^"]*"/, '')]));
  }
  return replies;
}

/** As whoever has the whole database, whom no trigger stops. */
async function forceExpiry(resultLinkId: string): Promise<void> {
  const client = await site.admin.connect();
  try {
    await client.query(`set session_replication_role = 'replica'`);
    await client.query(
      `update result_links set created_at = now() - interval '40 days', expires_at = now() - interval '10 days'
       where result_link_id = $1`,
      [resultLinkId],
    );
    await client.query('reset session_replication_role');
  } finally {
    client.release();
  }
}

function refusesAlike(path: string) {
  return async () => {
    const replies = await refusalsOf(path);
    expect(new Set(replies).size).toBe(1);
    expect(replies[0]).toContain('not-found');
  };
}

const shortKey = (path: string) => async () => {
  for (const body of [{ key: 'short' }, {}, { key: 'x'.repeat(43), more: 1 }]) {
    expectProblem(await site.newVisitor().post(path, body), 422, 'invalid-request');
  }
};

describeEndpoint(links.openResultLink, {
  'refuses who has no key': refusesAlike('/api/shared-results'),
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': shortKey('/api/shared-results'),
  'does not find what is not there': async () => {
    const { visitor, responseId, sessionSecret } = await signedInOwner(site);
    // A secret for anything else opens nothing here.
    expectProblem(await visitor.post('/api/shared-results', { key: sessionSecret }), 404, 'not-found');
    const keyHolder = site.newVisitor();
    await submitted(keyHolder);
    const [cookie] = keyHolder.cookies;
    expectProblem(await keyHolder.post('/api/shared-results', { key: cookie?.value }), 404, 'not-found');
    // Nor does the secret of a link open anything else.
    const { key } = await makeLink(visitor, responseId);
    expectProblem(await site.newVisitor().post('/api/resumptions', { key }), 404, 'not-found');
  },
  succeeds: async () => {
    const { visitor, responseId } = await signedInOwner(site);
    const { key } = await makeLink(visitor, responseId);
    const reply = await site.newVisitor().post('/api/shared-results', { key });

    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.headers['x-robots-tag']).toBe('noindex, nofollow, noarchive');
    expect(reply.headers['referrer-policy']).toBe('no-referrer');
    expect(reply.headers['set-cookie']).toBeUndefined();
    await openLink(site.newVisitor(), key);
    const [link] = (await readLinks(visitor, responseId)).links;
    expect(link).toMatchObject({ openings: 2 });
    expect(link?.lastOpenedAt).not.toBeNull();
  },
});

describeEndpoint(links.checkResultLink, {
  'refuses who has no key': refusesAlike('/api/shared-results/standing'),
  'refuses the wrong role': isPublic,
  'hides what belongs to another firm': noTenant,
  'refuses an invalid request': shortKey('/api/shared-results/standing'),
  'does not find what is not there': async () => {
    expectProblem(
      await site.newVisitor().post('/api/shared-results/standing', { key: 'y'.repeat(43) }),
      404,
      'not-found',
    );
  },
  succeeds: async () => {
    const { visitor, responseId } = await signedInOwner(site);
    const { key, links: listed } = await makeLink(visitor, responseId);
    const reply = await site.newVisitor().post('/api/shared-results/standing', { key });
    expect(listed.links[0]?.expiresAt).toBe(endOfLink(site.clock.now(), 30, null).toISOString());
    expect(reply.json()).toEqual({ expiresAt: listed.links[0]?.expiresAt });
    expect((await readLinks(visitor, responseId)).links).toMatchObject([{ openings: 0 }]);
  },
});

describe('whoever made a link', () => {
  /** Two who are responsible for one firm, each with a link to the result of the first. */
  async function madeByBoth() {
    const owner = await signedInOwner(site);
    const colleague = await signedInMember(site, owner.firmId, 'owner', { name: 'Bo Ek' });
    const own = await makeLink(owner.visitor, owner.responseId, { recipientName: 'Egen' });
    const theirs = await makeLink(colleague.visitor, owner.responseId, { recipientName: 'Bos' });
    return { owner, colleague, own, theirs };
  }
  const statesOf = async ({ visitor, responseId }: Owner) =>
    (await readLinks(visitor, responseId)).links.map(({ recipientName, makerName, state }) => [
      recipientName,
      makerName,
      state,
    ]);

  test('is named where the links are listed, and nobody is for what was made by a key', async () => {
    const { owner } = await madeByBoth();
    const [bos, own] = await statesOf(owner);
    expect(bos).toEqual(['Bos', 'Bo Ek', 'active']);
    expect(own?.[1]).toBeTruthy();

    const keyHolder = site.newVisitor();
    const { links: listed } = await makeLink(keyHolder, await submitted(keyHolder));
    expect(listed.links).toMatchObject([{ makerName: null }]);
  });

  type Ending = (owner: Owner, membershipId: string) => Promise<{ statusCode: number }>;
  test.each<[string, Ending]>([
    [
      'leaves the firm',
      ({ visitor, firmId }, membershipId) => visitor.post(`/api/firms/${firmId}/memberships/${membershipId}/end`),
    ],
    [
      'is responsible no longer',
      ({ visitor, firmId }, membershipId) =>
        visitor.put(`/api/firms/${firmId}/memberships/${membershipId}/role`, { role: 'respondent' }),
    ],
  ])('takes them along who %s, and no other', async (_, end) => {
    const { owner, colleague, own, theirs } = await madeByBoth();

    expect((await end(owner, colleague.membershipId)).statusCode).toBe(200);

    expectProblem(await site.newVisitor().post('/api/shared-results', { key: theirs.key }), 404, 'not-found');
    await openLink(site.newVisitor(), own.key);
    expect((await statesOf(owner)).map(([recipient, , state]) => [recipient, state])).toEqual([
      ['Bos', 'taken-back'],
      ['Egen', 'active'],
    ]);
    expect((await eventsAbout(site, theirs.resultLinkId)).map(({ action }) => action)).toEqual([
      'result-link-made',
      'result-link-taken-back',
    ]);
  });

  test('takes them along who is erased, and no other, when others are responsible for the firm', async () => {
    const { owner, colleague, own, theirs } = await madeByBoth();

    await site.admin.query('select erase_person($1, $2, true)', [colleague.personId, site.clock.now()]);

    expectProblem(await site.newVisitor().post('/api/shared-results', { key: theirs.key }), 404, 'not-found');
    await openLink(site.newVisitor(), own.key);
    const [bos, mine] = await statesOf(owner);
    expect(bos).toEqual(['Bos', null, 'taken-back']);
    expect([mine?.[0], mine?.[2]]).toEqual(['Egen', 'active']);
  });

  test('takes nothing of another firm along', async () => {
    const { owner, colleague } = await madeByBoth();
    const other = await signedInOwner(site);
    const { key } = await makeLink(other.visitor, other.responseId);
    const elsewhere = await signedInMember(site, other.firmId, 'owner');
    const url = `/api/firms/${owner.firmId}/memberships/${colleague.membershipId}/end`;
    expect((await elsewhere.visitor.trespass({ method: 'POST', url })).statusCode).toBe(404);
    expect((await owner.visitor.post(url)).statusCode).toBe(200);
    await openLink(site.newVisitor(), key);
  });
});

describe('a firm without an account', () => {
  let visitor: Visitor;
  let responseId: string;
  beforeAll(async () => {
    visitor = site.newVisitor();
    responseId = await submitted(visitor);
  });

  test('makes links that it hands over itself, and has no mail sent by the site', async () => {
    const { key } = await makeLink(visitor, responseId);
    await openLink(site.newVisitor(), key);
    expect(await readLinks(visitor, responseId)).toMatchObject({ canMail: false, links: [{ openings: 1 }] });
    const body = linkBody({ sendsMail: true, recipientEmail: 'berit@bank.example' });
    expectProblem(await visitor.post(ofLinks(responseId), body), 422, 'invalid-request');
  });

  test('has no link that lasts longer than the last key by which it could be taken back', async () => {
    const { rows } = await site.admin.query<{ end: Date }>(
      `update access_keys set expires_at = now() + interval '40 days'
       where firm_id = (select firm_id from responses where response_id = $1) returning expires_at as end`,
      [responseId],
    );
    const end = rows[0]?.end.toISOString();
    const preview = await visitor.post(ofLinks(responseId, '/preview'), previewBody({ days: 180 }));
    const long = await makeLink(visitor, responseId, { days: 180 });
    const short = await makeLink(visitor, responseId, { days: 30 });

    expect([preview.json().expiresAt, long.links.links[0]?.expiresAt, long.links.latestEnd]).toEqual([end, end, end]);
    expect(short.links.links[0]?.expiresAt).toBe(endOfLink(site.clock.now(), 30, null).toISOString());
    const owner = await signedInOwner(site);
    expect((await makeLink(owner.visitor, owner.responseId, { days: 180 })).links).toMatchObject({
      latestEnd: null,
      links: [{ expiresAt: endOfLink(site.clock.now(), 180, null).toISOString() }],
    });
  });

  test('has nothing to show before it has submitted', async () => {
    const fresh = site.newVisitor();
    const open = await start(fresh);
    expect((await fresh.trespass({ url: ofLinks(open) })).statusCode).toBe(404);
  });
});

describe('how many', () => {
  /** As many like the one that there is, made at the same time. */
  const copies = (firmId: string, count: number, takenBackAt: Date | null = null) =>
    site.admin.query(
      `insert into result_links (result_link_id, firm_id, submission_id, submitted_at, recipient_name, parts,
         shows_firm_name, language, key_sha256, created_at, expires_at, taken_back_at)
       select gen_random_uuid(), firm_id, submission_id, submitted_at, recipient_name, parts, shows_firm_name, language,
         sha256(gen_random_uuid()::text::bytea), created_at, expires_at, $3
       from (select * from result_links where firm_id = $1 limit 1) one, generate_series(1, $2)`,
      [firmId, count, takenBackAt],
    );

  test('links open something at once is limited, and one that is taken back makes room', async () => {
    const { visitor, responseId, firmId } = await signedInOwner(site);
    const { resultLinkId } = await makeLink(visitor, responseId);
    await copies(firmId, 18);
    await makeLink(visitor, responseId);
    expectProblem(await visitor.post(ofLinks(responseId), linkBody()), 409, 'too-many-result-links');
    expect(await readLinks(visitor, responseId)).toMatchObject({ active: 20 });

    await takeBack(visitor, responseId, resultLinkId);
    await makeLink(visitor, responseId);
  });

  test('links are made in a day is limited, also of those that were taken back', async () => {
    const { visitor, responseId, firmId } = await signedInOwner(site);
    await makeLink(visitor, responseId);
    await copies(firmId, 38, new Date());
    await makeLink(visitor, responseId);
    expectProblem(await visitor.post(ofLinks(responseId), linkBody()), 429, 'too-many-requests');
  });

  test('mails go to one address in a day is limited', async () => {
    const { visitor, responseId } = await signedInOwner(site);
    const body = { sendsMail: true, recipientEmail: 'berit@bank.example' };
    for (let count = 0; count < 3; count += 1) await makeLink(visitor, responseId, body);
    expectProblem(await visitor.post(ofLinks(responseId), linkBody(body)), 429, 'too-many-requests');
  });

  test('secrets one network may try in a minute is limited', async () => {
    const strict = await startFirmsApp({ rateLimitPerMinute: 50 });
    const guess = () => strict.newVisitor().post('/api/shared-results', { key: 'z'.repeat(43) });
    for (let count = 0; count < 5; count += 1) expect((await guess()).statusCode).toBe(404);
    expectProblem(await guess(), 429, 'too-many-requests');
    await strict.close();
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDraft, startEditingApp } from '../support/editing.ts';
import { signedInAs } from '../support/people.ts';
import { requestedCode } from '../support/sign-in.ts';
import { makeTenant, type Tenant } from '../support/tenants.ts';
import type { TestApp } from '../support/test-app.ts';
import type { Visitor } from '../support/visitor.ts';
import { newRuleDraft } from '../support/what-if.ts';

let site: TestApp;
let addresses: { readonly method: string; readonly path: string }[];
beforeAll(async () => {
  site = await startEditingApp({ rateLimitPerMinute: 1_000_000 });
  const { paths } = (await site.newVisitor().get('/api/openapi.json')).json<{
    paths: Record<string, Record<string, object>>;
  }>();
  addresses = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
});
afterAll(() => site.close());

const anyId = (path: string) => path.replaceAll(/\{\w+\}/g, randomUUID());

describe('what follows the links in a mail', () => {
  test('uses no code up: by no method that reads, at no address, with the cookies of who asked', async () => {
    const visitor = site.newVisitor();
    const email = 'scanned@example.se';
    const code = await requestedCode(site, visitor, email);
    const pages = ['/', '/sign-in', '/sign-in/return', '/resume', '/account'];
    for (const path of [...pages, ...new Set(addresses.map((address) => anyId(address.path)))]) {
      for (const method of ['GET', 'HEAD'] as const) {
        await visitor.trespass({ method, url: `${path}?code=${code}&c=${code}&token=${code}` });
      }
    }
    const { rows } = await site.admin.query('select attempts_left, used_at from sign_in_requests where email = $1', [
      email,
    ]);
    expect(rows).toEqual([{ attempts_left: 5, used_at: null }]);

    const reply = await visitor.post('/api/sign-in/code-sessions', { code });
    expect(reply.statusCode, reply.body).toBe(201);
  });

  test('is given no session, also when it runs the page and finds the code in it', async () => {
    const code = await requestedCode(site, site.newVisitor(), 'ran@example.se');
    const scanner = site.newVisitor();
    await scanner.get('/sign-in');
    const reply = await scanner.post('/api/sign-in/code-sessions', { code });

    expect(reply.statusCode).toBe(422);
    expect(scanner.cookies).toEqual([]);
  });
});

/**
 * What reading may leave behind, and nothing else: that a session was seen, that an advisor looked at a firm, and in the
 * audit log that somebody took a copy of personal data, looked at a firm or read a file of a meeting.
 */
const traces = {
  columns: { sessions: ['last_seen_at'] } as Record<string, string[]>,
  tables: ['audit_events', 'access_events'],
  actions: ['personal-data-exported', 'firm-looked-at', 'meeting-file-read'],
};

async function hashes(): Promise<Record<string, string>> {
  const { rows } = await site.admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'mattstock'::regnamespace and relkind = 'r'`,
  );
  const names = rows.map(({ name }) => name).filter((name) => !traces.tables.includes(name));
  const found: Record<string, string> = {};
  for (const name of names) {
    const [row] = (
      await site.admin.query<{ hash: string }>(
        `select md5(coalesce(string_agg(line, '|' order by line), '')) as hash
         from (select (to_jsonb(t) - $1::text[])::text as line from ${name} t) lines`,
        [traces.columns[name] ?? []],
      )
    ).rows;
    found[name] = row?.hash ?? '';
  }
  return found;
}

async function auditActions(): Promise<string[]> {
  const { rows } = await site.admin.query<{ action: string }>(
    'select action from audit_events order by audit_sequence',
  );
  return rows.map(({ action }) => action);
}

describe('reading', () => {
  let tenant: Tenant;
  let editor: Visitor;
  let administrator: Visitor;
  let ids: Record<string, string>;
  beforeAll(async () => {
    tenant = await makeTenant(site, 'eken', { provider: 'compare', region: '17' });
    editor = (await signedInAs(site, 'editor')).visitor;
    administrator = (await signedInAs(site, 'administrator')).visitor;
    const { instrumentVersionId } = (await editor.get('/api/site')).json<{ instrumentVersionId: string }>();
    const draftId = await newDraft(editor);
    const { ruleDraftId } = await newRuleDraft(editor);
    const words = {
      formCode: 'snabbkoll',
      language: 'sv',
      subject: 'D1.1',
      format: 'csv',
      packageCode: 'five-s-standard-work',
    };
    const released = { releaseNumber: '1', file: 'figures-sv.csv', audience: 'leadership' };
    const more = { draftId, ruleDraftId, instrumentVersionId, ...released, ...words };
    ids = Object.assign({}, ...Object.values(tenant.identifiers), more) as Record<string, string>;
  });

  function addressOf(path: string): string {
    return path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
      const id = ids[name];
      if (id === undefined) throw new Error(`what stands for {${name}} in ${path}?`);
      return id;
    });
  }

  /** Reads every address there is, twice and both ways; gives those that had something for the reader. */
  async function walk(visitor: Visitor): Promise<string[]> {
    const found: string[] = [];
    for (const { method, path } of addresses.filter((address) => address.method === 'GET')) {
      for (const reading of ['GET', 'HEAD', 'GET', 'HEAD'] as const) {
        const { statusCode } = await visitor.trespass({ method: reading, url: addressOf(path) });
        expect(statusCode, `${reading} ${path}`).toBeLessThan(500);
        if (statusCode === 200 && reading === method) found.push(path);
      }
    }
    return [...new Set(found)];
  }

  test.each<[string, () => Visitor, string[]]>([
    ['an owner', () => tenant.owner.visitor, ['/api/firms', '/api/firms/{firmId}/access', '/api/account/data']],
    [
      'an advisor whom the firm lets in',
      () => tenant.actors['advisor'] ?? site.newVisitor(),
      ['/api/advisor/firms', '/api/advisor/organisations/{organisationId}/firms/{firmId}'],
    ],
    ['an administrator', () => administrator, ['/api/people', '/api/outbox', '/api/audit-events']],
    ['an editor', () => editor, ['/api/editor/drafts/{draftId}', '/api/editor/drafts/{draftId}/export.yaml']],
    ['the holder of a key', () => tenant.actors['holder of a key'] ?? site.newVisitor(), ['/api/site']],
    ['nobody in particular', () => site.newVisitor(), ['/api/visitor', '/api/site', '/api/sign-in/methods']],
  ])('changes nothing as %s', async (_name, visitor, within) => {
    const [before, told] = [await hashes(), await auditActions()];
    const found = await walk(visitor());

    expect(found).toEqual(expect.arrayContaining(within));
    expect(await hashes()).toEqual(before);
    expect((await auditActions()).slice(told.length).filter((action) => !traces.actions.includes(action))).toEqual([]);
  });
});

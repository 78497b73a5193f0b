import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contentFolder, migrationsFolder } from '#server/folders.ts';
import { systemClock } from '#server/platform/clock.ts';
import { sha256OfJson } from '#server/platform/content/canonical-json.ts';
import type { Imported, ImportedInstrument } from '#server/platform/content/import-content.ts';
import { describeImport, importContent } from '#server/platform/content/import-content.ts';
import { importOrganisations } from '#server/platform/content/import-organisations.ts';
import type { Content } from '#server/platform/content/load-content.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { prepareDatabase } from '#server/platform/database/prepare.ts';
import { randomIdentifiers } from '#server/platform/identifier.ts';
import type { RuleDraft } from '#shared/contracts/rule-drafts.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { Definition } from '#shared/domain/instrument/definition.ts';
import type { InstrumentSources, ItemSource } from '#shared/domain/instrument/source.ts';
import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { catalogueSchema } from '#shared/domain/routing/catalogue.ts';
import type { RuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { ruleChangesBetween, withRuleChanges } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { beginChange, publishedPackage, saved } from '../support/catalogue.ts';
import {
  applied,
  issuesOf,
  listing,
  ofDraft,
  published,
  readDraft,
  signIn,
  startEditingApp,
} from '../support/editing.ts';
import type { Staff } from '../support/people.ts';
import { signedInAs } from '../support/people.ts';
import { queryOnce } from '../support/query.ts';
import type { TestDatabase } from '../support/test-database.ts';
import { createTestDatabase } from '../support/test-database.ts';

let content: Content;
beforeAll(async () => {
  content = await loadContent(contentFolder);
});

let database: TestDatabase;
const databases: TestDatabase[] = [];
beforeEach(async () => {
  database = await createTestDatabase({ isEmpty: true });
  databases.push(database);
});
afterAll(() => Promise.all(databases.map((each) => each.drop())));

/** What a start with this content does. */
async function importAtStart(definition: Definition, catalogue = content.catalogue): Promise<Imported> {
  let outcome: Imported = { instrument: { outcome: 'unchanged' }, catalogue: { outcome: 'unchanged' } };
  const make = { clock: systemClock, identifiers: randomIdentifiers };
  await prepareDatabase({
    adminUrl: database.adminUrl,
    migrations: migrationsFolder,
    log: () => undefined,
    importContent: async (db) => {
      outcome = await importContent(db, { definition, catalogue }, make);
      await importOrganisations(db, content, randomIdentifiers);
    },
  });
  return outcome;
}

async function startWith(definition: Definition): Promise<ImportedInstrument> {
  return (await importAtStart(definition)).instrument;
}

type Version = { number: number; text: string; sha256: Buffer };
const storedVersions = () =>
  queryOnce<Version>(
    database.adminUrl,
    `select version_number as number, definition::text as text, definition_sha256 as sha256
     from mattstock.instrument_versions order by version_number`,
  );
const countRows = async (table: 'instrument_drafts' | 'content_imports') =>
  (await queryOnce(database.adminUrl, `select 1 from mattstock.${table}`)).length;

/** The shipped instrument with some of its items changed or left out. */
function instrumentWith(change: (item: ItemSource) => ItemSource[], rest: Partial<InstrumentSources> = {}): Definition {
  const sources = sourcesOf(content.definition);
  const changed = sources.dimensions.map((dimension) => ({ ...dimension, items: dimension.items.flatMap(change) }));
  return assembleDefinition({ ...sources, dimensions: changed, ...rest });
}

const withWords = (code: string, words: (item: ItemSource) => ItemSource['question']) =>
  instrumentWith((item) => (item.code === code ? [{ ...item, question: words(item) }] : [item]));
const marked = ({ question: { sv, en } }: ItemSource, mark: string) => ({ sv: `${sv} ${mark}`, en: `${en} ${mark}` });

/** An instrument as it was before: the quick check alone, and one question in other words. */
function earlier(): Definition {
  const { instrument } = sourcesOf(content.definition);
  return instrumentWith(
    (item) => {
      if (!item.forms.includes('snabbkoll')) return [];
      return [{ ...item, forms: ['snabbkoll'], ...(item.code === 'D1.1' ? { question: marked(item, '1') } : {}) }];
    },
    { instrument: { ...instrument, forms: instrument.forms.filter(({ code }) => code === 'snabbkoll') } },
  );
}

describe('the first start', () => {
  test('publishes the content as version 1', async () => {
    const outcome = await startWith(content.definition);
    const versions = await storedVersions();

    expect(outcome).toEqual({ outcome: 'published' });
    expect(versions.map(({ number }) => number)).toEqual([1]);
    expect(versions[0]?.sha256.equals(sha256OfJson(content.definition))).toBe(true);
    expect(await countRows('instrument_drafts')).toBe(0);
  });

  test('of several servers at once publishes it once', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => startWith(content.definition)));

    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['published', 'unchanged', 'unchanged']);
    expect(await storedVersions()).toHaveLength(1);
  });
});

describe('a later start', () => {
  test('with the same content does nothing', async () => {
    await startWith(content.definition);
    const before = await storedVersions();

    expect(await startWith(content.definition)).toEqual({ outcome: 'unchanged' });
    expect(await storedVersions()).toEqual(before);
    expect(await countRows('instrument_drafts')).toBe(0);
  });

  test('with changed content makes one draft that says what differs, and leaves what is published', async () => {
    await startWith(content.definition);
    const before = await storedVersions();
    const changed = withWords('D1.1', (item) => marked(item, '2'));
    const outcome = await startWith(changed);
    const [draft] = await queryOnce<{ origin: string; name: string; content: { sources: InstrumentSources } }>(
      database.adminUrl,
      'select origin, name, content from mattstock.instrument_drafts',
    );

    expect(outcome).toMatchObject({
      outcome: 'drafted',
      difference: { items: [{ code: 'D1.1', kinds: ['reworded'] }] },
    });
    expect(draft).toMatchObject({ origin: 'shipped', name: expect.stringMatching(/^Måttstock \d{4}-\d\d-\d\d$/) });
    expect(assembleDefinition(draft?.content.sources ?? sourcesOf(content.definition))).toEqual(changed);
    expect(await storedVersions()).toEqual(before);
  });

  test('with the same changed content makes no second draft, even when the first was thrown away', async () => {
    await startWith(content.definition);
    const changed = withWords('D1.1', (item) => marked(item, '2'));
    await startWith(changed);
    const again = await startWith(changed);
    const afterAgain = await countRows('instrument_drafts');
    await queryOnce(database.adminUrl, 'delete from mattstock.instrument_drafts');

    expect([again, await startWith(changed)]).toEqual([{ outcome: 'unchanged' }, { outcome: 'unchanged' }]);
    expect([afterAgain, await countRows('instrument_drafts')]).toEqual([1, 0]);
    expect(await countRows('content_imports')).toBe(2);
  });

  test('with content that changed again makes a further draft and keeps the first', async () => {
    await startWith(content.definition);
    await startWith(withWords('D1.1', (item) => marked(item, '2')));
    await startWith(withWords('D1.1', (item) => marked(item, '3')));

    expect(await countRows('instrument_drafts')).toBe(2);
    expect(await storedVersions()).toHaveLength(1);
  });

  test('with content that went back to what is published does nothing', async () => {
    await startWith(content.definition);
    await startWith(withWords('D1.1', (item) => marked(item, '2')));

    expect(await startWith(content.definition)).toEqual({ outcome: 'unchanged' });
    expect(await countRows('instrument_drafts')).toBe(1);
  });

  test('with Swedish that changed alone marks the English as stale', async () => {
    await startWith(content.definition);
    let before = '';
    await startWith(
      withWords('D1.1', ({ question }) => {
        before = question.sv;
        return { ...question, sv: `${before} Nu?` };
      }),
    );
    const [draft] = await queryOnce<{ stale: object }>(
      database.adminUrl,
      `select content -> 'translatedFrom' as stale from mattstock.instrument_drafts`,
    );

    expect(draft?.stale).toEqual({ 'D1.1.question': before });
  });
});

describe('what the operator is told', () => {
  const changedCatalogue = () => ({ ...content.catalogue, version: 'next' });
  const waits = 'The instrument of this release waits as a draft:';

  test('is nothing at the first start, and nothing when nothing has changed', async () => {
    const first = await importAtStart(content.definition);
    const second = await importAtStart(content.definition);

    expect([describeImport(first), describeImport(second)]).toEqual([[], []]);
  });

  test('is every way in which the instrument differs', async () => {
    await startWith(content.definition);
    const { instrument } = sourcesOf(content.definition);
    const reweighted = instrumentWith(
      (item) => {
        if (item.code === 'D1.1') return [{ ...item, weight: 5 }];
        if (item.code === 'D1.2') return [{ ...item, appliesWhen: { sizeClass: ['10-49'] } }];
        return item.code === 'D1.3' ? [{ ...item, forms: [] }] : [item];
      },
      {
        instrument: { ...instrument, forms: instrument.forms.map((form) => ({ ...form, minutes: form.minutes + 1 })) },
      },
    );

    expect(describeImport(await importAtStart(reweighted))).toEqual([
      `${waits} items moved: 1, items reweighted: 1, items asked of others: 1, forms: 4`,
    ]);
  });

  test('is what a changed catalogue asks about that is not published yet', async () => {
    await startWith(instrumentWith((item) => (item.code === 'D9.1' ? [] : [item])));
    const outcome = await importAtStart(content.definition, changedCatalogue());
    const again = await importAtStart(content.definition, changedCatalogue());
    const known = await queryOnce<{ version: string }>(
      database.adminUrl,
      `select catalogue ->> 'version' as version from mattstock.catalogue_versions order by version_number`,
    );

    expect(describeImport(outcome)).toEqual([
      `${waits} items added: 1`,
      'Packages and rules of this release ask about what is not published yet:',
      '  rules/X-9/when: there is no item D9.1',
    ]);
    expect(describeImport(again)).toEqual([]);
    // It is in use all the same.
    expect(known.map(({ version }) => version)).toEqual([content.catalogue.version, 'next']);
  });
});

describe('a site on which packages are edited', () => {
  test('keeps what it has published when a release comes, and says what was held back', async () => {
    await startWith(content.definition);
    const site = await startEditingApp({}, { database });
    const editor = await signedInAs(site, 'editor');
    const draft = await beginChange(editor, 'mentor-for-owners');
    await publishedPackage(editor, await saved(editor, draft, { durationWeeks: 33 }));
    const packages = content.catalogue.packages.map((each) => ({ ...each, durationWeeks: each.durationWeeks + 1 }));
    const release = { ...content.catalogue, version: 'next', packages };
    const outcome = await importAtStart(content.definition, release);
    const again = await importAtStart(content.definition, release);
    const known = await queryOnce<{ code: string; weeks: number }>(
      database.adminUrl,
      `select p ->> 'code' as code, (p ->> 'durationWeeks')::int as weeks
       from (select catalogue from mattstock.catalogue_versions order by version_number desc limit 1) v,
         jsonb_array_elements(v.catalogue -> 'packages') p`,
    );

    expect(describeImport(outcome)).toEqual([
      'Packages that were edited here stay as they are, also where this release differs:',
      '  mentor-for-owners: durationWeeks',
    ]);
    expect(again.catalogue).toEqual({ outcome: 'unchanged' });
    const expected = packages.map(({ code, durationWeeks }) => ({
      code,
      weeks: code === 'mentor-for-owners' ? 33 : durationWeeks,
    }));
    expect(known).toEqual(expected);
  });

  test('has nothing to do when it starts again with what shipped before', async () => {
    await startWith(content.definition);
    const site = await startEditingApp({}, { database });
    const editor = await signedInAs(site, 'editor');
    await publishedPackage(
      editor,
      await saved(editor, await beginChange(editor, 'mentor-for-owners'), { durationWeeks: 33 }),
    );
    expect((await importAtStart(content.definition)).catalogue).toEqual({ outcome: 'unchanged' });
  });
});

describe('a site on which rules are edited', () => {
  const ruleOf = ({ rules }: Catalogue, id: string) => rules.find((each) => each.id === id);
  const latest = async (): Promise<Catalogue> => {
    const [row] = await queryOnce<{ catalogue: unknown }>(
      database.adminUrl,
      'select catalogue from mattstock.catalogue_versions order by version_number desc limit 1',
    );
    return catalogueSchema.parse(row?.catalogue);
  };
  async function publishedRules({ visitor }: Staff, changes: RuleChanges): Promise<void> {
    const send = (url: string, body: unknown) => visitor.send({ method: 'POST', url, body });
    const { ruleDraftId } = (await send('/api/rules/drafts', undefined)).json<RuleDraft>();
    await send(`/api/rules/drafts/${ruleDraftId}/edits`, { revision: 1, changes });
    const reply = await send(`/api/rules/drafts/${ruleDraftId}/publication`, { revision: 2, versionNumber: 1 });
    expect(reply.statusCode, reply.body).toBe(201);
  }
  const changed = (changes: RuleChanges): Catalogue => withRuleChanges(content.catalogue, changes) ?? content.catalogue;

  test('keeps its switches and numbers when a release comes, takes what only the release changed, and says where they differ', async () => {
    await startWith(content.definition);
    const site = await startEditingApp({}, { database });
    const editor = await signedInAs(site, 'editor');
    await publishedRules(editor, {
      isOff: { 'X-6': true },
      numbers: { 'rules/X-5/when/atMost': 2, 'ranking/minimumNeed': 3 },
    });
    const numbers = { 'rules/X-5/when/atMost': 0, 'rules/X-1/when/all/0/minimumScored': 4 };
    const release = { ...changed({ isOff: {}, numbers }), version: 'next' };
    const outcome = await importAtStart(content.definition, release);

    expect(describeImport(outcome)).toEqual([
      'Numbers of rules of which this release and what was published here differ:',
      '  rules/X-5/when/atMost: stays as published here',
    ]);
    const catalogue = await latest();
    expect(catalogue.version).toBe('next');
    expect(ruleOf(catalogue, 'X-6')?.isOff).toBe(true);
    expect(ruleChangesBetween(content.catalogue, catalogue)).toEqual({
      isOff: { 'X-6': true },
      numbers: { ...numbers, 'rules/X-5/when/atMost': 2, 'ranking/minimumNeed': 3 },
    });
    expect((await importAtStart(content.definition, release)).catalogue).toEqual({ outcome: 'unchanged' });
  });
});

describe('a site that runs an earlier instrument', () => {
  test('goes on with it, and gets this one as a draft that lacks nothing but statements of meaning', async () => {
    await startWith(earlier());
    await startWith(content.definition);
    const site = await startEditingApp({}, { database });
    const editor = await signIn(site);
    const { versions, drafts } = await listing(editor);
    const draftId = drafts[0]?.draftId ?? '';
    const forms = (await site.newVisitor().get('/api/site')).json<{ forms: { code: string }[] }>().forms;
    const issues = await issuesOf(editor, draftId);
    await applied(editor, draftId, { kind: 'meaning', code: 'D1.1', meaning: 'kept' });
    const version = await published(editor, draftId);
    await site.app.close();
    await site.admin.end();

    expect(versions).toHaveLength(1);
    expect(drafts).toMatchObject([{ origin: 'shipped', basedOnVersionNumber: 1, createdBy: 'Måttstock' }]);
    expect(forms.map(({ code }) => code)).toEqual(['snabbkoll']);
    expect(issues).toEqual(['meaning-not-stated D1.1']);
    expect(version).toMatchObject({ versionNumber: 2, sha256: sha256OfJson(content.definition).toString('hex') });
    expect(await startWith(content.definition)).toEqual({ outcome: 'unchanged' });
  });

  test('shows the draft to whom the server let in, and can throw it away', async () => {
    await startWith(earlier());
    await startWith(content.definition);
    const site = await startEditingApp({}, { database });
    const editor = await signIn(site);
    const draftId = (await listing(editor)).drafts[0]?.draftId ?? '';
    const draft = await readDraft(editor, draftId);
    const removal = await editor.post(ofDraft(draftId, '/removal'), { revision: 1 });
    await site.app.close();
    await site.admin.end();

    expect(assembleDefinition(draft.content.sources)).toEqual(content.definition);
    expect(removal.statusCode).toBe(200);
    expect(await countRows('instrument_drafts')).toBe(0);
  });
});

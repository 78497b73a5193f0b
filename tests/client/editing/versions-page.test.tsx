import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { paths } from '#client/src/app/paths.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import { sourcesOf } from '#shared/domain/instrument/source-of.ts';
import { both, draftOf, edited, itemEdit, smallSources } from '../../shared/instrument/small-sources.ts';
import { FakeEditorSite } from './fake-editor-site.ts';
import { openEditor, press } from './open-editor.tsx';

function siteWithVersions(count = 1): FakeEditorSite {
  const site = new FakeEditorSite();
  for (let number = 1; number <= count; number += 1) site.publish(smallSources);
  return site;
}
const open = (site: FakeEditorSite) => openEditor(paths.editor(), site);
const rowsIn = (region: string) =>
  within(screen.getByRole('region', { name: region }))
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent);
const fileField = () => screen.getByLabelText('Gör ett utkast av en YAML-fil') as HTMLInputElement;
const yamlFile = (content: string, name = 'var.yaml') => new File([content], name, { type: 'application/yaml' });

describe('the questionnaires', () => {
  test('are the published versions, newest first, of which one is in use', async () => {
    await open(siteWithVersions(2));

    const rows = rowsIn('Publicerade versioner');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/^Version 2 Används nupublicerad 3 februari 2026 · 222222222222/);
    expect(rows[1]).toMatch(/^Version 1 publicerad 3 februari 2026 · 111111111111/);
    expect(screen.getByRole('link', { name: 'Spara som YAML: version 1' }).getAttribute('href')).toMatch(
      /^\/api\/editor\/versions\/[^/]+\/export\.yaml$/,
    );
  });

  test('say that firms under way may go over to the newest version', async () => {
    await open(siteWithVersions());

    expect(screen.getByText(/avslutar på den version de började med eller går över till den nyaste/)).toBeDefined();
  });

  test('say so when there are no drafts', async () => {
    await open(siteWithVersions());

    expect(screen.getByText('Det finns inga utkast')).toBeDefined();
    expect(screen.getByText(/Gör ett av en publicerad version/)).toBeDefined();
  });

  test('are the drafts, with who changed them last', async () => {
    const site = siteWithVersions();
    site.addDraft(draftOf(smallSources), { changedBy: 'Bo' });
    site.addDraft(draftOf(smallSources), { name: 'Utgåva 3', origin: 'shipped', changedBy: 'Måttstock' });

    await open(site);

    expect(rowsIn('Utkast')).toEqual([
      expect.stringMatching(/^Våren efter version 1, senast ändrat 3 februari 2026 \d\d\.\d\d av Bo$/),
      expect.stringMatching(/^Utgåva 3 Kom med en ny utgåva/),
    ]);
    await userEvent.click(screen.getByRole('link', { name: 'Våren' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Våren' })).toBeDefined();
  });
});

describe('a new draft', () => {
  test('is made from a version, and opened', async () => {
    const { site, router } = await open(siteWithVersions(2));

    await press('Gör ett utkast av version 1');

    expect(await screen.findByRole('heading', { level: 1, name: 'Utkast efter version 1' })).toBeDefined();
    expect(site.sent('createDraft')).toEqual([
      { fromVersionId: site.versions[1]?.instrumentVersionId, name: 'Utkast efter version 1' },
    ]);
    expect(router.state.location.pathname).toBe(paths.draft(site.draft.draftId));
    expect(site.draft.content.sources).toEqual(sourcesOf(assembleDefinition(smallSources)));
  });

  test('that could not be made says why', async () => {
    const site = siteWithVersions();
    site.refused.set('createDraft', 'service-unavailable');
    await open(site);

    await press('Gör ett utkast av version 1');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Tjänsten kan inte svara just nu/);
    expect(screen.getByRole('heading', { level: 1, name: 'Frågeformulär' })).toBeDefined();
  });

  test('is made from a file, named after it, and opened', async () => {
    const { site } = await open(siteWithVersions());
    const content = edited(draftOf(smallSources), itemEdit('D1.1', { question: both('imported') }));

    await userEvent.upload(fileField(), yamlFile(stringify(content, { aliasDuplicateObjects: false })));

    expect(await screen.findByRole('heading', { level: 1, name: 'var.yaml' })).toBeDefined();
    expect(site.draft.content).toEqual(content);
  });

  test('from a file that cannot be read says so, and takes the same file once it is mended', async () => {
    const { site } = await open(siteWithVersions());
    const file = yamlFile('instrument: small');
    await userEvent.upload(fileField(), file);
    expect((await screen.findByRole('alert')).textContent).toMatch(/Filen går inte att läsa/);
    await waitFor(() => expect(fileField().disabled).toBe(false));

    await userEvent.upload(fileField(), file);

    await waitFor(() => expect(site.sent('importDraft')).toHaveLength(2));
  });
});

describe('who may edit', () => {
  const strangers = () => {
    const site = FakeEditorSite.withDraft();
    site.editorName = undefined;
    return site;
  };
  const isAt = (router: Awaited<ReturnType<typeof openEditor>>['router'], address: string) => {
    const { pathname, search } = router.state.location;
    expect(pathname + search).toBe(address);
  };

  test.each([
    ['the questionnaires', () => paths.editor()],
    ['a draft', (site: FakeEditorSite) => paths.draft(site.draft.draftId)],
    ['a version', (site: FakeEditorSite) => paths.version(site.versions[0]?.instrumentVersionId ?? '')],
  ])('signs in before %s, and comes back', async (_name, pathOf) => {
    const site = strangers();

    const { router } = await openEditor(pathOf(site), site);

    expect(screen.getByRole('heading', { level: 1, name: 'Inloggning' })).toBeDefined();
    isAt(router, paths.signIn(pathOf(site)));
  });

  test('shows a second factor first, and comes back', async () => {
    const site = siteWithVersions();
    site.refused.set('listVersions', 'second-factor-required');

    const { router } = await open(site);

    isAt(router, paths.secondFactor(paths.editor()));
  });

  test('is told no more than that there is nothing, whose role does not edit', async () => {
    const site = siteWithVersions();
    site.refused.set('listVersions', 'not-found');

    await open(site);

    expect(screen.getByRole('heading', { level: 1, name: 'Här finns ingen sida' })).toBeDefined();
  });
});

describe('a published version', () => {
  const openVersion = (site: FakeEditorSite, index: number) =>
    openEditor(paths.version(site.versions[index]?.instrumentVersionId ?? ''), site);

  function threeVersions(): FakeEditorSite {
    const site = siteWithVersions();
    const second = edited(draftOf(smallSources), itemEdit('D1.1', { question: both('second') }));
    site.publish(second.sources, { 'D1.1': 'kept' });
    site.publish(edited(second, itemEdit('D1.2', { question: both('third') })).sources);
    return site;
  }

  test('says what it is known by', async () => {
    await openVersion(siteWithVersions(), 0);

    expect(screen.getByRole('heading', { level: 1, name: 'Version 1' })).toBeDefined();
    expect(screen.getByText('Publicerad, och ändras aldrig mer.')).toBeDefined();
    const facts = screen.getAllByRole('term').map((term) => `${term.textContent}: ${term.nextSibling?.textContent}`);
    expect(facts).toEqual([
      'Publicerad: 3 februari 2026',
      'Av: utgåvan den kom med',
      'Frågor som ger poäng: 5',
      'Områden: 2',
      'Formulär: quick form på svenska, deep form på svenska',
      `SHA-256: ${'1'.repeat(64)}`,
    ]);
    expect(screen.getByText('Det är den första versionen')).toBeDefined();
  });

  test('shows what it changed, and what may be compared', async () => {
    await openVersion(threeVersions(), 1);

    expect(await screen.findByRole('heading', { level: 3, name: /^D1\.1/ })).toBeDefined();
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('D1.1omskrivensvaren kan jämföras');
    expect(screen.queryByRole('radio')).toBeNull();
  });

  test('is compared with an earlier one over those between', async () => {
    await openVersion(threeVersions(), 0);
    await screen.findByRole('heading', { level: 3, name: /^D1\.2/ });

    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Jämför med' }), 'Version 1');

    await screen.findByRole('heading', { level: 3, name: /^D1\.1/ });
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'D1.1omskrivensvaren kan jämföras',
      'D1.2omskrivensvaren jämförs inte',
    ]);
  });

  test('says so when the earlier one cannot be fetched', async () => {
    const site = threeVersions();
    await openVersion(site, 0);
    await screen.findByRole('heading', { level: 3, name: /^D1\.2/ });
    site.refused.set('getVersion', 'service-unavailable');

    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Jämför med' }), 'Version 1');

    await screen.findByRole('heading', { level: 1, name: /Något gick fel/ });
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
  });
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import { findFaults } from './content/find-faults.ts';
import { checkMethod, methodFile, refreshMethod } from './content/method-blocks.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'content-'));
  cpSync(contentFolder, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Spoils one place of the copy, and makes sure that there was something to spoil. */
function spoil(file: string, from: string | RegExp, to: string): void {
  const place = path.join(folder, file);
  const before = readFileSync(place, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(place, after);
}

describe('the content that ships', () => {
  test('has no faults', async () => {
    expect(await findFaults(folder)).toEqual([]);
  });

  test.each([
    ['a package with a step that does not exist', 'packages/process.yaml', 'steps: [P3.1]', 'steps: [P3.9]'],
    ['a package with a form of support of its own', 'packages/process.yaml', 'supportForms: [S1', 'supportForms: [S99'],
    ['a package that names a year', 'packages/process.yaml', /^( {6}sv: ")/m, '$12031: '],
    ['a package without English', 'packages/process.yaml', /^ {6}en: .*\n/m, ''],
    ['a provider of no known kind', 'providers/named.yaml', 'type: cluster', 'type: clusters'],
    ['a copied name of a priority', 'steps.yaml', 'en: Green and circular industry', 'en: Grön och cirkulär industri'],
    ['a rule that raises its voice', 'routing-rules.yaml', /^( {6}sv: .+)\.$/m, '$1!'],
    ['a reason that names a product', 'routing-reasons.yaml', /^( {4}sv: ")/m, '$1Excel: '],
    ['a challenge that does not exist', 'strategy/support-forms.yaml', 'challenges: [C1]', 'challenges: [C9]'],
    ['a figure with an unknown unit', 'strategy/figures/economy.yaml', 'unit: sek', 'unit: kronor'],
    ['a question that is a copy', 'instruments/mattstock/instrument.yaml', 'en: Well advanced', 'en: Långt komna'],
    ['a dimension without a part', 'instruments/mattstock/dimensions/D1.yaml', /^part: .*\n/m, ''],
    ['a branch without words', 'firm-profile.yaml', 'code: wood-building', 'code: other-industry'],
    ['a municipality in the wrong county', 'municipalities.yaml', "county: '17', lat", "county: '20', lat"],
    ['a municipality without a position', 'municipalities.yaml', /, longitude: \S+ }/, ' }'],
    ['a wording of consent given twice', 'consents.yaml', /[\s\S]*/, '$&\n$&'],
    ['an answer to no question', 'demo/firm.yaml', 'D1.1:', 'D1.77:'],
    ['a file that is no YAML', 'demo/firm.yaml', 'answers:', 'answers: ['],
  ])('is refused with %s, by its file', async (_, file, from, to) => {
    spoil(file, from, to);

    const faults = await findFaults(folder);

    expect(faults).not.toEqual([]);
    for (const fault of faults) expect(fault).toMatch(new RegExp(`^${file}: `));
  });

  test('is refused with every fault of every file at once', async () => {
    spoil('packages/process.yaml', 'format: group', 'format: crowd');
    spoil('consents.yaml', 'version: contact-1', 'version: 1');
    spoil('strategy/terms.yaml', /^( {4}en: .+)\.$/m, '$1!');
    spoil('instruments/mattstock/dimensions/D1.yaml', /^( {6}sv: .+)$/m, '$1!');

    const files = (await findFaults(folder)).map((fault) => fault.split(':')[0]);

    expect([...new Set(files)].sort()).toEqual([
      'consents.yaml',
      'instruments/mattstock/dimensions/D1.yaml',
      'packages/process.yaml',
      'strategy/terms.yaml',
    ]);
  });
});

describe('the tables of docs/method.md', async () => {
  const { definition } = await loadContent(contentFolder);
  const text = readFileSync(methodFile, 'utf8');

  test('say what the content says', () => {
    expect(checkMethod(text, definition)).toEqual([]);
  });

  test('are found stale when a limit of the bands differs, and are refreshed', () => {
    const stale = text.replace('| 2.8 |', '| 2.9 |');

    expect(checkMethod(stale, definition)).toEqual([expect.stringContaining('bands')]);
    expect(refreshMethod(stale, definition)).toBe(text);
  });

  test('are missed when their markers are gone', () => {
    const without = text.replace('<!-- content: stages -->', '');

    expect(checkMethod(without, definition)).toEqual([expect.stringContaining('stages: there is no such block')]);
  });
});

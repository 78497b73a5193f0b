import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { getWhatIf, startWhatIf, stopWhatIf } from '#shared/contracts/what-if.ts';
import { button, openCatalogue, press } from './open-catalogue.tsx';
import { FakeRulesSite, told } from './what-if-fixture.ts';

// The browser of these tests has no dialogs of its own and cannot scroll.
Element.prototype.scrollIntoView = () => undefined;
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

const askWords = 'Vad skulle ändras?';
const panel = () => within(screen.getByRole('region', { name: askWords }));
const soon = { timeout: 3000 };

async function openRules(site = new FakeRulesSite()): Promise<FakeRulesSite> {
  await openCatalogue(paths.editedRules(), site.catalogue);
  return site;
}

/** Asked for and counted. */
async function openCounted(...settled: Parameters<FakeRulesSite['settle']>): Promise<FakeRulesSite> {
  const site = await openRules();
  await press(askWords);
  site.settle(...settled);
  await panel().findByText('Räkningen är klar.', {}, soon);
  return site;
}

describe('what a draft of the rules would change', () => {
  test('is asked for of the draft and the version that are seen, and is followed until it is counted', async () => {
    const site = await openRules();
    expect(panel().getByText('10 av 10 räkningar är kvar i dag, för alla redaktörer tillsammans.')).toBeDefined();
    await press(askWords);
    expect(site.server.sent(startWhatIf).map(({ body }) => body)).toEqual([{ revision: 3, versionNumber: 7 }]);
    expect(panel().getByRole('status').textContent).toBe('Räknar vad utkastet skulle ändra.');
    site.become({ status: 'running', tenths: 4 });
    await panel().findByText(/^40\s% räknat/, {}, soon);
    expect(panel().getByRole('progressbar', { name: 'Hur långt räkningen har kommit' })).toHaveProperty('value', 4);
    site.settle();
    await panel().findByText('Räkningen är klar.', {}, soon);
    expect(panel().queryByRole('progressbar')).toBeNull();
  });

  test('is told in counts, with the names of packages, and what is hidden said as hidden', async () => {
    await openCounted();
    const facts = panel()
      .getAllByRole('term')
      .map((term) => [term.textContent, term.nextElementSibling?.textContent]);
    expect(facts).toEqual([
      ['Räknade företag', 'ungefär 45'],
      ['Skulle få andra förslag', 'ungefär 20'],
      ['Skulle få ett annat första förslag', 'dolt'],
      ['Grupper och tidigare stöd okända', 'ungefär 10'],
    ]);
    const table = within(panel().getByRole('table', { name: /^Paket: hur många företag/ }));
    expect(table.getByRole('row', { name: 'Hjälp till start ungefär 15 dolt' })).toBeDefined();
    expect(panel().getByText(/^Dolt betyder att det gäller färre än 10 företag, kanske inget/)).toBeDefined();
    expect(panel().getByText(/^Inget antal för behov utan paket kan visas: .* eller nästan alla\.$/)).toBeDefined();
  });

  test('is not told as no change where it is of few firms or of nearly all', async () => {
    await openCounted({ ...told, otherSet: null, packages: [] });
    expect(
      panel().getByText(
        'Inget antal för ett enskilt paket kan visas: alla gäller få företag, kanske inget, eller nästan alla.',
      ),
    ).toBeDefined();
    await press('Publicera');
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/andra förslag: dolt, eftersom de är färre än 10, eller nästan alla\.$/)).toBeDefined();
  });

  test('shows no numbers when too few firms are counted', async () => {
    const none = { firms: null, withoutContext: null, otherSet: null, otherFirst: null, packages: [], gaps: [] };
    await openCounted(none);
    expect(panel().getByText('För få företag för att visa något')).toBeDefined();
    expect(panel().queryAllByRole('term')).toEqual([]);
    await press('Publicera');
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/är räknat, på för få företag för att visa något\.$/)).toBeDefined();
  });

  test('says each time when the same had been counted on the same day', async () => {
    const site = await openCounted();
    const said: (string | null)[] = [];
    const status = panel().getByRole('status');
    new MutationObserver(() => said.push(status.textContent)).observe(status, { characterData: true, subtree: true });
    site.repeats = true;
    await press('Räkna igen');
    await panel().findByText('Samma svar som förut.');
    await press('Räkna igen');
    await vi.waitFor(() =>
      expect(said).toEqual(['Ett ögonblick.', 'Samma svar som förut.', 'Ett ögonblick.', 'Samma svar som förut.']),
    );
    expect(panel().getByText(/Därför är svaret detsamma/)).toBeDefined();
  });

  test('keeps the focus where it was asked for and stopped, also when it ends', async () => {
    const site = await openRules();
    await press(askWords);
    expect(document.activeElement).toBe(button('Avbryt räkningen'));
    site.settle();
    await panel().findByText('Räkningen är klar.', {}, soon);
    expect(document.activeElement).toBe(button('Räkna igen'));
    await press('Räkna igen');
    await press('Avbryt räkningen');
    await panel().findByText('Räkningen avbröts. Inget av den sparas.');
    expect(document.activeElement).toBe(button('Räkna igen'));
  });

  test('stays to be read while it is counted anew, and when that is stopped', async () => {
    await openCounted();
    await press('Räkna igen');
    expect(panel().getByText('ungefär 45')).toBeDefined();
    await press('Avbryt räkningen');
    await panel().findByText('Räkningen avbröts. Inget av den sparas.');
    expect(panel().getByText('ungefär 45')).toBeDefined();
    await press('Publicera');
    expect(within(screen.getByRole('dialog')).getByText(/andra förslag: ungefär 20\.$/)).toBeDefined();
  });

  test('is not asked of a draft that somebody ended while the page was loaded', async () => {
    const site = new FakeRulesSite();
    site.endsWhenAsked = true;
    await openRules(site);
    expect(screen.getByRole('heading', { name: 'Regler för förslag' })).toBeDefined();
    expect(button('Gör ett utkast av reglerna')).toBeDefined();
  });

  test('is not followed any more, and said to be gone, once a colleague has ended the draft', async () => {
    const site = await openRules();
    await press(askWords);
    site.draft = null;
    expect((await panel().findByRole('alert', {}, soon)).textContent).toContain('Det finns inte längre.');
    expect(panel().queryByRole('progressbar')).toBeNull();
    const asked = site.server.sent(getWhatIf).length;
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(site.server.sent(getWhatIf)).toHaveLength(asked);
  });

  test('is stopped when asked, and can be asked for again', async () => {
    const site = await openRules();
    await press(askWords);
    await press('Avbryt räkningen');
    await panel().findByText('Räkningen avbröts. Inget av den sparas.');
    expect(site.server.sent(stopWhatIf)).toHaveLength(1);
    expect(button(askWords).getAttribute('aria-disabled')).toBeNull();
  });

  test('says that it failed, and is tried again', async () => {
    const site = await openRules();
    await press(askWords);
    site.become({ status: 'failed' });
    await panel().findByText('Räkningen misslyckades. Inget av den sparas.', {}, soon);
    await press('Försök igen');
    expect(site.server.sent(startWhatIf)).toHaveLength(2);
  });

  test('says when it has been counted as often as it may in a day, and why a new count is refused', async () => {
    const site = new FakeRulesSite();
    site.leftToday = 0;
    await openRules(site);
    expect(panel().getByText(/^Det har räknats 10 gånger i dag/)).toBeDefined();
    await press(askWords);
    expect((await panel().findByRole('alert')).textContent).toContain('Försök igen i morgon.');
  });

  test('is outdated once the draft is saved as another, and only what is stored can be counted', async () => {
    await openCounted();
    expect(panel().queryByText('Inaktuellt')).toBeNull();
    const least = screen.getByLabelText('Minsta behov som räknas');
    await userEvent.clear(least);
    await userEvent.paste('3');
    expect(panel().getByText('Spara utkastet först: det är det sparade som räknas.')).toBeDefined();
    await press('Spara i utkastet');
    await panel().findByText('Inaktuellt');
    expect(panel().getByText('ungefär 45')).toBeDefined();
  });

  test('has nothing to count in a draft that changes nothing', async () => {
    const site = new FakeRulesSite();
    if (site.draft !== null) site.draft = { ...site.draft, changes: { isOff: {}, numbers: {} } };
    await openRules(site);
    const obstacle = panel().getByText(/^Inget i utkastet skiljer sig/);
    expect(button(askWords).getAttribute('aria-disabled')).toBe('true');
    expect(button(askWords).getAttribute('aria-describedby')).toBe(obstacle.id);
    await press(askWords);
    expect(site.server.sent(startWhatIf)).toEqual([]);
  });

  test('is told of where there is no draft', async () => {
    const site = new FakeRulesSite();
    site.draft = null;
    await openRules(site);
    expect(screen.getByText(/^Med ett utkast kan ni, innan ni publicerar, se hur många/)).toBeDefined();
    expect(screen.queryByRole('region', { name: askWords })).toBeNull();
  });
});

describe('whoever publishes the rules', () => {
  const dialog = () => within(screen.getByRole('dialog'));

  test('is told that what the draft would change has not been counted', async () => {
    await openRules();
    await press('Publicera');
    expect(dialog().getByText(/är inte räknat\. Ni kan publicera ändå\.$/)).toBeDefined();
  });

  test('is told what was counted, as long as it is of this draft', async () => {
    await openCounted();
    await press('Publicera');
    expect(dialog().getByText(/är räknat\. Företag som skulle få andra förslag: ungefär 20\.$/)).toBeDefined();
  });
});

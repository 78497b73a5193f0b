import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AccessPage } from '#client/src/features/firm/access-page.tsx';
import { show } from '../ui/show.tsx';
import {
  accessOf,
  both,
  consentOf,
  firmId,
  firmOf,
  problem,
  serverThat,
  speakOfFirms,
  submittedId,
  wordings,
} from './firm-fixture.ts';

const hrefs = {
  firm: '/foretaget',
  referrals: (responseId: string) => `/forfragningar/${responseId}`,
  sharing: (responseId: string) => `/dela/${responseId}`,
};
const open = (access: object = {}, firm: object = {}) =>
  show(<AccessPage loaded={{ firm: firmOf(firm), access: accessOf(access), wordings }} hrefs={hrefs} />);
const section = (name: string) => within(screen.getByRole('region', { name }));
const results = () => section('Resultat till en leverantör');
const lead = () => document.querySelector('header')?.textContent;

beforeEach(speakOfFirms);
afterEach(() => vi.unstubAllGlobals());

test('names those that an earlier wording lets read no notes of others', () => {
  open({ consents: [consentOf()] });
  screen.getByText(/^Rådgivare antecknar om sina kontakter med er\. Paper Province släppte ni in med en äldre text/);
});

test('says nothing of notes where all that are let in may read each other’s, and where nobody is', () => {
  open({ consents: [consentOf({ wordingVersion: 'result-3' })] });
  expect(screen.queryByText(/Rådgivare antecknar/)).toBeNull();
  cleanup();
  open();
  expect(screen.queryByText(/Rådgivare antecknar/)).toBeNull();
});

describe('the first sentence', () => {
  test('says that nobody sees the results while nobody does', () => {
    open();

    expect(lead()).toMatch(/Ingen utanför företaget ser era resultat\.$/);
  });

  test('names who sees them and since when', () => {
    open({ consents: [consentOf()] });

    expect(lead()).toMatch(/Paper Province ser era resultat sedan 3 maj 2026\.$/);
  });

  test('names each of several, and what else is let out', () => {
    const steel = { code: 'triple-steelix', name: both('Triple Steelix') };
    open({
      consents: [
        consentOf({ receiver: steel, givenAt: '2026-06-04T12:00:00.000Z' }),
        consentOf(),
        consentOf({ purpose: 'contact', receiver: steel, wordingVersion: 'contact-1' }),
        consentOf({ purpose: 'statistics', receiver: { code: 'regions', name: both('Regionerna') } }),
      ],
    });

    expect(lead()).toMatch(
      /Paper Province \(sedan 3 maj 2026\) och Triple Steelix \(sedan 4 juni 2026\) ser era resultat\. Triple Steelix ser er förfrågan om kontakt\. Ni räknas i regionernas statistik sedan 3 maj 2026\.$/,
    );
  });

  test('does not count what was withdrawn', () => {
    open({ consents: [consentOf({ withdrawnAt: '2026-05-05T12:00:00.000Z' })] });

    expect(lead()).toMatch(/Ingen utanför företaget ser era resultat\.$/);
  });
});

test('a consent that stands says that nobody at its receiver uses Måttstock, and what follows for each purpose', () => {
  const office = { code: 'export-office', name: both('Exportkontoret') };
  open({
    withoutUsers: ['export-office'],
    consents: [
      consentOf({ receiver: office }),
      consentOf(),
      consentOf({ purpose: 'cohort', receiver: office }),
      consentOf({ purpose: 'contact', receiver: office, wordingVersion: 'contact-1' }),
    ],
  });

  const said = screen.getAllByText(/^Ingen hos/).map(({ textContent }) => textContent);
  expect(said).toEqual([
    expect.stringMatching(/Samtycket visar dem inget förrän någon där gör det/),
    expect.stringMatching(/Samtycket gör ingenting förrän någon där gör det/),
    expect.stringMatching(/så ingen där kan se förfrågan\. Ni behöver nå dem på annat sätt\.$/),
  ]);
});

describe('letting a provider in', () => {
  const give = () => userEvent.click(results().getByRole('button', { name: 'Låt dem läsa resultaten' }));

  test('shows the whole wording with its version, and nothing is ticked beforehand', () => {
    open();

    expect(results().getByText('Vi samtycker till result.')).toBeTruthy();
    expect(results().getByText('Samtyckestext, version 1')).toBeTruthy();
    expect(results().getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
    expect(results().getByRole<HTMLSelectElement>('combobox').value).toBe('');
  });

  test('offers providers by county, and nobody who is in already', () => {
    open({ consents: [consentOf()] });

    const groups = [...results().getByRole('combobox').querySelectorAll('optgroup')];
    expect(groups.map(({ label, textContent }) => [label, textContent])).toEqual([
      ['Dalarna', 'Triple Steelix'],
      ['Flera län eller inget', 'Exportkontoret'],
    ]);
  });

  test('sends nothing without a provider and a tick, and says both', async () => {
    const sent = serverThat();
    open();

    await give();

    const summary = within(await results().findByRole('alert'));
    expect(summary.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Välj vilken leverantör det gäller.',
      'Kryssa i rutan om ni samtycker. Utan det lämnas inget vidare.',
    ]);
    expect(sent).toEqual([]);
  });

  test('sends exactly what was on the screen, and shows at once who sees now', async () => {
    const steel = consentOf({ receiver: { code: 'triple-steelix', name: both('Triple Steelix') } });
    const sent = serverThat({ status: 201, body: accessOf({ consents: [steel] }) });
    open();

    await userEvent.selectOptions(results().getByRole('combobox'), 'Triple Steelix');
    await userEvent.click(results().getByRole('checkbox'));
    await give();

    const told = await screen.findByText(
      'Triple Steelix kan nu läsa era resultat. Längst ner på sidan ser ni vem som har läst.',
    );
    expect(lead()).toMatch(/Triple Steelix ser era resultat sedan 3 maj 2026\.$/);
    await waitFor(() => expect(document.activeElement?.contains(told)).toBe(true));
    expect(sent).toEqual([
      {
        method: 'POST',
        address: `/api/firms/${firmId}/consents`,
        body: {
          purpose: 'result',
          receiver: 'triple-steelix',
          wordingVersion: 'result-1',
          language: 'sv',
          hasConsented: true,
        },
      },
    ]);
  });

  test('that was refused passed nothing on, and keeps what was chosen', async () => {
    serverThat(problem(429, 'too-many-requests'));
    open();

    await userEvent.selectOptions(results().getByRole('combobox'), 'Triple Steelix');
    await userEvent.click(results().getByRole('checkbox'));
    await give();

    expect(await screen.findByText('Inget har lämnats ut')).toBeTruthy();
    expect(results().getByRole<HTMLSelectElement>('combobox').value).toBe('triple-steelix');
  });

  test('without a reply claims nothing, and keeps what was chosen', async () => {
    serverThat();
    open();

    await userEvent.selectOptions(results().getByRole('combobox'), 'Triple Steelix');
    await userEvent.click(results().getByRole('checkbox'));
    await give();

    expect((await results().findByRole('alert')).textContent).toBe(
      'ObserveraVi vet inte om det sparadesDet kom inget svar. Ladda om sidan och se efter.',
    );
    expect(screen.queryByText('Inget har lämnats ut')).toBeNull();
    expect(results().getByRole<HTMLSelectElement>('combobox').value).toBe('triple-steelix');
  });

  test('where nobody uses Måttstock says so as soon as it is chosen, and of none that somebody uses', async () => {
    open({ withoutUsers: ['export-office'] });
    const says =
      /^Ingen hos Exportkontoret använder Måttstock just nu\. Samtycket visar dem inget förrän någon där gör det/;

    await userEvent.selectOptions(results().getByRole('combobox'), 'Triple Steelix');
    expect(screen.queryByText(/använder Måttstock just nu/)).toBeNull();
    await userEvent.selectOptions(results().getByRole('combobox'), 'Exportkontoret');

    expect(results().getByText(says).closest('[role=status]')).not.toBeNull();
  });

  test('to the statistics goes to the regions together, and is offered once', async () => {
    const counted = consentOf({ purpose: 'statistics', receiver: { code: 'regions', name: both('Regionerna') } });
    const sent = serverThat({ status: 201, body: accessOf({ consents: [counted] }) });
    open();
    const statistics = section('Räknas i regionernas statistik');

    await userEvent.click(statistics.getByRole('checkbox'));
    await userEvent.click(statistics.getByRole('button', { name: 'Räkna med oss' }));

    expect(await screen.findByText('Ni räknas nu i regionernas statistik.')).toBeTruthy();
    expect(sent[0]?.body).toMatchObject({ purpose: 'statistics', receiver: 'regions' });
    expect(statistics.queryByRole('button', { name: 'Räkna med oss' })).toBeNull();
  });
});

describe('a consent that stands', () => {
  const withdraw = () => userEvent.click(screen.getByRole('button', { name: /^Ta tillbaka samtycket för/ }));
  const dialog = () => within(screen.getByRole('dialog', { name: 'Ta tillbaka samtycket?' }));

  test('says since when, by whom and on what words', () => {
    open({ consents: [consentOf()] });

    expect(results().getByText('Sedan 3 maj 2026, samtycke av Eva Ek.')).toBeTruthy();
    expect(results().getByText('Vad samtycket säger')).toBeTruthy();
  });

  test('says in words what withdrawing it means before it is done', async () => {
    const sent = serverThat();
    open({ consents: [consentOf()] });

    await withdraw();

    expect(dialog().getByText(/^Paper Province kan inte längre se era resultat\. Nästa sida/)).toBeTruthy();
    expect(dialog().getByText('Det de redan har läst eller skrivit ner kan vi inte ta tillbaka.')).toBeTruthy();
    expect(dialog().getByText(/^Ni släpper inte in Paper Province för något annat\./)).toBeTruthy();
    expect(sent).toEqual([]);
  });

  test('that is not the last to its receiver takes nothing else with it', async () => {
    open({ consents: [consentOf(), consentOf({ purpose: 'contact', wordingVersion: 'contact-1' })] });

    await withdraw();

    expect(dialog().getByText('Inget annat ändras. Ni kan ge samtycket igen när ni vill.')).toBeTruthy();
  });

  test('to the statistics means something else to withdraw', async () => {
    open({
      consents: [consentOf({ purpose: 'statistics', receiver: { code: 'regions', name: both('Regionerna') } })],
    });

    await withdraw();

    expect(dialog().getByText(/Siffror som redan är publicerade står kvar/)).toBeTruthy();
  });

  test('is gone at once when it is withdrawn, and stands among the earlier ones', async () => {
    const consent = consentOf();
    const ended = { ...consent, withdrawnAt: '2026-05-10T12:00:00.000Z' };
    const sent = serverThat({ status: 200, body: accessOf({ consents: [ended] }) });
    open({ consents: [consent] });

    await withdraw();
    await userEvent.click(dialog().getByRole('button', { name: 'Ta tillbaka' }));

    const told = await screen.findByText('Paper Province kan inte längre läsa era resultat.');
    await waitFor(() => expect(document.activeElement?.contains(told)).toBe(true));
    expect(sent.map(({ address }) => address)).toEqual([
      `/api/firms/${firmId}/consents/${consent.consentId}/withdrawal`,
    ]);
    expect(screen.getByText('1 tidigare samtycke')).toBeTruthy();
    expect(
      screen.getByRole('row', { name: /Paper Province Resultaten 3 maj 2026 10 maj 2026 version 1/ }),
    ).toBeTruthy();
  });

  test('still stands when it could not be withdrawn, and the page says so', async () => {
    serverThat(problem(404, 'not-found'));
    open({ consents: [consentOf()] });

    await withdraw();
    await userEvent.click(dialog().getByRole('button', { name: 'Ta tillbaka' }));

    expect((await dialog().findByRole('alert')).textContent).toMatch(/Samtycket står kvar.*Ladda om sidan/);
    expect(results().getByText('Paper Province')).toBeTruthy();
  });

  test('is not said to stand when no reply came', async () => {
    serverThat();
    open({ consents: [consentOf()] });

    await withdraw();
    await userEvent.click(dialog().getByRole('button', { name: 'Ta tillbaka' }));

    expect((await dialog().findByRole('alert')).textContent).toMatch(/Vi vet inte om det sparades/);
    expect(dialog().queryByText('Samtycket står kvar')).toBeNull();
  });

  test('to a request for contact is withdrawn with the request', () => {
    open({ consents: [consentOf({ purpose: 'contact', wordingVersion: 'contact-1' })] });

    const contact = section('Förfrågningar om kontakt');
    expect(contact.getByRole('link', { name: 'Till förfrågan' }).getAttribute('href')).toBe(
      `/forfragningar/${submittedId}`,
    );
    expect(contact.queryByRole('button')).toBeNull();
  });
});

describe('a consent by which the coordination counts too', () => {
  const newest = { purpose: 'statistics' as const, version: 'statistics-3', text: both('Vi samtycker till allt.') };
  const name = both('Region Värmland, Region Dalarna och Region Gävleborg, och Måttstocks samordning');
  const counted = (changes: object = {}) =>
    consentOf({
      purpose: 'statistics',
      receiver: { code: 'regions', name },
      wordingVersion: 'statistics-3',
      ...changes,
    });
  const title = 'Räknas i regionernas statistik, och av Måttstocks samordning';
  const openWith = (consents: readonly object[]) =>
    show(
      <AccessPage
        loaded={{ firm: firmOf(), access: accessOf({ consents }), wordings: [...wordings, newest] }}
        hrefs={hrefs}
      />,
    );

  test('says so wherever it is seen, and when it is taken back', async () => {
    serverThat({ status: 200, body: accessOf({ consents: [counted({ withdrawnAt: '2026-05-10T12:00:00.000Z' })] }) });
    openWith([counted()]);

    expect(lead()).toContain('Ni räknas i regionernas statistik, och av Måttstocks samordning, sedan 3 maj 2026.');
    section(title).getByText(/Måttstocks samordning, som sköter reglerna för förslagen, räknar/);
    section(title).getByText(name.sv);

    await userEvent.click(section(title).getByRole('button', { name: /^Ta tillbaka samtycket för/ }));
    const dialog = within(screen.getByRole('dialog', { name: 'Ta tillbaka samtycket?' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Ta tillbaka' }));
    await screen.findByText('Ni räknas inte längre i regionernas statistik, och inte av Måttstocks samordning.');
  });

  test('is said to be one before it is given, and once it is', async () => {
    serverThat({ status: 201, body: accessOf({ consents: [counted()] }) });
    openWith([]);

    await userEvent.click(section(title).getByRole('checkbox'));
    await userEvent.click(section(title).getByRole('button', { name: 'Räkna med oss' }));
    await screen.findByText('Ni räknas nu i regionernas statistik, och av Måttstocks samordning.');
  });

  test('is told of beside an earlier one as letting in one more, and not only more', () => {
    openWith([counted({ wordingVersion: 'statistics-2' })]);

    section('Räknas i regionernas statistik').getByText(/^Med den får mer räknas, och inte bara av regionerna/);
  });
});

describe('a newer wording for the statistics', () => {
  const newer = { purpose: 'statistics' as const, version: 'statistics-2', text: both('Vi samtycker till mer.') };
  const counted = { purpose: 'statistics', receiver: { code: 'regions', name: both('Regionerna') } };
  const openWith = (wordingVersion: string, firm: object = {}) => {
    const access = accessOf({ consents: [consentOf({ ...counted, wordingVersion })] });
    show(<AccessPage loaded={{ firm: firmOf(firm), access, wordings: [...wordings, newer] }} hrefs={hrefs} />);
    return section('Räknas i regionernas statistik');
  };

  test('is shown in full beside the one that stands, which stays until the newer one is agreed to', async () => {
    const given = accessOf({ consents: [consentOf({ ...counted, wordingVersion: 'statistics-2' })] });
    const sent = serverThat({ status: 201, body: given });
    const statistics = openWith('statistics-1');

    expect(statistics.getByText('Vi samtycker till mer.')).toBeTruthy();
    expect(statistics.getByText(/^Med den får mer räknas.*Ni behöver inte göra något/)).toBeTruthy();
    await userEvent.click(statistics.getByRole('button', { name: 'Vi går med på den nyare texten' }));

    await statistics.findByText('Ni räknas nu i regionernas statistik.');
    expect(sent).toMatchObject([
      { address: `/api/firms/${firmId}/consents`, body: { wordingVersion: 'statistics-2', hasConsented: true } },
    ]);
    expect(statistics.queryByText('Det finns en nyare samtyckestext')).toBeNull();
  });

  test('is not mentioned to whoever has agreed to it, nor asked of whoever does not decide', () => {
    expect(openWith('statistics-2').queryByText('Det finns en nyare samtyckestext')).toBeNull();
    cleanup();
    expect(openWith('statistics-1', { role: 'respondent' }).queryByText('Det finns en nyare samtyckestext')).toBeNull();
  });

  test('says that nothing has changed when it was refused', async () => {
    serverThat(problem(404, 'not-found'));
    const statistics = openWith('statistics-1');

    await userEvent.click(statistics.getByRole('button', { name: 'Vi går med på den nyare texten' }));

    expect((await statistics.findByRole('alert')).textContent).toMatch(/Inget har ändrats/);
  });
});

describe('a newer wording for results', () => {
  const newer = { purpose: 'result' as const, version: 'result-3', text: both('Vi samtycker till val också.') };
  const openWith = (wordingVersion: string, firm: object = {}) => {
    const access = accessOf({ consents: [consentOf({ wordingVersion })] });
    show(<AccessPage loaded={{ firm: firmOf(firm), access, wordings: [...wordings, newer] }} hrefs={hrefs} />);
    return results();
  };

  test.each(['result-1', 'result-2'])('than %s is told of, with who reads less and how it is agreed to', (wording) => {
    const found = openWith(wording);

    expect(found.getByText('Det finns en nyare samtyckestext')).toBeTruthy();
    expect(
      found.getByText(/^Ni har släppt in Paper Province med en tidigare, och den gäller som förut\./),
    ).toBeTruthy();
    expect(found.getByText(/tar ni tillbaka samtycket och släpper in dem igen/)).toBeTruthy();
    expect(found.queryByRole('button', { name: 'Vi går med på den nyare texten' })).toBeNull();
  });

  test('is not mentioned to whoever has agreed to it, nor to whoever does not decide', () => {
    expect(openWith('result-3').queryByText('Det finns en nyare samtyckestext')).toBeNull();
    cleanup();
    expect(openWith('result-1', { role: 'respondent' }).queryByText('Det finns en nyare samtyckestext')).toBeNull();
  });
});

describe('a respondent', () => {
  test('sees all of it, who decides, and nothing to press', () => {
    open({ consents: [consentOf()] }, { role: 'respondent' });

    expect(
      screen.getByText('Det här bestämmer Eva Ek, som ansvarar för företaget. Ni ser vad som gäller.'),
    ).toBeTruthy();
    expect(results().getByText('Paper Province')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('who has looked', () => {
  test('is nobody while nobody has', () => {
    open();

    expect(screen.getByText('Ingen har tittat')).toBeTruthy();
  });

  test('is told with time, organisation, person and what, and how many there are in all', () => {
    const karin = { personName: 'Karin Sund', person: 1 };
    const look = { at: '2026-05-06T08:05:00.000Z', organisation: both('Paper Province'), ...karin };
    open({
      looks: [
        { ...look, what: 'result' },
        { ...look, personName: null, person: 2, what: 'contact' },
      ],
      lookCount: 120,
    });

    const rows = screen.getAllByRole('row').slice(1);
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      [expect.stringMatching(/^6 maj 2026 kl\. \d\d\.05$/), 'Paper Province', 'Karin Sund', 'Resultaten'],
      [expect.any(String), 'Paper Province', 'Någon vars konto är raderat', 'Förfrågan om kontakt'],
    ]);
    expect(screen.getByText(/^När någons konto raderas försvinner namnet med det/)).toBeTruthy();
    expect(screen.getByText('De 2 senaste av 120 läsningar visas.')).toBeTruthy();
  });

  test('is gathered by person and visit, with every reading still there', async () => {
    const look = { organisation: both('Paper Province'), personName: 'Karin Sund', person: 1, what: 'result' };
    const at = (minute: string) => `2026-05-06T08:${minute}:00.000Z`;
    open({
      looks: [
        { ...look, at: at('50') },
        // Of the same name, and somebody else.
        { ...look, at: at('40'), person: 2, what: 'list' },
        { ...look, at: at('25'), what: 'notes' },
        { ...look, at: at('05') },
      ],
      lookCount: 4,
    });

    const rows = screen.getAllByRole('row').slice(1);
    expect(rows.map((row) => row.querySelector('th')?.textContent)).toEqual([
      expect.stringMatching(/^6 maj 2026, \d\d\.05–\d\d\.50$/),
      expect.stringMatching(/^6 maj 2026 kl\. \d\d\.40$/),
    ]);
    expect(rows[1]?.textContent).toContain('i en lista eller en plan för grupper');
    const visit = within(rows[0] as HTMLElement);
    expect(visit.getByText('Resultaten, 2 gånger')).toBeTruthy();
    const summary = visit.getByText(/^De 3 läsningarna/);
    await userEvent.click(summary);
    const each = [...(summary.closest('details')?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent);
    expect(each).toEqual([
      expect.stringMatching(/^\d\d\.50: Resultaten$/),
      expect.stringMatching(/^\d\d\.25: Anteckningar om kontakter med oss$/),
      expect.stringMatching(/^\d\d\.05: Resultaten$/),
    ]);
  });
});

describe('files that were taken', () => {
  test('are none while nobody has taken any', () => {
    open();
    expect(screen.getByText('Ingen har tagit någon fil')).toBeTruthy();
  });

  test('are told apart from what was read: what, by whom and when', () => {
    const copy = { at: '2026-05-06T08:05:00.000Z', organisation: both('Paper Province'), personName: 'Karin Sund' };
    open({
      copies: [
        { ...copy, file: 'report-pdf' },
        { ...copy, personName: null, file: 'list' },
      ],
      copyCount: 120,
    });

    const table = within(screen.getByRole('table', { name: /^Varje fil som har tagits/ }));
    const rows = table.getAllByRole('row').slice(1);
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      [
        expect.stringMatching(/^6 maj 2026 kl\. \d\d\.05$/),
        'Paper Province',
        'Karin Sund',
        'Rapporten om resultatet (PDF)',
      ],
      [
        expect.any(String),
        'Paper Province',
        'Någon vars konto är raderat',
        expect.stringMatching(/^En fil av deras lista/),
      ],
    ]);
    expect(screen.getByText('De 2 senaste av 120 filer visas.')).toBeTruthy();
    expect(screen.getByText('Ingen har tittat på någon sida')).toBeTruthy();
  });
});

test('labels a simulated firm', () => {
  open({}, { isSimulated: true });

  expect(screen.getByText('Simulerat företag')).toBeTruthy();
});

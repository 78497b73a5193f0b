import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FirmPage } from '#client/src/features/firm/firm-page.tsx';
import { listFirmWaiting } from '#shared/contracts/firm-waiting.ts';
import { workshop } from '../../support/small-instrument.ts';
import { show } from '../ui/show.tsx';
import {
  accessOf,
  both,
  firmId,
  firmOf,
  forms,
  openId,
  problem,
  serverThat,
  speakOfFirms,
  submittedId,
} from './firm-fixture.ts';

const hrefs = {
  erasure: '/radera',
  placements: '/grupper',
  change: (id: string) => `/svar/${id}/forandring`,
  firm: (id: string) => `/foretag/${id}`,
  access: '/vem-ser-oss',
  contacts: '/contacts',
  members: '/personer',
  overview: (id: string) => `/oversikt/${id}`,
  result: (id: string) => `/resultat/${id}`,
  review: (id: string, reviewId: string) => `/resultat/${id}/${reviewId}`,
  referrals: (id: string) => `/forfragningar/${id}`,
  firstItem: (id: string) => `/forsta/${id}`,
};
const summary = ({ name, organisationNumber, isSimulated, role } = firmOf()) => ({
  firmId: firmOf().firmId,
  name,
  organisationNumber,
  isSimulated,
  role,
});
const onRename = vi.fn<() => void>();
const nothing = { reviews: [], places: [], steps: [], passedOn: [] };
const open = (firm: object = {}, others: object[] = [], offered = forms, waiting: object = nothing) =>
  show(
    <FirmPage
      loaded={{
        firm: firmOf(firm),
        access: accessOf(),
        firms: [summary(), ...others.map((other) => ({ ...summary(), ...other }))],
        waiting: listFirmWaiting.responses[200].parse(waiting),
      }}
      forms={offered}
      hrefs={hrefs}
      onRename={onRename}
    />,
  );
const save = () => userEvent.click(screen.getByRole('button', { name: 'Spara namn och nummer' }));

beforeEach(() => {
  speakOfFirms();
  onRename.mockClear();
});
afterEach(() => vi.unstubAllGlobals());

test('begins with what waits for the firm, a line and a way to each', () => {
  const organisationName = both('Stålklustret');
  const id = (digit: string) => firmId.replace(/^./, digit);
  const place = { name: both('Robotgruppen'), organisationName, answerBy: null };
  open({}, [], forms, {
    places: [
      { ...place, placementId: id('1'), status: 'invited', answerBy: '2026-06-01', ahead: null },
      { ...place, placementId: id('2'), status: 'waiting', ahead: 2 },
      { ...place, placementId: id('3'), status: 'waiting', ahead: 0 },
    ],
    reviews: [{ reviewId: id('4'), responseId: submittedId, organisationName, givenAt: '2026-05-04T10:00:00.000Z' }],
    steps: [
      {
        meetingId: id('5'),
        stepKey: 'aaaaaaaaaa',
        what: 'Mäta ställtiden',
        dueOn: '2026-05-02',
        isOverdue: true,
        organisationName,
      },
    ],
    passedOn: [
      {
        referralId: id('6'),
        responseId: submittedId,
        packageName: both('Robotsteget'),
        providerName: organisationName,
        receiverName: both('Teknikklustret'),
      },
    ],
  });

  const list = within(screen.getByRole('region', { name: 'Väntar på er' }));
  expect(list.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Ni är inbjudna till Robotgruppen, Stålklustret. Svara senast 1 juni 2026.', `/grupper#${id('1')}`],
    ['Ni står på väntelistan till Robotgruppen, Stålklustret, med 2 företag före er.', `/grupper#${id('2')}`],
    ['Ni står först på väntelistan till Robotgruppen, Stålklustret.', `/grupper#${id('3')}`],
    ['Stålklustret har granskat era svar, 4 maj 2026, och väntar på ert svar.', `/resultat/${submittedId}/${id('4')}`],
    ['Mäta ställtiden, senast 2 maj 2026, överenskommet med Stålklustret.', '/contacts'],
    [
      'Stålklustret föreslår Teknikklustret för Robotsteget. Fråga dem, om ni vill gå vidare.',
      `/forfragningar/${submittedId}`,
    ],
  ]);
  expect(list.getByText('Försenat')).toBeTruthy();
});

test('says nothing of waiting where nothing waits', () => {
  open();

  expect(screen.queryByText('Väntar på er')).toBeNull();
});

test('says who outside the firm sees its results, and where that is changed', () => {
  open();

  const strip = within(screen.getByRole('region', { name: 'Vem som kan se detta' }));
  expect(strip.getByText('Ingen utanför företaget ser era resultat.')).toBeTruthy();
  expect(strip.getByRole('link', { name: 'Ändra vem som ser oss' }).getAttribute('href')).toBe('/vem-ser-oss');
});

test('lists the assessments, the newest first, each with the way on', () => {
  open();

  const list = screen.getByRole('region', { name: 'Era omgångar' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Snabbkoll och Digital mognadInte klar. Påbörjad 1 juni 2026.Fortsätt',
    'SnabbkollInskickad 4 maj 2026, besvarad av en kollega.Se resultatet',
  ]);
  expect(
    within(list)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual([`/oversikt/${openId}`, `/resultat/${submittedId}`, `/svar/${submittedId}/forandring`]);
});

test('says so when there is nothing for the reader yet', () => {
  open({ responses: [] });

  expect(screen.getByText('Här finns inget för er än')).toBeTruthy();
});

test('leads to who sees the firm and who is in it, and to other firms of the person', () => {
  open({}, [{ firmId: '6a1f2c77-8d9e-4f10-9a3b-6c7d8e9f0a1b', name: 'Gjuteriet AB' }]);

  expect(screen.getByRole('link', { name: 'Vem ser oss' }).getAttribute('href')).toBe('/vem-ser-oss');
  expect(screen.getByRole('link', { name: 'Personer' }).getAttribute('href')).toBe('/personer');
  const others = within(screen.getByRole('navigation', { name: 'Era andra företag' }));
  expect(others.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Gjuteriet AB']);
});

test('offers no switch to whoever has one firm', () => {
  open();

  expect(screen.queryByRole('navigation')).toBeNull();
});

test('labels a simulated firm', () => {
  open({ isSimulated: true });

  expect(screen.getByText('Simulerat företag')).toBeTruthy();
});

describe('a further assessment', () => {
  const start = () => userEvent.click(screen.getByRole('button', { name: 'Till första frågan' }));

  test('starts in the chosen form with the profile that the firm gave last', async () => {
    const sent = serverThat({ status: 201, body: { responseId: openId, isBegunBefore: false } });
    open();

    await userEvent.click(screen.getByRole('radio', { name: 'Digital mognad' }));
    await start();

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toEqual([
      {
        method: 'POST',
        address: `/api/firms/${firmId}/responses`,
        body: { formCode: 'digital', language: 'sv', profile: workshop, unlessBegun: true },
      },
    ]);
  });

  test('is started once when the button is pressed twice', async () => {
    const sent = serverThat({ status: 201, body: { responseId: openId, isBegunBefore: false } });
    open();

    await userEvent.click(screen.getByRole('radio', { name: 'Digital mognad' }));
    const button = screen.getByRole('button', { name: 'Till första frågan' });
    act(() => {
      button.click();
      button.click();
    });

    await waitFor(() => expect(sent).toHaveLength(1));
  });

  const begun = {
    ...{ responseId: openId, formCode: 'digital', status: 'open', startedAt: '2026-06-01T12:32:00.000Z' },
    ...{ submittedAt: null, isYours: true },
  };

  test('of a form that is begun and not finished leads to that one, and says so', async () => {
    const sent = serverThat();
    open({ responses: [begun] });

    const digital = screen.getByRole('radio', { name: 'Digital mognad' });
    expect(document.getElementById(digital.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'Inte klar. Påbörjad 1 juni 2026.',
    );
    await userEvent.click(digital);

    expect(screen.getByText('Ni har börjat på Digital mognad och är inte klara')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Fortsätt med den påbörjade' }).getAttribute('href')).toBe(
      `/oversikt/${openId}`,
    );
    expect(screen.queryByRole('button', { name: 'Till första frågan' })).toBeNull();
    expect(sent).toEqual([]);
  });

  test('of such a form is begun by a press of its own', async () => {
    const sent = serverThat({ status: 201, body: { responseId: submittedId, isBegunBefore: false } });
    open({ responses: [begun] });

    await userEvent.click(screen.getByRole('radio', { name: 'Digital mognad' }));
    await userEvent.click(screen.getByRole('button', { name: 'Börja en till ändå' }));

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toMatchObject([{ body: { formCode: 'digital', unlessBegun: false } }]);
  });

  test('that was begun by a press whose reply was lost is led to, and nothing else is begun', async () => {
    serverThat({ status: 200, body: { responseId: openId, isBegunBefore: true } });
    open({ responses: [] });

    await userEvent.click(screen.getByRole('radio', { name: 'Digital mognad' }));
    await start();

    const way = await screen.findByRole('link', { name: 'Fortsätt med den påbörjade' });
    expect(way.getAttribute('href')).toBe(`/oversikt/${openId}`);
    expect(document.activeElement?.textContent).toContain('Ni har börjat på Digital mognad och är inte klara');
  });

  test('says beforehand what belongs to the same round, and speaks of last time only where there is one', () => {
    const { unmount } = open();
    expect(screen.getByText(/inom tre månader från omgångens första svar hör till den omgången/)).toBeTruthy();
    unmount();

    open({ responses: [begun] });
    expect(screen.getByText('Det ni sagt om företaget följer med.')).toBeTruthy();
    expect(screen.queryByText(/förra gången står bredvid/)).toBeNull();
  });

  test('is not started without a choice', async () => {
    const sent = serverThat();
    open();

    await start();

    const fault = within(await screen.findByRole('alert')).getByRole('link', { name: 'Välj vad ni vill svara på.' });
    expect(fault.getAttribute('href')).toBe(`#${screen.getByRole('radio', { name: 'Snabbkoll' }).id}`);
    expect(sent).toEqual([]);
  });

  test('that could not be started says so, and the choice stays', async () => {
    serverThat();
    open();

    await userEvent.click(screen.getByRole('radio', { name: 'Digital mognad' }));
    await start();

    expect(await screen.findByText('Det gick inte att börja')).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'Digital mognad', checked: true })).toBeTruthy();
  });

  test('waits where it is not known what can be answered, and does not lead out of the firm', () => {
    open({}, [], []);

    const further = within(screen.getByRole('region', { name: 'Svara på mer' }));
    expect(further.getByText(/^Det som går att svara på kunde inte hämtas\./)).toBeTruthy();
    expect(further.queryByRole('radio')).toBeNull();
    expect(further.queryByRole('link')).toBeNull();
  });
});

describe('name and number', () => {
  const name = () => screen.getByRole('textbox', { name: 'Företagets namn' });
  const number = () => screen.getByRole('textbox', { name: /^Organisationsnummer/ });
  const write = async (field: HTMLElement, text: string) => {
    await userEvent.clear(field);
    if (text !== '') await userEvent.type(field, text);
  };

  test('are saved as ten digits, and the heading follows', async () => {
    const changed = firmOf({ name: 'Nya Smedjan AB', organisationNumber: '5566778899' });
    const sent = serverThat({ status: 200, body: changed });
    open();

    await write(name(), ' Nya Smedjan AB ');
    await write(number(), '16 556677-8899');
    await save();

    expect(await screen.findByText('Namn och nummer är sparade.')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1, name: 'Nya Smedjan AB' })).toBeTruthy();
    expect(onRename).toHaveBeenCalledOnce();
    expect(sent).toEqual([
      {
        method: 'PUT',
        address: `/api/firms/${firmId}`,
        body: { name: 'Nya Smedjan AB', organisationNumber: '5566778899' },
      },
    ]);
  });

  test('a number that is taken away is none', async () => {
    const sent = serverThat({ status: 200, body: firmOf({ organisationNumber: null }) });
    open();

    await write(number(), '');
    await save();

    await screen.findByText('Namn och nummer är sparade.');
    expect(sent[0]?.body).toEqual({ name: 'Smedjan AB', organisationNumber: null });
  });

  test.each([
    ['556036', 'Ett organisationsnummer har tio siffror, till exempel 556036-0793.'],
    ['556036-0794', 'Numret stämmer inte: en siffra är fel eller två har bytt plats.'],
    ['850101-1234', 'Det här ser ut som ett personnummer. Lämna fältet tomt. Vi sparar inte sådana nummer.'],
  ])('%s is refused in words, and stays to be corrected', async (typed, words) => {
    const sent = serverThat();
    open();

    await write(number(), typed);
    await save();

    expect(within(await screen.findByRole('alert')).getByRole('link', { name: words })).toBeTruthy();
    expect(number()).toHaveProperty('value', typed);
    expect(sent).toEqual([]);
  });

  test('a firm without a name is asked for one', async () => {
    open({ name: null, organisationNumber: null });
    expect(screen.getByRole('heading', { level: 1, name: 'Vårt företag' })).toBeTruthy();

    await save();

    expect((await screen.findAllByText('Skriv vad företaget heter.')).length).toBeGreaterThan(0);
  });

  test('what was typed stays when it was not saved', async () => {
    serverThat(problem(503, 'service-unavailable'));
    open();

    await write(name(), 'Nya Smedjan AB');
    await save();

    expect(await screen.findByText('Ändringen sparades inte')).toBeTruthy();
    expect(name()).toHaveProperty('value', 'Nya Smedjan AB');
  });

  test('are only read by a respondent', () => {
    open({ role: 'respondent' });

    expect(screen.getByText('556036-0793')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByRole('link', { name: 'Mer om vem som ser oss' })).toBeTruthy();
  });
});

describe('an erasure of the firm that is under way', () => {
  const erasureAskedAt = '2026-05-03T12:32:00.000Z';
  const words = 'Någon har begärt att företagets uppgifter raderas';

  test('is told of to whoever is responsible, with the way to the request', () => {
    open({ erasureAskedAt });

    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText(/^Begäran kom in 3 maj 2026 och är på gång\./)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Se begäran' }).getAttribute('href')).toBe('/radera');
  });

  test('is told of to a respondent, with whom to ask about it', () => {
    open({ role: 'respondent', erasureAskedAt });

    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getByText('Fråga dem som är ansvariga för företaget: Eva Ek.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Se begäran' })).toBeNull();
  });

  test('is not told of when there is none', () => {
    open();

    expect(screen.queryByText(words)).toBeNull();
  });
});

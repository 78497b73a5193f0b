import { i18n } from '@lingui/core';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type * as z from 'zod/mini';
import { messages } from '#client/src/features/respondents/locales/sv.po';
import { RespondentsPage } from '#client/src/features/respondents/respondents-page.tsx';
import * as contract from '#shared/contracts/respondents.ts';
import { ladder, structureOf } from '../../support/small-instrument.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { show } from '../ui/show.tsx';

type Body = z.input<typeof contract.respondentsSchema>;
const responseId = '1b671a64-40d5-491e-99b0-da01ff1f3341';
const structure = structureOf([ladder('D1.1'), ladder('PM1.1')]);
const formCode = structure.forms[0]?.code ?? '';
const link = `http://localhost/answer?lang=sv#key=${'k'.repeat(43)}`;

const lars = (changes: Partial<Body['respondents'][number]> = {}): Body['respondents'][number] => ({
  respondentId: '2b671a64-40d5-491e-99b0-da01ff1f3342',
  label: 'Lars',
  email: 'lars@smeden.example',
  role: 'operator',
  language: 'sv',
  part: ['PM1'],
  cameByLink: false,
  state: 'answering',
  answered: 1,
  asked: 2,
  createdAt: '2026-11-20T08:00:00.000Z',
  expiresAt: '2026-12-20T08:00:00.000Z',
  doneAt: null,
  remindedAt: null,
  canBeReminded: true,
  canBeRenewed: false,
  ...changes,
});
const made = '4b671a64-40d5-491e-99b0-da01ff1f3344';
const wallLink = (changes: Partial<Body['links'][number]> = {}): Body['links'][number] => ({
  respondentLinkId: '5b671a64-40d5-491e-99b0-da01ff1f3345',
  opened: 2,
  mostRespondents: 20,
  createdAt: '2026-11-20T08:00:00.000Z',
  expiresAt: '2026-12-20T08:00:00.000Z',
  state: 'active',
  ...changes,
});
const bodyOf = (changes: Partial<Body> = {}): Body => ({
  leadRole: 'management',
  respondents: [lars()],
  links: [],
  dimensions: ['D1', 'PM1'],
  mostRespondents: 50,
  isOpen: true,
  canMail: true,
  ...changes,
});

let server: FakeEndpoints;
beforeEach(() => {
  i18n.load('sv', messages);
  server = new FakeEndpoints([
    answering(contract.inviteRespondent, ({ body }) => ({
      url: body.email === undefined ? link : null,
      respondents: bodyOf({ respondents: [lars({ label: body.label, state: 'invited', answered: 0 })] }),
    })),
    answering(contract.remindRespondent, () =>
      bodyOf({ respondents: [lars({ canBeReminded: false, remindedAt: '2026-11-27T08:00:00.000Z' })] }),
    ),
    answering(contract.renewRespondent, () => ({
      url: link,
      respondents: bodyOf({ respondents: [lars({ canBeRenewed: false })] }),
    })),
    answering(contract.createRespondentLink, ({ body }) => ({
      url: link,
      respondents: bodyOf({ links: [wallLink({ mostRespondents: body.mostRespondents, respondentLinkId: made })] }),
    })),
    answering(contract.takeRespondentLinkBack, () => bodyOf({ links: [wallLink({ state: 'taken-back' })] })),
    answering(contract.takeRespondentBack, () => bodyOf({ respondents: [lars({ state: 'taken-back' })] })),
    answering(contract.listRespondents, () => bodyOf()),
    answering(contract.chooseLeadRole, ({ body }) => bodyOf({ leadRole: body.role })),
  ]);
});

function open(changes: Partial<Body> = {}, former: Body['respondents'] = []) {
  const loaded = contract.respondentsSchema.parse(bodyOf(changes));
  show(
    <RespondentsPage
      asked={{ responseId, formCode, structure }}
      texts={{}}
      firmName="Smedjan AB"
      loaded={loaded}
      former={contract.respondentsSchema.parse(bodyOf({ respondents: former })).respondents}
      hrefs={{ overview: '/overview' }}
    />,
  );
  return userEvent.setup();
}
const card = (name: string) =>
  within(screen.getByRole('heading', { level: 3, name }).closest('li') ?? document.createElement('li'));

test('says how far each one is, reminds once, and never what was answered', async () => {
  const user = open();
  card('Lars').getByText('1 av 2 frågor');
  card('Lars').getByText('Ni kan skicka en påminnelse, och inte fler.');
  await user.click(screen.getByRole('button', { name: 'Påminn Lars' }));
  await screen.findByText('Lars får en påminnelse med mejl. Det skickas inga fler.');
  expect(server.sent(contract.remindRespondent)).toHaveLength(1);
  expect(screen.queryByRole('button', { name: 'Påminn Lars' })).toBeNull();
  card('Lars').getByText('Skickad 27 november 2026. Det skickas bara en.');
  expect(card('Lars').queryByText(/Ni kan skicka en påminnelse/)).toBeNull();
});

test('an invitation is revoked after a question that says what goes with it', async () => {
  const user = open();
  await user.click(screen.getByRole('button', { name: 'Återkalla inbjudan till Lars' }));
  screen.getByText('Det Lars har svarat räknas inte.');
  await user.click(screen.getByRole('button', { name: 'Återkalla inbjudan' }));
  await screen.findByText('Inbjudan till Lars är återkallad.');
  card('Lars').getByText('Inbjudan återkallad');
});

test('a colleague is invited to what concerns the role, by a link that is shown once or by mail', async () => {
  const user = open({ respondents: [] });
  screen.getByText('Ingen är inbjuden än');
  await user.click(screen.getByRole('button', { name: 'Bjud in' }));
  screen.getByText('Skriv vad ni kallar personen.');
  expect(server.requests).toEqual([]);

  await user.type(screen.getByLabelText('Vem?'), 'Olle');
  await user.click(screen.getByLabelText('Operatör eller lagledare'));
  await user.click(screen.getByRole('button', { name: 'Bjud in' }));
  expect((await screen.findByLabelText<HTMLInputElement>('Länk till Olle')).value).toBe(link);

  await user.type(screen.getByLabelText('Vem?'), 'Petra');
  await user.click(screen.getByLabelText('Produktionsledning'));
  await user.type(screen.getByLabelText(/^E-post/), 'petra@smeden.example');
  await user.click(screen.getByRole('button', { name: 'Bjud in' }));
  await screen.findByText('Petra är inbjuden med mejl till petra@smeden.example.');
  expect(screen.queryByDisplayValue(link)).toBeNull();
  expect(server.sent(contract.inviteRespondent).map(({ body }) => body)).toEqual([
    { label: 'Olle', role: 'operator', part: ['PM1'], language: 'sv' },
    { label: 'Petra', role: 'production', part: ['PM1'], language: 'sv', email: 'petra@smeden.example' },
  ]);
});

test('whoever leads says which role they have, and hears what it is counted as', async () => {
  const user = open();
  await user.selectOptions(screen.getByLabelText('Vilken roll har ni själva?'), 'Kontor och ekonomi');
  await screen.findByText('Era egna svar räknas som: Kontor och ekonomi.');
  expect(server.sent(contract.chooseLeadRole).map(({ body }) => body)).toEqual([{ role: 'office' }]);
});

test('nothing can be changed once the answers are submitted', () => {
  open({ isOpen: false, respondents: [lars({ state: 'done', canBeReminded: false })] });
  screen.getByText('Svaren är inskickade. Ingen kan bjudas in eller svara längre.');
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test('who has not come in is given a new link, after it is said that the one before ends', async () => {
  const user = open({ respondents: [lars({ email: null, state: 'invited', canBeRenewed: true })] });
  await user.click(screen.getByRole('button', { name: 'Ny länk till Lars' }));
  screen.getByText('Länken som Lars fick förut öppnar inget mer.');
  await user.click(screen.getByRole('button', { name: 'Skapa en ny länk' }));
  await screen.findByText('Lars har en ny länk.');
  expect(screen.getByLabelText<HTMLInputElement>('Länk till Lars').value).toBe(link);
  expect(screen.queryByRole('button', { name: 'Ny länk till Lars' })).toBeNull();
});

test('a link for several lets in as many as are chosen, and stands ready to be printed', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => {});
  const user = open();
  await user.selectOptions(screen.getByLabelText('Hur många får komma in med den?'), '10 personer');
  await user.click(screen.getByRole('button', { name: 'Skapa en länk' }));
  await screen.findByText('Länken är klar. Skriv ut affischen eller kopiera länken.');
  expect(server.sent(contract.createRespondentLink).map(({ body }) => body)).toEqual([
    { mostRespondents: 10, language: 'sv' },
  ]);
  expect(screen.getByLabelText<HTMLInputElement>('Länk för alla').value).toBe(link);
  await user.click(screen.getByRole('button', { name: 'Skriv ut affischen' }));
  expect(print).toHaveBeenCalledOnce();
  screen.getByRole('heading', { name: 'Hur jobbar vi på Smedjan AB?' });
  screen.getByText('Svara senast 20 december 2026.');
  cleanup();

  // As long as the page is not loaded anew its secret is known.
  open({ links: [wallLink({ respondentLinkId: made })] });
  expect(screen.getByLabelText<HTMLInputElement>('Länk för alla').value).toBe(link);
});

test('where the secret is gone a new poster closes the old one, after a warning', async () => {
  const user = open({ links: [wallLink()] });
  screen.getByText(/Rutan på den går inte att visa här igen/);
  expect(screen.queryByRole('button', { name: 'Skriv ut affischen' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Ny affisch' }));
  screen.getByText('Affischen som sitter uppe, och varje kopia av länken, släpper inte in fler.');
  expect(server.requests).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Stäng den gamla och gör en ny' }));
  await screen.findByLabelText('Länk för alla');
  expect(server.requests.map(({ name }) => name)).toEqual(['takeRespondentLinkBack', 'createRespondentLink']);
});

test('who came by the link is told from others of the same role by a number, in what is done about them, too', async () => {
  const byLink = (respondentId: string, role: 'operator' | 'office') =>
    lars({ respondentId, role, label: null, email: null, cameByLink: true, canBeReminded: false });
  open({
    respondents: [
      byLink('6b671a64-40d5-491e-99b0-da01ff1f3346', 'operator'),
      byLink('7b671a64-40d5-491e-99b0-da01ff1f3347', 'office'),
      byLink('8b671a64-40d5-491e-99b0-da01ff1f3348', 'operator'),
    ],
  });
  expect(screen.getAllByRole('heading', { level: 3, name: /Kom via länken/ }).map((each) => each.textContent)).toEqual([
    'Kom via länken: Operatör eller lagledare, nummer 1',
    'Kom via länken: Kontor och ekonomi',
    'Kom via länken: Operatör eller lagledare, nummer 2',
  ]);
  screen.getByRole('button', {
    name: 'Återkalla inbjudan till Kom via länken: Operatör eller lagledare, nummer 2',
  });
});

test('a link by which as many have come in as may is said to be full', () => {
  open({ links: [wallLink({ opened: 20 })] });
  screen.getByText('Länken är full och släpper inte in fler. Ska fler svara, gör en ny.');
  expect(screen.queryByText(/Affischen på väggen fungerar/)).toBeNull();
});

test('with no area left the focus goes to the areas, which say what is missing', async () => {
  const user = open();
  await user.click(screen.getByRole('button', { name: 'Ändra vad Lars får frågor om' }));
  const dialog = within(screen.getByRole('dialog'));
  for (const box of dialog.getAllByRole('checkbox', { checked: true })) await user.click(box);
  await user.click(dialog.getByRole('button', { name: 'Spara' }));
  dialog.getByText('Välj minst ett område.');
  await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('checkbox'));
});

test('whoever has begun by a link that was handed over is invited anew in their language, after it is said what that costs', async () => {
  const user = open({ respondents: [lars({ email: null, canBeReminded: false, language: 'en' })] });
  card('Lars').getByText(/Om Lars har tappat bort den enheten eller webbläsaren/);
  await user.click(screen.getByRole('button', { name: 'Bjud in Lars på nytt' }));
  screen.getByText(/Det Lars har svarat hittills räknas inte längre/);
  screen.getByText(/visas för ingen annan än Lars/);
  expect(server.requests).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Återkalla inbjudan och skapa en ny länk' }));

  await screen.findByText('Lars har en ny länk.');
  expect(screen.getByLabelText<HTMLInputElement>('Länk till Lars').value).toBe(link);
  expect(server.requests.map(({ name }) => name)).toEqual(['takeRespondentBack', 'inviteRespondent']);
  expect(server.sent(contract.inviteRespondent).map(({ body }) => body)).toEqual([
    { label: 'Lars', role: 'operator', part: ['PM1'], language: 'en' },
  ]);
});

test.each([
  ['who was invited by mail', {}],
  ['who came by the wall', { email: null, label: null, cameByLink: true }],
  ['who is done', { email: null, state: 'done' as const }],
  ['who has not come in', { email: null, state: 'invited' as const, canBeRenewed: true }],
])('nobody is invited anew %s', (_, changes) => {
  open({ respondents: [lars(changes)] });
  expect(screen.queryByRole('button', { name: /på nytt/ })).toBeNull();
});

test('where inviting anew stops half way the list says how far it came, and a second press does the rest', async () => {
  server.refused.set(contract.inviteRespondent.name, 'internal-error');
  const user = open({ respondents: [lars({ email: null, canBeReminded: false })] });
  await user.click(screen.getByRole('button', { name: 'Bjud in Lars på nytt' }));
  await user.click(screen.getByRole('button', { name: 'Återkalla inbjudan och skapa en ny länk' }));
  await waitFor(() => expect(server.sent(contract.listRespondents)).toHaveLength(1));
  server.refused.clear();
  await user.click(screen.getByRole('button', { name: 'Återkalla inbjudan och skapa en ny länk' }));
  await screen.findByText('Lars har en ny länk.');
});

describe('those who were asked the last time', () => {
  const olle = lars({
    respondentId: '9b671a64-40d5-491e-99b0-da01ff1f3349',
    label: 'Olle',
    email: 'olle@smeden.example',
    part: ['D1', 'PM9'],
    state: 'done',
  });

  test('fill in the form when they are chosen, which sends nothing before the press that invites', async () => {
    const user = open({ respondents: [] }, [olle]);
    await user.click(screen.getByRole('button', { name: 'Fyll i Olle' }));

    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Vem?')));
    expect(screen.getByLabelText<HTMLInputElement>('Vem?').value).toBe('Olle');
    expect(server.requests).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Bjud in' }));
    await screen.findByText('Olle är inbjuden med mejl till olle@smeden.example.');
    expect(server.sent(contract.inviteRespondent).map(({ body }) => body)).toEqual([
      { label: 'Olle', role: 'operator', part: ['D1'], language: 'sv', email: 'olle@smeden.example' },
    ]);
    expect(screen.queryByRole('button', { name: 'Fyll i Olle' })).toBeNull();
    screen.getByText('Tillfrågad nu');
  });

  test('are invited by a link where the site cannot mail, and asked what concerns the role where nothing else is left', async () => {
    const user = open({ respondents: [], canMail: false }, [{ ...olle, part: ['PM9'] }]);
    expect(screen.queryByText(/olle@smeden/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Fyll i Olle' }));
    await user.click(screen.getByRole('button', { name: 'Bjud in' }));
    await screen.findByLabelText('Länk till Olle');
    expect(server.sent(contract.inviteRespondent).map(({ body }) => body)).toEqual([
      { label: 'Olle', role: 'operator', part: ['PM1'], language: 'sv' },
    ]);
  });

  test('are not offered again while they are asked', () => {
    open({}, [lars(), olle]);
    expect(screen.getAllByRole('button', { name: /^Fyll i/ })).toHaveLength(1);
  });

  test('are not spoken of where nobody was', () => {
    open();
    expect(screen.queryByText('Fråga samma som förra gången')).toBeNull();
  });
});

test('a new link that cannot be is refused with the list as it is by now', async () => {
  server.refused.set(contract.renewRespondent.name, 'respondent-not-to-renew');
  const user = open({ respondents: [lars({ state: 'invited', answered: 0, email: null, canBeRenewed: true })] });
  await user.click(screen.getByRole('button', { name: 'Ny länk till Lars' }));
  await user.click(screen.getByRole('button', { name: 'Skapa en ny länk' }));
  await waitFor(() => expect(server.sent(contract.listRespondents)).toHaveLength(1));
  await waitFor(() => expect(screen.queryByText('Har inte börjat')).toBeNull());
});

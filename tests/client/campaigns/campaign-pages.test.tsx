import { i18n } from '@lingui/core';
import { act, cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OwnFirm } from '#client/src/features/campaigns/api.ts';
import { newForm } from '#client/src/features/campaigns/campaign-content.ts';
import { CampaignFormPage } from '#client/src/features/campaigns/campaign-form-page.tsx';
import { CampaignPage } from '#client/src/features/campaigns/campaign-page.tsx';
import { CampaignsPage } from '#client/src/features/campaigns/campaigns-page.tsx';
import { FileHelp } from '#client/src/features/campaigns/file-help.tsx';
import { InvitationPage } from '#client/src/features/campaigns/invitation-page.tsx';
import { messages as english } from '#client/src/features/campaigns/locales/en.po';
import { messages } from '#client/src/features/campaigns/locales/sv.po';
import * as invitations from '#shared/contracts/campaign-invitations.ts';
import * as contract from '#shared/contracts/campaigns.ts';
import { firmSchema } from '#shared/contracts/firms.ts';
import { firmIdSchema } from '#shared/contracts/identifiers.ts';
import type { FirmProfileOptions } from '#shared/contracts/site.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { show } from '../ui/show.tsx';
import { invitationOf } from './invitation-fixture.ts';

const organisationId = '018f0000-0000-7000-8000-000000000001';
const campaignId = '018f0000-0000-7000-8000-000000000002';
const inviteeId = '018f0000-0000-7000-8000-000000000003';
const responseId = '018f0000-0000-7000-8000-000000000004';
const key = 'k'.repeat(43);
const place = { organisationId, campaignId };
const name = { sv: 'Nulägesmätning', en: 'Where we stand' };

type Body = Parameters<typeof contract.campaignSchema.parse>[0];

const campaign = (changes: object = {}) =>
  contract.campaignSchema.parse({
    campaignId,
    organiser: 'provider',
    isSimulated: false,
    revision: 3,
    state: 'open',
    name,
    message: { sv: 'Hej', en: 'Hello' },
    formCode: 'snabbkoll',
    instrumentVersionId: null,
    versionNumber: 1,
    versionPublishedOn: '2039-03-01',
    opensOn: '2040-01-02',
    closesOn: '2040-01-20',
    graceDays: 3,
    reminderDays: ['2040-01-10'],
    lastDay: '2040-01-23',
    openedAt: '2040-01-02T08:00:00.000Z',
    endedAt: null,
    invitesFrom: '2040-01-05T08:00:00.000Z',
    firms: 4,
    invited: 4,
    begun: 2,
    finished: 1,
    bounced: 0,
    undelivered: 0,
    optedOut: 0,
    toInvite: 0,
    // No table, and so no picture, which needs a browser to be drawn.
    rates: { county: [], branch: [], sizeClass: [] },
    foreseen: [{ day: '2040-01-10', firms: 3 }],
    countedAt: '2040-01-05T08:00:00.000Z',
    ...changes,
  } satisfies Body & object);

const firm = (state: contract.InviteeState) => ({
  inviteeId,
  state,
  firmName: 'Bruket AB',
  email: 'kim@bruket.example',
  organisationNumber: null,
  municipality: null,
  branch: null,
  sizeClass: null,
  language: 'sv' as const,
  invitedAt: '2040-01-02T08:00:00.000Z',
  remindedAt: null,
  begunOn: null,
  finishedOn: null,
  mayBeTakenOut: true,
});

const forms = [
  { code: 'snabbkoll', name: { sv: 'Snabbkoll', en: 'Quick check' }, about: name, minutes: 20, scoredItems: 42 },
];
/** The second asks nothing of processes any more. */
const versions = [2, 1].map((versionNumber) => ({
  instrumentVersionId:
    `018f0000-0000-7000-8000-00000000000${versionNumber}` as contract.CampaignVersion['instrumentVersionId'],
  versionNumber,
  publishedOn: `2039-0${versionNumber}-01`,
  forms: [
    { code: 'snabbkoll', name: { sv: 'Snabbkoll', en: 'Quick check' }, minutes: 20 * versionNumber },
    ...(versionNumber === 1 ? [{ code: 'process', name: { sv: 'Process', en: 'Process' }, minutes: 9 }] : []),
  ],
}));
const options = {
  municipalities: [],
  counties: [{ code: '17', name: { sv: 'Värmland', en: 'Värmland' } }],
  branches: [],
  sizeClasses: [],
  chainRoles: [],
} as unknown as FirmProfileOptions;

beforeEach(() => i18n.load({ sv: messages, en: english }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the list of campaigns', () => {
  const hrefs = { newCampaign: '/ny', campaign: () => '/en' };

  test('says that there is none, and how one is made', () => {
    show(<CampaignsPage organiser="provider" campaigns={[]} count={0} hrefs={hrefs} />);
    screen.getByText('Det finns ingen kampanj än');
    screen.getByRole('link', { name: 'Gör en kampanj' });
  });

  test('shows how each stands and how many have answered', () => {
    const { state, formCode, opensOn, closesOn, firms, invited, begun, finished } = campaign();
    const own = { campaignId: campaign().campaignId, isSimulated: true, name, state, formCode, opensOn, closesOn };
    const campaigns = [{ ...own, firms, invited, begun, finished }];
    show(<CampaignsPage organiser="provider" campaigns={campaigns} count={201} hrefs={hrefs} />);
    screen.getByText('De 1 nyaste av 201 visas.');
    const row = screen.getByRole('row', { name: /Nulägesmätning/ });
    within(row).getByText('Öppen');
    within(row).getByText(/[Ss]imulera/);
    expect(row.textContent).toMatch(/25\s%/);
  });
});

describe('the form of a campaign', () => {
  test('says what is missing and which days do not fit, and sends nothing then', async () => {
    const server = new FakeEndpoints([]);
    const onSave = vi.fn(async () => undefined);
    const initial = { ...newForm('2040-01-01', 'snabbkoll'), closesOn: '2039-12-01' };
    show(<CampaignFormPage {...{ organisationId, initial, versions, onSave }} isOpened={false} backHref="/" />);
    await userEvent.click(screen.getByRole('button', { name: 'Spara och gå vidare' }));
    const summary = screen.getByRole('alert');
    within(summary).getByText('Ge kampanjen ett namn på svenska.');
    within(summary).getByText('Ge kampanjen ett namn på engelska.');
    within(summary).getByText('Sista dagen kommer före den första.');
    expect(onSave).not.toHaveBeenCalled();
    expect(server.requests).toEqual([]);
  });

  test('marks each reminder that does not fit, and no other', async () => {
    new FakeEndpoints([]);
    const given = { ...newForm('2040-01-01', 'snabbkoll'), opensOn: '2040-01-02', closesOn: '2040-01-20' };
    const words = { nameSv: 'Läget', nameEn: 'Where' };
    const faultsWith = async (reminders: readonly string[]) => {
      const initial = { ...given, ...words, reminders };
      const onSave = async () => undefined;
      show(<CampaignFormPage {...{ organisationId, initial, versions, onSave }} isOpened={false} backHref="/" />);
      await userEvent.click(screen.getByRole('button', { name: 'Spara och gå vidare' }));
      const marked = [1, 2, 3].filter(
        (number) => screen.getByLabelText(new RegExp(`^Påminnelse ${number}`)).getAttribute('aria-invalid') === 'true',
      );
      cleanup();
      return marked;
    };
    vi.useFakeTimers({ shouldAdvanceTime: true, now: new Date('2040-01-01T12:00:00.000Z') });
    expect(await faultsWith(['2040-01-10', '2040-01-25', '2040-01-02'])).toEqual([2, 3]);
    expect(await faultsWith(['2040-01-10', '2040-01-12', '2040-01-10'])).toEqual([3]);
    expect(await faultsWith(['2040-01-25', '', '2040-01-10'])).toEqual([1]);
  });

  test('is in the newest version or in one that has the form, and shows the minutes of that', async () => {
    const server = new FakeEndpoints([
      answering(contract.previewCampaignMails, () => {
        const mail = { sender: { name: 'Måttstock', address: null }, subject: 'Hej', parts: [], footer: '', plain: '' };
        return { invitation: { sv: mail, en: mail }, reminder: { sv: mail, en: mail } };
      }),
    ]);
    const onSave = vi.fn(async () => undefined);
    const initial = {
      ...newForm(new Date().toISOString().slice(0, 10), 'snabbkoll'),
      nameSv: 'Läget',
      nameEn: 'Where',
    };
    show(<CampaignFormPage {...{ organisationId, initial, versions, onSave }} isOpened={false} backHref="/" />);
    const version = screen.getByLabelText(/^Version/);
    expect(
      within(version)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Den nyaste (nu version 2)',
      'Version 2, publicerad 1 februari 2039',
      'Version 1, publicerad 1 januari 2039',
    ]);
    screen.getByRole('option', { name: 'Snabbkoll, ungefär 40 minuter' });
    await userEvent.selectOptions(version, 'Version 1, publicerad 1 januari 2039');
    screen.getByRole('option', { name: 'Snabbkoll, ungefär 20 minuter' });
    await userEvent.click(screen.getByRole('button', { name: 'Visa mejlen' }));
    expect(server.sent(contract.previewCampaignMails)).toMatchObject([
      { body: { instrumentVersionId: versions[1]?.instrumentVersionId } },
    ]);
    // Only the first has this one.
    await userEvent.selectOptions(version, 'Den nyaste (nu version 2)');
    await userEvent.selectOptions(screen.getByLabelText(/^Formulär/), 'Process, ungefär 9 minuter');
    expect(within(version).getAllByRole('option')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Spara och gå vidare' }));
    expect(onSave).toHaveBeenCalledWith(
      expect.objectContaining({ formCode: 'process', instrumentVersionId: versions[1]?.instrumentVersionId }),
    );
  });

  test('of one that is open has the days alone', () => {
    const initial = newForm('2040-01-01', 'snabbkoll');
    show(
      <CampaignFormPage
        {...{ organisationId, initial, versions }}
        isOpened
        backHref="/"
        onSave={async () => undefined}
      />,
    );
    expect(screen.queryByLabelText('Namn, på svenska')).toBeNull();
    screen.getByLabelText(/^Sista dagen/);
  });
});

describe('the page of a campaign', () => {
  const loaded = (changes: object = {}) => ({
    place,
    campaign: campaign(changes),
    invitees: {
      firms: [contract.listInvitees.responses[200].parse({ firms: [firm('invited')], count: 1 }).firms].flat(),
      count: 1,
    },
    options,
  });
  const hrefs = { campaigns: '/kampanjer', change: '/andra' };
  const open = (changes: object = {}) =>
    show(<CampaignPage loaded={loaded(changes)} forms={forms} hrefs={hrefs} onRemoved={async () => undefined} />);

  test('follows along while firms may answer, firms and numbers alike', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const server = new FakeEndpoints([
      answering(contract.getCampaign, () => campaign({ finished: 2 })),
      answering(contract.listInvitees, () => ({ firms: [firm('finished')], count: 1 })),
    ]);
    open();
    screen.getByRole('row', { name: /Bruket AB.*Inbjudet/ });
    await act(() => vi.advanceTimersByTimeAsync(5000));
    await screen.findByRole('row', { name: /Bruket AB.*Klara/ });
    expect(server.sent(contract.getCampaign)).toHaveLength(1);
  });

  const listed = (state: contract.InviteeState) =>
    answering(contract.listInvitees, () => ({ firms: [firm(state)], count: 1 }));
  const withFirm = (state: contract.InviteeState, changes: object = {}) => {
    const [one] = contract.listInvitees.responses[200].parse({ firms: [firm(state)], count: 1 }).firms;
    const all = { ...loaded(changes), invitees: { firms: one === undefined ? [] : [one], count: 1 } };
    return show(<CampaignPage loaded={all} forms={forms} hrefs={hrefs} onRemoved={async () => undefined} />);
  };

  test('sends what did not get through again, to one or to all, and says to how many', async () => {
    const asked = [1, 0];
    const server = new FakeEndpoints([
      answering(contract.resendInvitations, () => ({ asked: asked.shift() ?? 0 })),
      answering(contract.getCampaign, () => campaign({ undelivered: 2 })),
      listed('undelivered'),
    ]);
    withFirm('undelivered', { undelivered: 2 });
    await userEvent.click(screen.getByRole('button', { name: 'Skicka igen till Bruket AB' }));
    await screen.findByText('Inbjudan är på väg till 1 företag igen. På natten väntar den till kl. 7.');
    await userEvent.click(screen.getByRole('button', { name: 'Skicka igen till 2 företag' }));
    await screen.findByText(/^Inget skickades/);
    expect(server.sent(contract.resendInvitations).map(({ body }) => body)).toEqual([{ inviteeId }, {}]);
  });

  test('that is over sends nothing again, and says of whom nobody has written to that they were not invited', () => {
    new FakeEndpoints([]);
    withFirm('waiting', { state: 'closed', undelivered: 2, toInvite: 1, foreseen: [] });
    screen.getByRole('row', { name: /Bruket AB.*Bjöds inte in/ });
    expect(screen.queryByText('Ska bjudas in')).toBeNull();
    expect(screen.queryByRole('button', { name: /Skicka/ })?.textContent).toBe('Skicka ett test till mig');
  });

  test('asks before a firm that has been invited is taken out, and says what becomes of its link', async () => {
    const server = new FakeEndpoints([
      answering(contract.removeInvitee, () => ({ isRemoved: true as const })),
      answering(contract.getCampaign, () => campaign()),
      answering(contract.listInvitees, () => ({ firms: [], count: 0 })),
    ]);
    withFirm('invited');
    await userEvent.click(screen.getByRole('button', { name: 'Ta ut Bruket AB' }));
    const dialog = await screen.findByRole('dialog', { name: 'Ta ut Bruket AB ur kampanjen?' });
    within(dialog).getByText(/Länken i dess mejl öppnar ingenting efter det/);
    expect(server.sent(contract.removeInvitee)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Ta ut' }));
    await screen.findByText('Bruket AB är inte med i kampanjen längre.');
    expect(server.sent(contract.removeInvitee)).toHaveLength(1);
  });

  test('does not go back to what it was before a move, whatever comes in late', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { promise, resolve } = Promise.withResolvers<Response>();
    const server = new FakeEndpoints([
      answering(contract.endCampaign, () => campaign({ state: 'ended', endedAt: '2040-01-05T08:00:00.000Z' })),
      listed('invited'),
    ]);
    open();
    const answer = fetch;
    vi.stubGlobal('fetch', (address: string, init?: RequestInit) =>
      init?.method === 'GET' && address.endsWith(campaignId) ? promise : answer(address, init),
    );
    await act(() => vi.advanceTimersByTimeAsync(5000));
    await userEvent
      .setup({ advanceTimers: vi.advanceTimersByTime })
      .click(screen.getByRole('button', { name: 'Avsluta kampanjen nu' }));
    await userEvent
      .setup({ advanceTimers: vi.advanceTimersByTime })
      .click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Avsluta den' }));
    await screen.findByText(/^Kampanjen är avslutad/);
    await act(async () => resolve(Response.json(campaign())));
    screen.getByText('Avslutad i förtid');
    expect(server.sent(contract.endCampaign)).toHaveLength(1);
  });

  test.each([
    ['draft', {}, /^Ingen har fått något mejl än/],
    ['scheduled', { invitesFrom: '2040-01-06T06:00:00.000Z' }, /går ut 6 januari 2040 från kl\. 07\.00/],
    ['open', { toInvite: 2 }, /^Inbjudningarna går ut nu\. Företagen kan svara till och med 20 januari 2040/],
    [
      'open',
      { toInvite: 2, invitesFrom: '2040-01-06T06:00:00.000Z' },
      /går ut 6 januari 2040 från kl\. 07\.00, eftersom/,
    ],
    ['open', {}, /^Företagen kan svara till och med 20 januari 2040/],
    ['grace', { invitesFrom: null }, /^Sista dagen har gått.*till och med 23 januari 2040/],
    ['closed', { invitesFrom: null }, /^Kampanjen tar inte emot fler svar\. Med en senare sista dag/],
    ['ended', { invitesFrom: null }, /^Kampanjen tar inte emot fler svar och kan inte öppnas igen/],
  ] as const)('says what it means that it is %s', (state, changes, words) => {
    new FakeEndpoints([]);
    open({ state, ...changes });
    screen.getByText(words);
  });

  test('says when invitations go, before it is opened and after', async () => {
    const night = { invitesFrom: '2040-01-06T06:00:00.000Z', toInvite: 4 };
    new FakeEndpoints([
      answering(contract.openCampaign, () => campaign({ state: 'open', ...night })),
      listed('waiting'),
    ]);
    open({ state: 'draft', ...night });
    await userEvent.click(screen.getByRole('button', { name: 'Öppna kampanjen' }));
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByText(/^Inbjudningarna går ut 6 januari 2040 från kl\. 07\.00\./);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Öppna kampanjen' }));
    await screen.findByText('Kampanjen är öppen. Inbjudningarna går ut 6 januari 2040 från kl. 07.00.');
    screen.getByText(/bjuds in med mejl 6 januari 2040 från kl\. 07\.00/);
  });

  test('says of a list without firms whether there is none, or none that is looked for', async () => {
    new FakeEndpoints([answering(contract.listInvitees, () => ({ firms: [], count: 0 }))]);
    const none = { ...loaded({ state: 'draft', firms: 0 }), invitees: { firms: [], count: 0 } };
    show(<CampaignPage loaded={none} forms={forms} hrefs={hrefs} onRemoved={async () => undefined} />);
    screen.getByText('Det finns inget företag i kampanjen än');
    await userEvent.selectOptions(screen.getByLabelText('Visa'), 'Inbjudet');
    await screen.findByText('Inget företag är sådant');
  });

  test('shows its mails where the focus then is', async () => {
    new FakeEndpoints([
      answering(contract.previewCampaignMails, () => {
        const mail = { sender: { name: 'Måttstock', address: null }, subject: 'Hej', parts: [], footer: '', plain: '' };
        return { invitation: { sv: mail, en: mail }, reminder: { sv: mail, en: mail } };
      }),
    ]);
    open();
    await userEvent.click(screen.getByRole('button', { name: 'Visa mejlen' }));
    await screen.findAllByText('Hej');
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Mejlen' }));
  });

  test('says of what the response rate is, and what mail that came back and a no mean', () => {
    new FakeEndpoints([]);
    open({ bounced: 1, optedOut: 1 });
    screen.getByText(/^25\s%, 1 av 4$/);
    screen.getByText(/^Inbjudna är de som ett mejl har nått fram till/);
    screen.getByText(/^Där mejlet kom tillbaka finns ingen sådan adress/);
    screen.getByText(/^Den som har sagt nej får inga fler mejl av er/);
  });

  test('is asked for no more once it has ended', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const server = new FakeEndpoints([]);
    open({ state: 'ended', endedAt: '2040-01-05T08:00:00.000Z', foreseen: [] });
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    expect(server.requests).toEqual([]);
    expect(screen.queryByText(/följer med av sig själva/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Avsluta kampanjen nu' })).toBeNull();
    expect(screen.queryByLabelText(/^Fil med företag/)).toBeNull();
    // The last day is not what it was to be.
    screen.getByText('Avslutades i förtid');
    expect(screen.queryByText('Sista dagen')).toBeNull();
  });

  test('of a region tells how many, and of no firm whether it has begun', () => {
    const { unmount } = open({ organiser: 'region', foreseen: [{ day: '2040-01-10', firms: null }] });
    screen.getByText(/visas aldrig som alla/);
    // Those of today are invited, and not counted yet.
    screen.getByText('Har bjudits in');
    screen.getByText('Företag som räknas');
    screen.getByRole('row', { name: /10 januari 2040.*Färre än fem/ });
    expect(screen.queryByRole('columnheader', { name: 'Klara' })).toBeNull();
    expect(within(screen.getByLabelText('Visa')).queryByRole('option', { name: 'Klara' })).toBeNull();
    // A region has no earlier contacts.
    expect(screen.queryByLabelText(/^Tidigare kontakter/)).toBeNull();
    unmount();
    open({ organiser: 'region', begun: null, finished: null });
    screen.getByText(/visas från dagen efter att minst fem företag bjöds in/);
  });

  test('cannot open a draft without firms, and says what opening one comes to', async () => {
    const server = new FakeEndpoints([answering(contract.openCampaign, () => campaign())]);
    const { unmount } = open({ state: 'draft', firms: 0, openedAt: null });
    expect(screen.getByRole('button', { name: 'Öppna kampanjen' }).getAttribute('aria-disabled')).toBe('true');
    // Nobody to remind.
    expect(screen.queryByRole('heading', { name: 'Påminnelser som är kvar' })).toBeNull();
    unmount();
    open({ state: 'draft', openedAt: null });
    screen.getByRole('heading', { name: 'Påminnelser som är kvar' });
    await userEvent.click(screen.getByRole('button', { name: 'Öppna kampanjen' }));
    const dialog = await screen.findByRole('dialog', { name: 'Bjuda in 4 företag?' });
    within(dialog).getByText(/^Inbjudningarna går ut på en gång/);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Öppna kampanjen' }));
    await screen.findByText('Kampanjen är öppen. Inbjudningarna går ut nu.');
    expect(server.sent(contract.openCampaign)).toMatchObject([{ body: { revision: 3 } }]);
  });
});

describe('what a file of firms may hold', () => {
  test('is told in both languages, with a file to fill in that holds no firm', async () => {
    const saved: Blob[] = [];
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => String(saved.push(blob)) }));
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const told = {
      ...options,
      municipalities: [{ code: '1780', name: 'Karlstad' }],
      branches: [{ code: 'steel-and-metals', name: { sv: 'Stål och metall', en: 'Steel and metals' } }],
    } as unknown as FirmProfileOptions;
    show(<FileHelp options={told} />);
    await userEvent.click(screen.getByText('Ord som filen kan ha, och en fil att fylla i'));
    expect(screen.getByText('Stål och metall').parentElement?.textContent).toBe('Stål och metall / Steel and metals');
    screen.getByText('Värmland: Karlstad');
    await userEvent.click(screen.getByRole('button', { name: 'Ladda ner en fil att fylla i (CSV)' }));
    expect((await saved[0]?.text())?.replace('\uFEFF', '')).toBe(
      'Företag;E-post;Organisationsnummer;Kontaktperson;Språk;Kommun;Bransch;Anställda\r\n',
    );
  });
});

describe('the page of an invitation', () => {
  const hrefs = {
    start: '/start',
    resume: '/resume',
    signIn: '/sign-in',
    signInAndBack: '/sign-in?next=/campaign',
    own: '/firms/1',
    privacy: '/privacy',
    optOut: (code: string) => `/opt-out#${code}`,
    overview: (id: string) => `/responses/${id}/overview`,
    firstItem: (id: string) => `/responses/${id}/items/1`,
  };
  const bruket: OwnFirm = { firmId: firmIdSchema.parse(inviteeId), name: 'Bruket AB', responses: [] };
  const open = (changes: object = {}, address = `/campaign#key=${key}`, firms?: readonly OwnFirm[]) => {
    const server = new FakeEndpoints([
      answering(invitations.readInvitation, () => invitationOf(changes)),
      answering(invitations.resumeCampaignResponse, () => ({ responseId })),
      answering(invitations.startCampaignResponseInFirm, () => ({ responseId })),
    ]);
    const onBegin = vi.fn();
    show(<InvitationPage hrefs={hrefs} firms={firms} onBegin={onBegin} />, 'sv', address);
    return { server, onBegin };
  };
  afterEach(() => localStorage.clear());

  test('offers a firm of one’s own beside beginning without an account, and begins in it', async () => {
    const { server, onBegin } = open({}, undefined, [bruket]);
    await screen.findByRole('button', { name: 'Börja utan konto' });
    expect(screen.queryByText(/Har ert företag ett konto här/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Svara som Bruket AB' }));
    expect(server.sent(invitations.startCampaignResponseInFirm)).toMatchObject([
      { params: { firmId: inviteeId }, body: { key, language: 'sv' } },
    ]);
    expect(onBegin).not.toHaveBeenCalled();
  });

  test('says what becomes of the same form where the firm has it open', async () => {
    const response = { responseId, submittedAt: null, isYours: true, startedAt: '2040-01-03T08:00:00.000Z' } as const;
    const responses = firmSchema.shape.responses.parse([{ ...response, formCode: 'snabbkoll', status: 'open' }]);
    open({}, undefined, [{ ...bruket, responses }]);
    await screen.findByText(/började med samma formulär 3 januari 2040.*besvaras kampanjen i en ny/);
  });

  test('keeps its key in the browser while one signs in, and is back with it, once', async () => {
    open();
    const signIn = await screen.findByRole('link', { name: 'Logga in och svara i det' });
    expect(signIn.getAttribute('href')).not.toContain(key);
    await userEvent.click(signIn);
    cleanup();
    const { server } = open({}, '/campaign', [bruket]);
    await screen.findByRole('button', { name: 'Svara som Bruket AB' });
    expect(server.sent(invitations.readInvitation)).toMatchObject([{ body: { key } }]);
    cleanup();
    open({}, '/campaign', [bruket]);
    screen.getByText(/Länken i ett provmejl öppnar ingenting/);
  });

  test.each([
    [undefined, 'Logga in och fortsätt', '/sign-in'],
    [[bruket], 'Till ert företag', '/firms/1'],
  ])('leads to the firm once it has been begun in an account: %j', async (firms, name, href) => {
    open({ progress: 'in-account' }, undefined, firms);
    expect((await screen.findByRole('link', { name })).getAttribute('href')).toBe(href);
    expect(screen.queryByRole('button', { name: 'Svara som Bruket AB' })).toBeNull();
  });

  test('says who invites and what they see, and begins when it is asked to', async () => {
    const { server, onBegin } = open();
    await screen.findByRole('heading', { name: 'Vad Compare ser' });
    screen.getByText(/Inte vad ni svarar och inte ert resultat/);
    expect(server.requests.map(({ name: of }) => of)).toEqual(['readInvitation']);
    await userEvent.click(screen.getByRole('button', { name: 'Börja' }));
    expect(onBegin).toHaveBeenCalledWith(key, expect.objectContaining({ firmName: 'Bruket AB' }));
  });

  test('of a region says that it sees how many, and not which', async () => {
    open({ organiserKind: 'region', organiserName: { sv: 'Region Värmland', en: 'Region Värmland' } });
    await screen.findByRole('heading', { name: 'Vad Region Värmland ser' });
    screen.getByText(/Hur många företag som har börjat och som är klara, men inte vilka/);
  });

  test('goes on with what was begun', async () => {
    const { server } = open({ progress: 'begun' });
    await userEvent.click(await screen.findByRole('button', { name: 'Fortsätt där ni var' }));
    expect(server.sent(invitations.resumeCampaignResponse)).toMatchObject([{ body: { key } }]);
  });

  test('is read anew when what was begun cannot be gone on with any more', async () => {
    let isSubmitted = false;
    new FakeEndpoints([
      answering(invitations.readInvitation, () => invitationOf({ progress: isSubmitted ? 'finished' : 'begun' })),
      answering(invitations.resumeCampaignResponse, () => {
        isSubmitted = true;
        throw new Refusal('not-found');
      }),
    ]);
    show(<InvitationPage hrefs={hrefs} firms={undefined} onBegin={() => undefined} />, 'sv', `/campaign#key=${key}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Fortsätt där ni var' }));
    await screen.findByText(/^Ni är klara\./);
    screen.getByText(/Något har ändrats medan sidan var öppen/);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('says that what was begun is gone, and begins anew; after the end it does not', async () => {
    const { onBegin } = open({ progress: 'gone' });
    await screen.findByText('Det ni hade börjat på finns inte kvar');
    screen.getByText(/raderas när ingen har fortsatt på länge/);
    expect(screen.queryByRole('button', { name: 'Fortsätt där ni var' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Börja' }));
    expect(onBegin).toHaveBeenCalledOnce();
    cleanup();

    open({ progress: 'gone', state: 'ended' });
    await screen.findByText('Det ni hade börjat på finns inte kvar');
    expect(screen.queryByText(/börja på nytt/)).toBeNull();
    screen.getByRole('link', { name: 'Svara för egen del' });
  });

  test.each([
    [{ progress: 'finished' }, /^Ni är klara\./],
    [{ state: 'ended' }, /Kampanjen tar inte emot fler svar/],
    [{ state: 'grace' }, /Svar tas ändå emot till och med 23 januari 2040/],
  ])('says where it stands: %j', async (changes, words) => {
    open(changes);
    await screen.findByText(words);
    expect(screen.queryByRole('button', { name: 'Börja' }) === null).toBe(
      !('state' in changes && changes.state === 'grace'),
    );
  });

  test('leads nowhere from a test mail, or by a key that opens nothing', async () => {
    const { server } = open({}, '/campaign');
    screen.getByText(/Länken i ett provmejl öppnar ingenting/);
    expect(server.requests).toEqual([]);
  });

  test('says of a key that is cut short that it may be, and nothing of test mail', () => {
    const { server } = open({}, `/campaign#key=${key.slice(0, 20)}`);
    screen.getByText(/Den kan vara avkortad/);
    expect(screen.queryByText(/provmejl/)).toBeNull();
    expect(server.requests).toEqual([]);
  });

  test('of a campaign that was ended says no last day', async () => {
    open({ state: 'ended' });
    await screen.findByText(/Kampanjen tar inte emot fler svar/);
    expect(screen.queryByText('Sista dagen')).toBeNull();
  });

  test('says of a link that opens nothing that one may answer all the same', async () => {
    new FakeEndpoints([
      answering(invitations.readInvitation, () => {
        throw new Refusal('not-found');
      }),
    ]);
    show(<InvitationPage hrefs={hrefs} firms={undefined} onBegin={() => undefined} />, 'sv', `/campaign#key=${key}`);
    await screen.findByText(/Ni kan också svara utan inbjudan/);
  });
});

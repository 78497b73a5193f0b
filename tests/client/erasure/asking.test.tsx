import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import * as contract from '#shared/contracts/erasure.ts';
import { decisionOf, firmId, requestOf } from './erasure-fixture.ts';
import { FakeErasureSite } from './fake-erasure-site.ts';
import { confirm, openErasure, press } from './open-erasure.tsx';

const openOwn = (site?: FakeErasureSite) => openErasure(paths.accountErasure(), site);
const openFirm = (site?: FakeErasureSite) => openErasure(paths.firmErasure(firmId), site);
const ask = 'Begär att kontot raderas';
const askForFirm = 'Begär att företagets uppgifter raderas';

describe('the page on erasing an account', () => {
  test('says what goes, what stays and why, before anything can be asked for', async () => {
    await openOwn();

    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings.slice(0, 2)).toEqual(['Det här raderas', 'Det här raderas inte, och varför']);
    expect(screen.getByText(/får inte gallras innan de har beslutat om det/)).toBeDefined();
    expect(screen.getByText('Ni har inte begärt något')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Smedjan AB' }).getAttribute('href')).toBe(paths.firmErasure(firmId));
  });

  test('asks after a question that promises nothing, and tells by when there is an answer', async () => {
    const { site } = await openOwn();

    await press(ask);
    expect(within(screen.getByRole('dialog')).getByText(/Inget raderas innan någon har beslutat/)).toBeDefined();
    expect(site.server.sent(contract.askForErasure)).toEqual([]);
    await confirm('Skicka begäran');

    expect((await screen.findByText(/Begäran har kommit in/)).closest('[role=status]')).toBe(document.activeElement);
    expect(screen.getByText(/Ni får beslutet senast 3 mars 2026/)).toBeDefined();
    expect(screen.queryByRole('button', { name: ask })).toBeNull();
  });

  test('takes a request back as long as nobody has decided', async () => {
    const { site } = await openOwn();
    await press(ask);
    await confirm('Skicka begäran');

    await press('Ta tillbaka begäran');

    expect(await screen.findByText('Begäran är återtagen. Inget raderas.')).toBeDefined();
    expect(site.server.sent(contract.withdrawErasure)).toHaveLength(1);
    expect(screen.getByRole('button', { name: ask })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Ta tillbaka begäran' })).toBeNull();
  });

  test('has the person show who it is where the server wants it, and then goes on', async () => {
    const site = new FakeErasureSite();
    site.isFresh = false;
    await openOwn(site);

    await press(ask);
    await confirm('Skicka begäran');
    const proof = within(await screen.findByRole('dialog', { name: 'Visa en gång till att det är ni' }));
    await userEvent.type(proof.getByRole('textbox'), '123456');
    await userEvent.click(proof.getAllByRole('button')[0] as HTMLElement);

    expect(await screen.findByText(/Begäran har kommit in/)).toBeDefined();
    expect(site.server.sent(contract.askForErasure)).toHaveLength(2);
  });

  test('stays with the reason when the request could not be sent', async () => {
    const site = new FakeErasureSite();
    site.server.refused.set('askForErasure', 'service-unavailable');
    await openOwn(site);

    await press(ask);
    await confirm('Skicka begäran');

    expect((await screen.findByRole('alert')).textContent).toContain('Tjänsten kan inte svara just nu');
    expect(screen.getByRole('dialog')).toBeDefined();
  });

  test('tells what stands in the way, and lets one ask all the same', async () => {
    const site = new FakeErasureSite();
    site.own = {
      requests: [],
      obstacles: [
        { obstacle: 'last-owner', firmId: site.firm.firmId, firmName: 'Smedjan AB' },
        { obstacle: 'last-administrator', firmId: null, firmName: null },
      ],
    };
    await openOwn(site);

    expect(screen.getByText(/Ni är ensam ansvarig för Smedjan AB\. Gör först någon av de andra där/)).toBeDefined();
    const way = screen.getByRole('link', { name: 'Ändra roll för någon där' });
    expect(way.getAttribute('href')).toBe(paths.firmMembers(site.firm.firmId));
    expect(screen.getByText(/Ni är den sista administratören/)).toBeDefined();
    expect(screen.getByRole('button', { name: ask })).toBeDefined();
  });

  test.each([
    ['granted', 'Radera allt som begärdes', 'Kontot raderas och är inte längre kopplat till något svar.'],
    ['partly-granted', 'Radera en del, bevara resten', /nu utan namn, bevaras/],
    ['refused', 'Bevara allt', 'Inget raderas.'],
  ] as const)('shows a decision that is %s with its ground and reasons', async (kind, words, effect) => {
    const site = new FakeErasureSite();
    const request = requestOf(1, { status: 'decided', decision: decisionOf(kind) });
    site.own = { obstacles: [], requests: [{ ...request, firmId: null }] };
    await openOwn(site);

    expect(screen.getByText(words)).toBeDefined();
    expect(screen.getByText(effect)).toBeDefined();
    expect(
      screen.getByText(kind === 'granted' ? /behövs inte längre/ : /inte får gallras utan gallringsbeslut/),
    ).toBeDefined();
    expect(screen.getByText('Så här har vi resonerat.')).toBeDefined();
    expect(screen.queryByRole('button', { name: ask }) !== null).toBe(kind === 'refused');
  });

  test('shows what was asked for on behalf of firms, also one that is gone', async () => {
    const site = new FakeErasureSite();
    const gone = requestOf(2, {
      scope: 'firm',
      status: 'carried-out',
      decision: decisionOf('granted'),
      carriedOutAt: '2026-02-05T10:00:00.000Z',
    });
    site.own = { obstacles: [], requests: [{ ...gone, firmId: null }] };
    await openOwn(site);

    expect(screen.getByRole('heading', { name: 'Det ni har begärt för företag' })).toBeDefined();
    expect(screen.getByText('Genomfört 5 februari 2026.')).toBeDefined();
  });
});

describe('the page on erasing a firm', () => {
  test('says first that sharing can be stopped without it, and what may have to stay', async () => {
    await openFirm();

    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings).toEqual([
      'Om det räcker att ingen ser det',
      'Det här raderas',
      'Om något måste finnas kvar',
      'Det här raderas inte i något fall',
      'Företagets begäran',
    ]);
    expect(screen.getByRole('link', { name: 'Vem ser oss' }).getAttribute('href')).toBe(paths.firmAccess(firmId));
  });

  test('asks for the firm after a question, and withdraws that', async () => {
    const { site } = await openFirm();

    await press(askForFirm);
    expect(within(screen.getByRole('dialog')).getByText(/Det rör alla i företaget/)).toBeDefined();
    await confirm('Skicka begäran');
    expect(await screen.findByText(/Begäran har kommit in/)).toBeDefined();
    await press('Ta tillbaka begäran');

    expect(await screen.findByText('Begäran är återtagen. Inget raderas.')).toBeDefined();
    expect(site.server.sent(contract.askForFirmErasure)).toMatchObject([{ params: { firmId } }]);
    expect(site.server.sent(contract.withdrawFirmErasure)).toMatchObject([{ params: { firmId } }]);
  });

  test('says why a request is not withdrawn that has been decided meanwhile', async () => {
    const site = new FakeErasureSite();
    site.firm = { ...site.firm, requests: [requestOf(8, { scope: 'firm' })] };
    site.server.refused.set('withdrawFirmErasure', 'already-decided');
    await openFirm(site);

    await press('Ta tillbaka begäran');

    expect((await screen.findByRole('alert')).textContent).toContain('har avgjorts eller tagits tillbaka under tiden');
  });

  test('is not there for those who are not responsible for the firm', async () => {
    const site = new FakeErasureSite();
    site.server.refused.set('getFirmErasure', 'not-found');
    await openFirm(site);

    expect(screen.queryByRole('button', { name: askForFirm })).toBeNull();
  });
});

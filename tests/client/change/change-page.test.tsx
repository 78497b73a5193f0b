import { i18n } from '@lingui/core';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ChangePage } from '#client/src/features/change/change-page.tsx';
import { messages as swedish } from '#client/src/features/change/locales/sv.po';
import { getChange, type OwnChange, saveThenLevel } from '#shared/contracts/change.ts';
import { answering, FakeEndpoints } from '../fake-endpoints.ts';
import { show } from '../ui/show.tsx';
import { areaOf, changeOf, earlierId, nowId, olderId, ownChange, roundOf } from './change-fixture.ts';

afterEach(() => vi.unstubAllGlobals());

const chosen = vi.fn<(since: string) => void>();

function open(loaded: OwnChange) {
  i18n.load('sv', swedish);
  return show(
    <ChangePage
      loaded={loaded}
      hrefs={{ result: '/result', claim: '/claim', firm: (firmId) => `/firms/${firmId}` }}
      formName={() => 'Snabbkoll'}
      onChoose={chosen}
    />,
  );
}

const section = (name: string) => within(screen.getByRole('region', { name }));
const rows = (table: string) =>
  within(screen.getByRole('region', { name: table }))
    .getAllByRole('row')
    .map((row) => row.textContent);

describe('two rounds', () => {
  test('are told of in sentences first: what surely has changed, what is a sign only, and what cannot be told', async () => {
    open(ownChange());

    expect(await screen.findByRole('heading', { level: 1, name: '1 område har stigit, med säkerhet' })).toBeDefined();
    expect(
      section('Vad som går att säga')
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'Har stigit, också med hänsyn till att 3 områden jämförs på en gång: Teknik.',
      'Tecken på att ha sjunkit: Säkerhet.',
      'När 3 områden jämförs på en gång får slumpen ensam ungefär ett av tjugo att se ut som förändrat. Ett tecken är mer än mätfelet för sitt område för sig, men håller inte med hänsyn till det.',
      '1 område går inte att skilja från mätfel: det är inte detsamma som oförändrat.',
    ]);
  });

  test('are never said to be unchanged, and a lone change is said to be a sign only', async () => {
    open(ownChange({ change: changeOf([areaOf('D2', 'Teknik', [1, 2]), areaOf('D9', 'Säkerhet', [1, 1])]) }));

    expect(await screen.findByText(/slumpen ensam ungefär ett av tjugo/)).toBeDefined();
    expect(screen.getByRole('heading', { level: 1, name: 'Inget område har med säkerhet ändrats' })).toBeDefined();
    open(ownChange({ change: changeOf([areaOf('D9', 'Säkerhet', [1, 1])]) }));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Ingen förändring går att skilja från mätfel' }),
    ).toBeDefined();
  });

  test('stand in a table with what error leaves, and what is not compared beside it', async () => {
    open(ownChange());
    await screen.findByText('Förändringen som tabell');

    expect(rows('Förändring, område för område')).toEqual([
      'OmrådeDåNuSkillnadMätfel kan geVad som går att sägaFrågor det bygger på',
      'Teknik1,03,0+2,00,80Har stigit mer än mätfelet4',
      'Säkerhet2,01,1−0,90,80Tecken på att ha sjunkit, inte säkert när alla områden jämförs4',
      'Ledning1,01,5+0,50,80Går inte att skilja från mätfel4',
    ]);
    expect(screen.getByText('Cirkulärt: För få frågor betyder detsamma i båda omgångarna')).toBeDefined();
  });

  test('rest on answers: what was said then and now, a vet ej told apart, other words beside each other', async () => {
    open(ownChange());
    await screen.findByText('Svaren bakom');

    expect(rows('Svar som skiljer sig: Teknik')[1]).toBe('Hur talar maskinerna?Inte allsMed varandraHögre nu');
    expect(rows('Svar som skiljer sig: Säkerhet')[1]).toBe(
      'Vem har nycklarna?Då: Vem har lösenorden?Vet ejTvå personerHar blivit känt: ingen höjning',
    );
  });

  test('can be others, where there are more', async () => {
    const { since } = ownChange();
    const earlier = [roundOf(earlierId, '2025-01-01T12:00:00.000Z'), roundOf(olderId, '2024-01-01T12:00:00.000Z')];
    open(ownChange({ since, earlier }));
    fireEvent.change(await screen.findByLabelText('Jämför med'), { target: { value: olderId } });

    expect(chosen).toHaveBeenCalledWith(olderId);
  });
});

describe('where the firm was, as it sees it now', () => {
  const said = (thenLevel: 3) =>
    ownChange({
      change: changeOf([
        areaOf('D2', 'Teknik', [1, 3], {
          thenLevel,
          shift: { shift: 2, adjusted: 0, limit: 1.21, isMoved: true },
        }),
      ]),
    });

  test('is kept at once, and stands beside the change with its larger error', async () => {
    const server = new FakeEndpoints([
      answering(getChange, () => ownChange()),
      answering(saveThenLevel, () => said(3)),
    ]);
    open(ownChange());
    fireEvent.change(await screen.findByLabelText('Teknik'), { target: { value: '3' } });

    expect(await screen.findByText('Sparat.')).toBeDefined();
    expect(server.sent(saveThenLevel)).toMatchObject([
      { params: { responseId: nowId, dimension: 'D2' }, body: { since: earlierId, thenLevel: 3, seen: null } },
    ]);
    expect(
      screen.getByText(
        'Som det sades då 1,0, som det ses nu 3,0, nu 3,0. Uppmätt förändring +2,0; som det ses nu 0,0, varav mätfel kan ge 1,21.',
      ),
    ).toBeDefined();
    expect(screen.getByText('Måttstocken har flyttats')).toBeDefined();
  });

  test('can be taken back, and says so when it could not be kept', async () => {
    const server = new FakeEndpoints([answering(saveThenLevel, () => ownChange())]);
    open(said(3));
    fireEvent.change(await screen.findByLabelText('Teknik'), { target: { value: '' } });
    await waitFor(() => expect(server.sent(saveThenLevel)).toMatchObject([{ body: { thenLevel: null, seen: 3 } }]));

    server.refused.set('saveThenLevel', 'too-many-requests');
    fireEvent.change(await screen.findByLabelText('Teknik'), { target: { value: 'dont-know' } });
    expect((await screen.findByRole('alert')).textContent).toContain('gick inte att spara');
  });

  test('stays as it was chosen when nobody answers, is named at its own area, and goes once it is tried again', async () => {
    const server = new FakeEndpoints([answering(saveThenLevel, () => ownChange())]);
    server.refused.set('saveThenLevel', 'no-reply');
    open(ownChange());
    const field = await screen.findByLabelText('Säkerhet');
    fireEvent.change(field, { target: { value: '3' } });

    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Det ni valde för Säkerhet gick inte att spara');
    expect(field.closest('li')?.contains(alert)).toBe(true);
    expect((field as HTMLSelectElement).value).toBe('3');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect((screen.getByLabelText('Teknik') as HTMLSelectElement).value).toBe('');

    server.refused.clear();
    fireEvent.click(within(alert).getByRole('button', { name: 'Försök igen att spara Säkerhet' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(document.activeElement).toBe(screen.getByLabelText('Säkerhet'));
    expect(server.sent(saveThenLevel).at(-1)).toMatchObject({ params: { dimension: 'D9' }, body: { thenLevel: 3 } });
  });

  test('that was said elsewhere meanwhile is named, stays as it was chosen here, and is replaced when tried again', async () => {
    const server = new FakeEndpoints([answering(getChange, () => said(3)), answering(saveThenLevel, () => said(3))]);
    server.refused.set('saveThenLevel', 'answer-conflict');
    open(ownChange());
    const field = await screen.findByLabelText<HTMLSelectElement>('Teknik');
    fireEvent.change(field, { target: { value: '1' } });

    const alert = await screen.findByRole('alert');
    await waitFor(() => expect(alert.textContent).toMatch(/”3: .+” har valts på ett annat håll under tiden\./));
    expect(field.value).toBe('1');

    server.refused.clear();
    fireEvent.click(within(alert).getByRole('button', { name: 'Försök igen att spara Teknik' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(server.sent(saveThenLevel).map(({ body }) => body)).toMatchObject([
      { thenLevel: 1, seen: null },
      { thenLevel: 1, seen: 3 },
    ]);
  });

  test('is not stored over what came along unseen with the reply to another area', async () => {
    const held: (() => void)[] = [];
    const areas = (tech: 4 | null, safety: 3 | null) =>
      ownChange({
        change: changeOf([
          areaOf('D2', 'Teknik', [1, 3], { thenLevel: tech, shift: null }),
          areaOf('D9', 'Säkerhet', [1, 3], { thenLevel: safety, shift: null }),
        ]),
      });
    // A colleague has said 4 of Teknik when the reply to Säkerhet comes.
    const server = new FakeEndpoints([answering(saveThenLevel, () => areas(4, 3))]);
    const ask = globalThis.fetch;
    vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
      const reply = await ask(...request);
      if (held.length === 0) await new Promise<void>((resolve) => held.push(resolve));
      return reply;
    });
    open(areas(null, null));
    fireEvent.change(await screen.findByLabelText('Säkerhet'), { target: { value: '3' } });
    fireEvent.change(screen.getByLabelText('Teknik'), { target: { value: '1' } });
    await waitFor(() => expect(held).toHaveLength(1));
    held[0]?.();

    await waitFor(() => expect(server.sent(saveThenLevel)).toHaveLength(2));
    expect(server.sent(saveThenLevel)[1]).toMatchObject({ body: { thenLevel: 1, seen: null } });
  });

  test('is saved of itself when the network is back', async () => {
    const server = new FakeEndpoints([answering(saveThenLevel, () => said(3))]);
    server.refused.set('saveThenLevel', 'no-reply');
    open(ownChange());
    fireEvent.change(await screen.findByLabelText('Teknik'), { target: { value: '3' } });
    await screen.findByRole('alert');

    server.refused.clear();
    fireEvent(window, new Event('online'));
    expect(await screen.findByText('Sparat.')).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('where there is nothing to compare', () => {
  const none = { status: 'one-round', since: null, change: null, earlier: [] } as const;

  test('it is said when to answer again, and where a round is begun', async () => {
    open(ownChange({ ...none, earlier: [] }));
    expect(await screen.findByText(/tidigast om sex månader/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Till företagets sida' })).toBeDefined();
  });

  test('who has no account is told that it takes one', async () => {
    open(ownChange({ ...none, earlier: [], firmId: null }));
    expect(await screen.findByText(/måste svaren höra till ett konto/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Koppla svaren till ett konto' }).getAttribute('href')).toBe('/claim');
  });

  test('rounds without questions in common say so, area by area', async () => {
    const change = ownChange().change;
    const dimensions = (change?.dimensions ?? []).filter((area) => area.change === null);
    open(ownChange({ status: 'nothing-comparable', change: change && { ...change, dimensions } }));
    expect(await screen.findByText('Inget går att jämföra mellan omgångarna')).toBeDefined();
    expect(screen.getByText(/^Cirkulärt: För få frågor/)).toBeDefined();
  });
});

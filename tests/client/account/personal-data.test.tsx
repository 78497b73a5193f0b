import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askForErasure, ownErasureSchema, withdrawErasure } from '#shared/contracts/erasure.ts';
import { at, later, uuid } from './account-fixture.ts';
import { FakeAccountSite } from './fake-account-site.ts';
import { openAccount, press } from './open-account.tsx';

const open = (site = new FakeAccountSite()) => openAccount('/account', site);

describe('what the site holds', () => {
  const files: { name: string; blob: Blob | undefined }[] = [];
  let made: Blob | undefined;
  beforeEach(() => {
    files.length = 0;
    URL.createObjectURL = (blob) => {
      made = blob as Blob;
      return 'blob:1';
    };
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      files.push({ name: this.download, blob: made });
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    Reflect.deleteProperty(URL, 'createObjectURL');
  });

  test('is taken along as one file of JSON', async () => {
    await open();

    await press('Ladda ner allt');

    expect(await screen.findByText('Filen ligger bland era hämtade filer.')).toBeDefined();
    expect(files.map(({ name }) => name)).toEqual(['mina-uppgifter-mattstock.json']);
    expect(JSON.parse((await files[0]?.blob?.text()) ?? '')).toMatchObject({
      format: 'mattstock-personal-data-1',
      account: { email: 'kim.berg@smedjan.se' },
    });
  });

  test('says why it could not be fetched', async () => {
    const site = new FakeAccountSite();
    site.server.refused.set('getPersonalData', 'service-unavailable');
    await open(site);

    await press('Ladda ner allt');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Tjänsten kan inte svara just nu/);
    expect(files).toEqual([]);
  });
});

describe('erasure', () => {
  const requestOf = (changes: object) =>
    ownErasureSchema.parse({
      requests: [
        {
          erasureRequestId: uuid('7', 2),
          scope: 'person',
          status: 'received',
          firmId: null,
          receivedAt: at,
          dueAt: later,
          decision: null,
          carriedOutAt: null,
          ...changes,
        },
      ],
      obstacles: [],
    });

  test('is asked for after a question, and taken back', async () => {
    const { site } = await open();
    await press('Begär att kontot raderas');
    expect(site.server.sent(askForErasure)).toEqual([]);

    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Begär det' }));

    expect(await screen.findByText(/Mottagen\. Ni får besked senast 5 mars 2026\./)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Begär att kontot raderas' })).toBeNull();
    await press('Ta tillbaka begäran');
    expect(await screen.findByText(/Ni tog tillbaka begäran\./)).toBeDefined();
    expect(site.server.sent(withdrawErasure)).toHaveLength(1);
  });

  test('that is decided says what was decided and why', async () => {
    const site = new FakeAccountSite();
    const decision = { decision: 'partly-granted', basis: 'archive-law', text: 'Beslutet sparas.', decidedAt: at };
    site.erasure = requestOf({ status: 'decided', decision });
    await open(site);

    expect(screen.getByText(/Beviljad till en del\./).textContent).toMatch(
      /Begärt 3 februari 2026\. Beslutet sparas\./,
    );
    expect(screen.queryByRole('button', { name: 'Ta tillbaka begäran' })).toBeNull();
  });

  test('tells beforehand what stands in its way', async () => {
    const site = new FakeAccountSite();
    site.erasure = ownErasureSchema.parse({
      requests: [],
      obstacles: [
        { obstacle: 'last-owner', firmId: uuid('f', 1), firmName: 'Smedjan AB' },
        { obstacle: 'last-administrator', firmId: null, firmName: null },
      ],
    });
    await open(site);

    expect(screen.getByText('Ni är ensam ansvarig för Smedjan AB.')).toBeDefined();
    expect(screen.getByText('Ni är den enda administratören.')).toBeDefined();
  });
});

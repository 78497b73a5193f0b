import { screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

test('leads to the one page where it is asked to be erased, and asks for nothing itself', async () => {
  await open();

  expect(screen.getByRole('link', { name: 'Radera ert konto' }).getAttribute('href')).toBe('/account/erasure');
  expect(screen.queryByRole('button', { name: /rader/ })).toBeNull();
});

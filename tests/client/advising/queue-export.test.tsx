import { i18n } from '@lingui/core';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { messages } from '#client/src/features/advising/locales/sv.po';
import { wholeView } from '#client/src/features/advising/queue-address.ts';
import { QueueExport } from '#client/src/features/advising/queue-export.tsx';
import { show } from '../ui/show.tsx';

let pieces: ReadableStreamDefaultController<Uint8Array>;
let asked: { address: string; body: unknown }[];
let saved: string[];

beforeEach(() => {
  asked = [];
  saved = [];
  vi.stubGlobal('fetch', async (address: string, { body, signal }: RequestInit) => {
    asked.push({ address, body: JSON.parse(String(body)) });
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        pieces = controller;
        signal?.addEventListener('abort', () => controller.error(signal.reason));
      },
    });
    return new Response(stream, {
      headers: { 'content-disposition': 'attachment; filename="mattstock-2026-11-02.csv"', 'content-type': 'text/csv' },
    });
  });
  URL.createObjectURL = (file) => `blob:${(file as Blob).size}`;
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(`${this.download} ${this.href}`);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function open(): Promise<void> {
  show(<QueueExport address={{ ...wholeView('all'), county: ['20', '21'] }} search="smed" />);
  i18n.load({ sv: messages });
  i18n.activate('sv');
  await screen.findByText('Exportera listan');
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('the list is fetched as a file by the filter and search in force, and says how far it has come', async () => {
  await open();
  await userEvent.click(screen.getByRole('radio', { name: 'Text (CSV)' }));
  await press('Hämta filen');
  pieces.enqueue(new Uint8Array(2500));
  expect(await screen.findByText(/Görs nu: 3 kB hittills/)).toBeDefined();
  pieces.enqueue(new Uint8Array(500));
  pieces.close();

  expect(await screen.findByText('Filen är hämtad.')).toBeDefined();
  expect(saved).toEqual(['mattstock-2026-11-02.csv blob:3000']);
  expect(asked).toEqual([
    {
      address: '/api/advisor/queue/exports',
      body: {
        filter: { view: 'all', order: 'newest', county: '20,21', search: 'smed' },
        format: 'csv',
        language: 'sv',
      },
    },
  ]);
});

test('what is called off is not saved, and can be begun again', async () => {
  await open();
  await press('Hämta filen');
  pieces.enqueue(new Uint8Array(10));
  await press('Avbryt hämtningen');

  expect(await screen.findByText(/^Avbruten\./)).toBeDefined();
  expect(saved).toEqual([]);
  await press('Hämta filen');
  pieces.close();
  expect(await screen.findByText('Filen är hämtad.')).toBeDefined();
});

test('a file that breaks off is not saved, and it is said', async () => {
  await open();
  await press('Hämta filen');
  pieces.error(new TypeError('network'));

  expect(await screen.findByRole('alert')).toBeDefined();
  expect(saved).toEqual([]);
});

import { i18n } from '@lingui/core';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { NetworkError } from '#client/src/lib/http/errors.ts';
import { messages } from '#client/src/locales/sv/messages.po';
import type { TableReport } from '#client/src/ui/table-import/row-report.tsx';
import { TableImport } from '#client/src/ui/table-import/table-import.tsx';
import type { Sending } from '#client/src/ui/table-import/use-upload.ts';
import { show } from './show.tsx';

beforeEach(() => i18n.load({ sv: messages }));

type Report = { good: number; faulty: { row: number; faults: 'known'[] }[]; faultyCount: number; stored: number };
const table = { headings: ['Företag'], sample: [['Bruket']], rowCount: 3, guess: { firmName: 0 } };
const report = (changes: Partial<Report>): Report => ({ good: 3, faulty: [], faultyCount: 0, stored: 0, ...changes });

/** A file that is opened and checked, by a server that answers to the storing as it is told. */
async function checked(store: (sending: Sending) => Promise<Report>, onStopped = vi.fn(async () => undefined)) {
  const onStored = vi.fn(async () => undefined);
  const { unmount } = show(
    <TableImport
      file={{ name: 'file', label: 'Fil', hint: 'En fil' }}
      fields={['firmName']}
      words={{ field: () => 'Företag', fault: () => 'finns redan', problem: () => 'Fel' }}
      read={async () => table}
      send={async ({ accepts }, sending) => (accepts === 'nothing' ? report({}) : store(sending))}
      about={() => null}
      takeIn={(good) => `Ta in ${good}`}
      {...{ onStored, onStopped }}
    />,
  );
  await userEvent.upload(screen.getByLabelText(/^Fil/), new File(['Företag\nBruket'], 'f.csv', { type: 'text/csv' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Pröva filen' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Ta in 3' }));
  return { onStored, onStopped, unmount };
}

/** A file that is opened and checked, of which the server says so much. */
async function checkedAs(said: TableReport<'known' | 'unknown'>, rowCount = 3) {
  show(
    <TableImport
      file={{ name: 'file', label: 'Fil', hint: 'En fil' }}
      fields={['firmName']}
      words={{
        field: () => 'Företag',
        fault: (fault: 'known' | 'unknown') => (fault === 'known' ? 'finns redan' : 'okänd'),
        faultAt: () => 'firmName',
        problem: () => 'Fel',
      }}
      read={async () => ({ ...table, rowCount })}
      send={async () => said}
      about={() => null}
      takeIn={(good) => `Ta in ${good}`}
      onStored={async () => undefined}
    />,
  );
  await userEvent.upload(screen.getByLabelText(/^Fil/), new File(['Företag'], 'f.csv', { type: 'text/csv' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Pröva filen' }));
}

test('a file that is stored says how much has gone, then that it is worked on, and can be stopped', async () => {
  let sending: Sending | undefined;
  const { onStored, onStopped } = await checked(
    (given) =>
      new Promise((_resolve, reject) => {
        sending = given;
        given.signal.addEventListener('abort', () => reject(new Error('aborted')));
      }),
  );
  act(() => sending?.onUploaded(0.4));
  const bar = await screen.findByRole('progressbar', { name: 'Hur mycket av filen som är skickat' });
  expect(bar.getAttribute('value')).toBe('0.4');
  screen.getByText(/^40\s%$/);
  act(() => sending?.onUploaded(1));
  screen.getByText('Filen är framme. Raderna gås igenom.');
  expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(false);

  await userEvent.click(screen.getByRole('button', { name: 'Avbryt' }));
  expect(sending?.signal.aborted).toBe(true);
  await screen.findByText(/^Avbrutet\. Inget av filen sparas/);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(onStored).not.toHaveBeenCalled();
  expect(onStopped).toHaveBeenCalledOnce();
});

test('whoever leaves the page stops it', async () => {
  let sending: Sending | undefined;
  const { unmount } = await checked((given) => {
    sending = given;
    return new Promise(() => undefined);
  });
  expect(sending?.signal.aborted).toBe(false);
  unmount();
  expect(sending?.signal.aborted).toBe(true);
});

test('what came of a file is said where it is something else than was said beforehand', async () => {
  const faulty = [{ row: 2, faults: ['known' as const] }];
  const { onStored } = await checked(async () => report({ good: 2, faulty, faultyCount: 1, stored: 2 }));
  await screen.findByText(/^Något hade ändrats sedan filen prövades/);
  screen.getByText(/Rad 2: finns redan/);
  expect(onStored).toHaveBeenCalledWith(2);
});

test('the rows that were not taken in stay on the page, until another file is chosen', async () => {
  const faulty = [{ row: 2, faults: ['known' as const] }];
  await checked(async () => report({ faulty, faultyCount: 1, stored: 3 }));
  await screen.findByText('1 rad i f.csv togs inte in');
  screen.getByText(/Rad 2: finns redan/);
  expect(screen.queryByRole('button', { name: 'Ta in 3' })).toBeNull();

  await userEvent.upload(screen.getByLabelText(/^Fil/), new File(['Företag\nSågen'], 'g.csv', { type: 'text/csv' }));
  await screen.findByText(/^g\.csv: 3 rader/);
  expect(screen.queryByText(/togs inte in/)).toBeNull();
});

test('a file that cannot be read takes the place of the one before', async () => {
  const read = vi.fn(async () => table);
  show(
    <TableImport
      file={{ name: 'file', label: 'Fil', hint: 'En fil' }}
      fields={['firmName']}
      words={{ field: () => 'Företag', fault: () => 'finns redan', problem: () => 'Går inte att läsa' }}
      read={read}
      send={async () => report({})}
      about={() => null}
      takeIn={(good) => `Ta in ${good}`}
      onStored={async () => undefined}
    />,
  );
  const choose = (name: string) =>
    userEvent.upload(screen.getByLabelText(/^Fil/), new File(['Företag'], name, { type: 'text/csv' }));
  await choose('f.csv');
  await screen.findByText(/^f\.csv: 3 rader/);
  read.mockRejectedValueOnce(new Error('no table'));
  await choose('g.csv');
  await screen.findByText('Går inte att läsa');
  expect(screen.queryByText(/^f\.csv/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Pröva filen' })).toBeNull();
});

test('what stands in the file is said beside what is wrong with it, and beside what is left out of a good row', async () => {
  const cells = ['=Bruket'];
  await checkedAs({
    good: 2,
    faulty: [{ row: 2, faults: ['known'], cells }],
    faultyCount: 1,
    doubtful: [{ row: 3, doubts: ['unknown'], cells: ['Mjöl'.repeat(40)] }],
    doubtfulCount: 1,
    stored: 0,
  });
  await screen.findByText('Rad 2: finns redan (”=Bruket”)');
  screen.getByText(/^1 av de rader som går tas in/);
  screen.getByText(`Rad 3: okänd (”${'Mjöl'.repeat(20)} …”)`);
});

test('without a reply it is not known whether the rows are in: the file stays, and the numbers are read once the network is back', async () => {
  const onStopped = vi.fn(async () => undefined);
  onStopped.mockRejectedValueOnce(new NetworkError('away'));
  const store = vi.fn(async () => report({ stored: 3 }));
  store.mockRejectedValueOnce(new NetworkError('no reply'));
  const { onStored } = await checked(store, onStopped);
  await screen.findByText('Inget svar kom: det är inte känt om raderna togs in');
  expect(screen.queryByRole('alert')).toBeNull();
  screen.getByText(/^f\.csv: 3 rader/);
  screen.getByRole('button', { name: 'Läs antalen på nytt' });
  expect(onStopped).toHaveBeenCalledOnce();

  act(() => void window.dispatchEvent(new Event('online')));
  await screen.findByText(/^Antalen på sidan är lästa på nytt/);
  expect(onStopped).toHaveBeenCalledTimes(2);
  expect(onStored).not.toHaveBeenCalled();

  await userEvent.click(screen.getByRole('button', { name: 'Ta in 3' }));
  await waitFor(() => expect(onStored).toHaveBeenCalledWith(3));
  expect(screen.queryByText(/^Inget svar kom/)).toBeNull();
});

test('a file of one row is said to have one', async () => {
  await checkedAs({ good: 1, faulty: [], faultyCount: 0, stored: 0 }, 1);
  screen.getByText('f.csv: 1 rad. Kontrollera vilken kolumn som är vilken.');
});

test('the rows that are not taken can be kept as a file, with what is wrong with each and no formula', async () => {
  const saved: Blob[] = [];
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => String(saved.push(blob)) }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const faulty = Array.from({ length: 201 }, (_, at) => ({
    row: at + 2,
    faults: ['known' as const],
    cells: ['=cmd|x', `a;${at}`],
  }));
  await checkedAs({ good: 0, faulty, faultyCount: 201, stored: 0 });
  await screen.findByText(/^Rad 201:/);
  expect(screen.queryByText(/^Rad 202:/)).toBeNull();
  screen.getByText('De första 200 visas.');
  await userEvent.click(screen.getByRole('button', { name: 'Ladda ner de här raderna, med vad som är fel (CSV)' }));
  const lines = (await saved[0]?.text())?.replace('\uFEFF', '').split('\r\n') ?? [];
  expect(lines.slice(0, 2)).toEqual(['Företag;;Vad som är fel', `'=cmd|x;"a;0";finns redan`]);
  expect(lines).toHaveLength(203);
});

test('a file of what Excel calls Unicode text can be chosen', async () => {
  show(
    <TableImport
      file={{ name: 'file', label: 'Fil', hint: 'En fil' }}
      fields={['firmName']}
      words={{ field: () => 'Företag', fault: () => 'finns redan', problem: () => 'Fel' }}
      read={async () => table}
      send={async () => report({})}
      about={() => null}
      takeIn={(good) => `Ta in ${good}`}
      onStored={async () => undefined}
    />,
  );
  await userEvent.upload(screen.getByLabelText(/^Fil/), new File(['x'], 'f.txt', { type: 'text/plain' }));
  await screen.findByText(/^f\.txt: 3 rader/);
});

test('what came of it as it was said is not said once more', async () => {
  await checked(async () => report({ stored: 3 }));
  expect(screen.queryByText(/^Något hade ändrats/)).toBeNull();
});

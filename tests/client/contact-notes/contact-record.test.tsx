import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { FirmNotes } from '#client/src/features/contact-notes/firm-notes.tsx';
import { contactNoteSchema, correctContactNote, writeContactNote } from '#shared/contracts/contact-notes.ts';
import { firmId, organisationId } from '../advising/advising-fixture.ts';
import { FakeAdvisingSite } from '../advising/fake-advising-site.ts';
import { openAdvising } from '../advising/open-advising.tsx';
import { both } from '../contact/contact-fixture.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { leaveAnyway, stay } from '../ui/leaving.ts';
import { show } from '../ui/show.tsx';
import { noteId, noteOf } from './fake-notes.ts';

const section = () => within(screen.getByRole('region', { name: 'Kontakter och anteckningar' }));
const press = (name: string) => userEvent.click(section().getByRole('button', { name }));
const type = (label: string, value: string, at = 0) =>
  fireEvent.change(section().getAllByLabelText(label)[at] ?? document.body, { target: { value } });
const typedAt = (label: string, at = 0) => section().getAllByLabelText<HTMLInputElement>(label)[at]?.value;

async function open(...notes: ReturnType<typeof noteOf>[]) {
  const site = new FakeAdvisingSite();
  site.notes.record = { ...site.notes.record, notes };
  return openAdvising(paths.sharedFirm(organisationId, firmId), site);
}

test('says that nothing has been written, and that nobody is known to have been in touch', async () => {
  await open();

  expect(section().getByText('Inget är uppskrivet än')).toBeTruthy();
  expect(screen.getByText('Ingen anteckning som går att läsa här berättar om en kontakt med företaget.')).toBeTruthy();
  expect(section().getByText(/^Företaget samtyckte med en tidigare formulering/)).toBeTruthy();
});

test('says who was in touch last, and with whom notes are shared', async () => {
  const site = new FakeAdvisingSite();
  site.notes.record = {
    ...site.notes.record,
    isShared: true,
    others: [both('Almi')],
    notes: [
      noteOf({ kind: 'note', heldOn: '2026-03-01', subject: 'En tanke' }),
      noteOf({
        contactNoteId: 'e0000000-0000-4000-8000-000000000002',
        organisation: both('Almi'),
        authorName: 'Bo',
        isOurs: false,
      }),
    ],
  };
  await openAdvising(paths.sharedFirm(organisationId, firmId), site);

  expect(screen.getByText('1 februari 2026: Bo, Almi. Samtal: Nästa steg')).toBeTruthy();
  expect(section().getByText('Delas, som företaget har samtyckt till, med Almi.')).toBeTruthy();
  expect(section().queryByRole('button', { name: 'Rätta anteckningen Nästa steg' })).toBeNull();
});

test('a contact is written down, and stands first', async () => {
  const { site } = await open(noteOf());
  await userEvent.click(section().getByText('Skriv upp en kontakt'));
  type('Om vad', 'Bokade en tid');
  await press('Spara anteckningen');

  expect(await section().findByText('Anteckningen är sparad. Företaget kan läsa den.')).toBeTruthy();
  expect(
    section()
      .getAllByRole('heading', { level: 3 })
      .map((each) => each.textContent),
  ).toEqual(['Bokade en tid', 'Nästa steg']);
  expect(site.server.sent(writeContactNote)).toMatchObject([{ body: { kind: 'call', subject: 'Bokade en tid' } }]);
});

test('what is missing is said at its field, also a day that is ahead, and nothing is sent', async () => {
  const { site } = await open();
  await userEvent.click(section().getByText('Skriv upp en kontakt'));
  type('Dag', '2099-01-02');
  await press('Spara anteckningen');

  const faults = within(await section().findByRole('alert')).getAllByRole('link');
  expect(faults.map((each) => each.textContent)).toEqual([
    'Välj en dag som inte ligger framåt.',
    'Skriv vad det gällde, högst 200 tecken.',
  ]);
  expect(site.server.sent(writeContactNote)).toEqual([]);
});

test('what was typed stays when the server does not reply', async () => {
  const { site } = await open();
  site.server.refused.set('writeContactNote', 'no-reply');
  await userEvent.click(section().getByText('Skriv upp en kontakt'));
  type('Om vad', 'Bokade en tid');
  await press('Spara anteckningen');

  expect(await section().findByText('Anteckningen är inte sparad')).toBeTruthy();
  expect(typedAt('Om vad')).toBe('Bokade en tid');
});

test('a note of today is written anew by its author, and what it said before stays beside it', async () => {
  await open(noteOf());
  await press('Ändra anteckningen Nästa steg');
  // The form for a new note stands before it, and has fields of its own.
  type('Om vad', 'Andra steget', 1);
  await press('Spara den ändrade anteckningen');

  expect(await section().findByText('Anteckningen är ändrad. Det som stod förut finns kvar bredvid.')).toBeTruthy();
  expect(section().getByRole('heading', { name: 'Andra steget' })).toBeTruthy();
  expect(section().getByText('Vad som stod förut')).toBeTruthy();
});

test('a note that was changed meanwhile is not written over, and what was typed stays', async () => {
  const { site } = await open(noteOf());
  await press('Ändra anteckningen Nästa steg');
  site.notes.record = { ...site.notes.record, notes: [noteOf({ revision: 2, subject: 'Deras' })] };
  // The form for a new note stands before it, and has fields of its own.
  type('Om vad', 'Andra steget', 1);
  await press('Spara den ändrade anteckningen');

  expect(await section().findByText('Anteckningen är inte sparad')).toBeTruthy();
  expect([typedAt('Om vad'), typedAt('Om vad', 1)]).toEqual(['', 'Andra steget']);
  expect(site.notes.record.notes[0]?.subject).toBe('Deras');
});

test('a note whose day is over is corrected, not changed', async () => {
  const { site } = await open(noteOf({ mayRewrite: false }));
  expect(section().queryByRole('button', { name: 'Ändra anteckningen Nästa steg' })).toBeNull();
  await press('Rätta anteckningen Nästa steg');
  await press('Lägg till rättelsen');
  expect(section().getByText('Skriv vad som ska rättas.')).toBeTruthy();
  type('Rättelse', 'Det var i mars.');
  await press('Lägg till rättelsen');

  expect(await section().findByText('Rättelsen är tillagd.')).toBeTruthy();
  expect(section().getByText('Det var i mars.')).toBeTruthy();
  await waitFor(() => expect(section().queryByLabelText('Rättelse')).toBeNull());
  expect(site.server.sent(correctContactNote)).toMatchObject([{ params: { contactNoteId: noteId } }]);
});

const leave = () => userEvent.click(screen.getByRole('link', { name: 'Arbetskö' }));

test('a note half written is asked about before the page is left, and not once it is saved', async () => {
  const { router } = await open();
  type('Om vad', 'Nästa steg');
  await leave();
  await stay();
  expect(typedAt('Om vad')).toBe('Nästa steg');

  await press('Spara anteckningen');
  await section().findByText('Anteckningen är sparad. Företaget kan läsa den.');
  await leave();
  await waitFor(() => expect(router.state.location.pathname).toBe(paths.advisor()));
});

test('a correction half written is asked about, too', async () => {
  const { router } = await open(noteOf({ mayRewrite: false }));
  await press('Rätta anteckningen Nästa steg');
  type('Rättelse', 'Det var i mars.');
  await leave();
  await leaveAnyway();
  await waitFor(() => expect(router.state.location.pathname).toBe(paths.advisor()));
});

test('the count of characters begins anew with an empty note', async () => {
  await open();
  type('Om vad', 'Nästa steg');
  fireEvent.input(section().getByLabelText(/^Vad som sades/), { target: { value: 'Vill börja efter påsk.' } });
  expect(section().getByText(/^3\s?978 tecken kvar$/)).toBeTruthy();
  await press('Spara anteckningen');

  await section().findByText('Anteckningen är sparad. Företaget kan läsa den.');
  expect(section().getByLabelText<HTMLTextAreaElement>(/^Vad som sades/).value).toBe('');
  await waitFor(() => expect(section().getByText(/^4\s?000 tecken kvar$/)).toBeTruthy());
});

test('the firm reads what was written about it, or that nobody has written', async () => {
  const { unmount } = show(<FirmNotes notes={[]} />);
  expect(screen.getByText('Ingen har skrivit något')).toBeTruthy();
  unmount();

  show(<FirmNotes notes={[contactNoteSchema.parse(noteOf({ authorName: null }))]} />);
  expect(screen.getByText('Vill börja efter påsk.')).toBeTruthy();
  expect(screen.getByText(/Namn saknas, Stålklustret/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a note of a simulated adviser says so, and one whose author is not kept says that', () => {
  const notes = [
    noteOf({ authorName: null, isBySimulation: true }),
    noteOf({ contactNoteId: uuid('e', 2), authorName: null }),
  ];
  show(<FirmNotes notes={notes.map((note) => contactNoteSchema.parse(note))} />);

  expect(screen.getByText(/Simulerad rådgivare, Stålklustret/)).toBeTruthy();
  expect(screen.getByText(/Namn saknas, Stålklustret/)).toBeTruthy();
});

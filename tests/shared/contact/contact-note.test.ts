import { expect, test } from 'vitest';
import { lastContact, mayRewrite } from '#shared/domain/contact/contact-note.ts';

test('a note is written anew by its author on its day, and by nobody and never else', () => {
  const writing = { isAuthor: true, writtenOn: '2026-11-26', today: '2026-11-26' };
  expect(mayRewrite(writing)).toBe(true);
  expect(mayRewrite({ ...writing, isAuthor: false })).toBe(false);
  expect(mayRewrite({ ...writing, today: '2026-11-27' })).toBe(false);
});

test('the last contact is the one held last, of one day the one written last, and no mere note', () => {
  const of = (kind: 'call' | 'note', heldOn: string, writtenAt: string) => ({ kind, heldOn, writtenAt });
  const notes = [
    of('call', '2026-11-02', '2026-11-05T08:00:00.000Z'),
    of('call', '2026-11-03', '2026-11-03T08:00:00.000Z'),
    of('call', '2026-11-03', '2026-11-03T09:00:00.000Z'),
    of('note', '2026-11-10', '2026-11-10T08:00:00.000Z'),
  ];
  expect(lastContact(notes)).toBe(notes[2]);
  expect(lastContact([notes[2], notes[1]].filter((each) => each !== undefined))).toBe(notes[2]);
  expect(lastContact(notes.slice(3))).toBeUndefined();
  expect(lastContact([])).toBeUndefined();
});

import type * as z from 'zod/mini';
import * as contract from '#shared/contracts/contact-notes.ts';
import { both } from '../contact/contact-fixture.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { answering, Refusal } from '../fake-endpoints.ts';

type RecordBody = z.input<typeof contract.contactRecordSchema>;
type Note = RecordBody['notes'][number];

export const noteId = uuid('e', 1);

export const noteOf = (changes: Partial<Note> = {}): Note => ({
  contactNoteId: noteId,
  organisation: both('Stålklustret'),
  authorName: 'Ada Ek',
  isBySimulation: false,
  kind: 'call',
  heldOn: '2026-02-01',
  counterpart: 'Eva Ek',
  subject: 'Nästa steg',
  body: 'Vill börja efter påsk.',
  revision: 1,
  writtenAt: '2026-02-01T09:00:00.000Z',
  changedAt: null,
  versions: [],
  corrections: [],
  isOurs: true,
  mayRewrite: true,
  ...changes,
});

/** What is written about contacts with one firm, as the server keeps it. */
export class FakeNotes {
  record: RecordBody = { notes: [], isShared: false, others: [], participations: [] };
  readonly routes = [
    answering(contract.getContactRecord, () => this.record),
    answering(contract.writeContactNote, ({ body }) =>
      this.#keep([noteOf({ ...body, contactNoteId: uuid('e', 9) }), ...this.record.notes]),
    ),
    answering(contract.rewriteContactNote, ({ params, body }) => {
      const note = this.#at(params.contactNoteId);
      if (note.revision !== body.revision) throw new Refusal('changed-meanwhile');
      if (!note.mayRewrite) throw new Refusal('move-not-possible');
      const { kind, heldOn, counterpart, subject, body: words } = note;
      const before = { kind, heldOn, counterpart, subject, body: words, replacedAt: note.writtenAt };
      return this.#replace({ ...note, ...body.note, revision: note.revision + 1, versions: [before] });
    }),
    answering(contract.correctContactNote, ({ params, body }) => {
      const note = this.#at(params.contactNoteId);
      const correction = { authorName: 'Ada Ek', body: body.body, writtenAt: '2026-02-03T09:00:00.000Z' };
      return this.#replace({ ...note, corrections: [...note.corrections, correction] });
    }),
  ];

  #keep(notes: Note[]): RecordBody {
    this.record = { ...this.record, notes };
    return this.record;
  }

  #at(id: string): Note {
    const found = this.record.notes.find(({ contactNoteId }) => contactNoteId === id);
    if (found === undefined) throw new Refusal('not-found');
    return found;
  }

  #replace(note: Note): RecordBody {
    return this.#keep(this.record.notes.map((each) => (each.contactNoteId === note.contactNoteId ? note : each)));
  }
}

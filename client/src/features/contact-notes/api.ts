import {
  type ContactNoteText,
  type ContactRecord,
  correctContactNote,
  getContactRecord,
  listFirmContactNotes,
  rewriteContactNote,
  writeContactNote,
} from '#shared/contracts/contact-notes.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';

export type NotesPlace = { readonly organisationId: string; readonly firmId: string };

/** What was written about contacts with the firm. Each call is written down for the firm to see. */
export const fetchContactRecord = (params: NotesPlace): Promise<ContactRecord> =>
  callEndpoint(getContactRecord, { params });

export const sendNote = (params: NotesPlace, body: ContactNoteText, idempotencyKey: string): Promise<ContactRecord> =>
  callEndpoint(writeContactNote, { params, body, idempotencyKey });

export const sendRewritten = (
  place: NotesPlace & { contactNoteId: string },
  revision: number,
  note: ContactNoteText,
): Promise<ContactRecord> => callEndpoint(rewriteContactNote, { params: place, body: { revision, note } });

export const sendCorrection = (
  place: NotesPlace & { contactNoteId: string },
  body: string,
  idempotencyKey: string,
): Promise<ContactRecord> => callEndpoint(correctContactNote, { params: place, body: { body }, idempotencyKey });

export const fetchFirmNotes = async (firmId: string) =>
  (await callEndpoint(listFirmContactNotes, { params: { firmId } })).notes;

import { listQueue, type QueueRow } from '#shared/contracts/advisor-queue.ts';
import * as outreach from '#shared/contracts/outreach.ts';
import type { TableFile } from '#shared/contracts/table-file.ts';
import type { Language } from '#shared/domain/language.ts';
import { type CallInput, type CallOutput, callEndpoint } from '../../lib/http/call-endpoint.ts';
import type { Sending } from '../../ui/table-import/use-upload.ts';

export type Contacts = CallOutput<typeof outreach.listContacts>;
type ImportBody = CallInput<typeof outreach.importContacts>['body'];

export const fetchContacts = (organisationId: string, search: string, page: number): Promise<Contacts> =>
  callEndpoint(outreach.listContacts, {
    params: { organisationId },
    query: { search: search === '' ? undefined : search, page },
  });

export const sendFile = (organisationId: string, file: TableFile, sending: Sending) =>
  callEndpoint(outreach.readContactFile, { params: { organisationId }, body: { file }, ...sending });

export const sendImport = (organisationId: string, body: ImportBody, sending: Sending) =>
  callEndpoint(outreach.importContacts, { params: { organisationId }, body, ...sending });

export const sendContactRemoval = (organisationId: string, contactId: string) =>
  callEndpoint(outreach.removeContact, { params: { organisationId, contactId } });

export const sendInvitations = async (organisationId: string, contactIds: string[], language: Language | undefined) => {
  const body = language === undefined ? { contactIds } : { contactIds, language };
  return (await callEndpoint(outreach.inviteContacts, { params: { organisationId }, body })).results;
};

export const sendReminders = async (organisationId: string, firmIds: string[]) =>
  (await callEndpoint(outreach.remindFirms, { params: { organisationId }, body: { firmIds } })).results;

export const fetchPreviews = (organisationId: string) =>
  callEndpoint(outreach.previewOutreach, { params: { organisationId } });

/** Firms of the organisation whose next round is due, the first fifty of those that are. */
export async function fetchDueFirms(organisationId: string): Promise<QueueRow[]> {
  const { rows } = await callEndpoint(listQueue, { query: { view: 'rounds-due', order: 'due' } });
  return rows.filter((row) => row.organisationId === organisationId);
}

export const sendOptOut = (code: string) => callEndpoint(outreach.optOutOfContact, { body: { code } });

import * as editing from '#shared/contracts/editing.ts';
import type { DraftEdit } from '#shared/domain/instrument/draft/edit.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { endpointAddress } from '../../lib/http/endpoint-address.ts';

export const fetchVersions = () => callEndpoint(editing.listVersions, {});

export const fetchVersion = (instrumentVersionId: string) =>
  callEndpoint(editing.getVersion, { params: { instrumentVersionId } });

export const fetchDraft = (draftId: string) => callEndpoint(editing.getDraft, { params: { draftId } });

export const sendNewDraft = (fromVersionId: string, name: string) =>
  callEndpoint(editing.createDraft, { body: { fromVersionId, name } });

export const sendImport = (name: string, yaml: string) => callEndpoint(editing.importDraft, { body: { name, yaml } });

export const sendEdit = (draftId: string, edit: DraftEdit, seen: unknown) =>
  callEndpoint(editing.editDraft, { params: { draftId }, body: { edit, seen } });

export const sendRebase = (draftId: string) => callEndpoint(editing.rebaseDraft, { params: { draftId } });

export const sendRemoval = (draftId: string, revision: number) =>
  callEndpoint(editing.removeDraft, { params: { draftId }, body: { revision } });

export const sendPublication = (draftId: string, revision: number) =>
  callEndpoint(editing.publishDraft, { params: { draftId }, body: { revision } });

export const sendTranslations = (draftId: string, workbookBase64: string) =>
  callEndpoint(editing.importTranslations, { params: { draftId }, body: { workbookBase64 } });

export const exportAddresses = {
  draft: (draftId: string) => endpointAddress(editing.exportDraft, { draftId }),
  translations: (draftId: string) => endpointAddress(editing.exportTranslations, { draftId }),
  version: (instrumentVersionId: string) => endpointAddress(editing.exportVersion, { instrumentVersionId }),
};

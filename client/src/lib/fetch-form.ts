import { getForm } from '#shared/contracts/instrument-versions.ts';
import type { Language } from '#shared/domain/language.ts';
import { callEndpoint } from './http/call-endpoint.ts';

/** One form in one language. It never changes, so the browser may keep it. */
export const fetchForm = (instrumentVersionId: string, formCode: string, language: Language) =>
  callEndpoint(getForm, { params: { instrumentVersionId, formCode, language } });

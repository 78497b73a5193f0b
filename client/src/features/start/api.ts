import { startResponse } from '#shared/contracts/responses.ts';
import { getFirmProfileOptions } from '#shared/contracts/site.ts';
import type { Language } from '#shared/domain/language.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import type { ProfileInput } from './read-profile-form.ts';

export const fetchProfileOptions = () => callEndpoint(getFirmProfileOptions, {});

export const sendStart = (formCode: string, input: ProfileInput, language: Language) =>
  callEndpoint(startResponse, { body: { formCode, language, ...input } });

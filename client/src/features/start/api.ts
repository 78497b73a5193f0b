import { startResponse } from '#shared/contracts/responses.ts';
import { getFirmProfileOptions } from '#shared/contracts/site.ts';
import type { Language } from '#shared/domain/language.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import type { ProfileInput } from './profile-form.ts';

export const quickCheckForm = 'snabbkoll';

export const fetchProfileOptions = () => callEndpoint(getFirmProfileOptions, {});

export const sendStart = (input: ProfileInput, language: Language) =>
  callEndpoint(startResponse, { body: { formCode: quickCheckForm, language, ...input } });

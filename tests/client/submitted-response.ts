import { responseSchema } from '#shared/contracts/responses.ts';
import { workshop } from '../support/small-instrument.ts';

export const responseId = '0b8f5f0e-3f55-4a51-8d1c-2f6f1f0a9a11';
export const at = '2026-02-03T14:32:00.000Z';

/** What the server says of a response that has been sent in. */
export const submittedResponse = responseSchema.parse({
  responseId,
  instrumentVersionId: '1c9a6a1f-4066-4b62-9e2d-3a7a2a1bab22',
  formCode: 'quick',
  language: 'sv',
  status: 'submitted',
  isSimulated: false,
  isClaimed: false,
  firmId: null,
  firmName: 'Smedjan AB',
  organisationNumber: null,
  profile: workshop,
  answers: [],
  startedAt: at,
  receipt: null,
  continuesFormCode: null,
  continuesResponseId: null,
  campaign: null,
  respondent: null,
});

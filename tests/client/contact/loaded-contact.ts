import type { LoadedContact } from '#client/src/features/contact/api.ts';
import { packageDocumentSchema } from '#shared/contracts/packages.ts';
import { responseSchema } from '#shared/contracts/responses.ts';
import { workshop } from '../../support/small-instrument.ts';
import { both, responseId } from './contact-fixture.ts';

const response = responseSchema.parse({
  responseId,
  instrumentVersionId: '1c9a6a1f-4066-4b62-9e2d-3a7a2a1bab22',
  formCode: 'quick',
  language: 'sv',
  status: 'submitted',
  isSimulated: false,
  firmName: 'Smedjan AB',
  organisationNumber: null,
  profile: workshop,
  answers: [],
  startedAt: '2026-02-03T14:32:00.000Z',
  receipt: null,
});

const wanted = packageDocumentSchema.parse({
  code: 'supplier-network',
  isProposal: true,
  stance: 'receive',
  name: both('Nätverk för underleverantörer'),
  summary: both('Kort.'),
  content: both('Innehåll.'),
  effort: both('Tid.'),
  greenStatement: both('Grönt.'),
  providers: [{ code: 'first', name: both('Den första'), about: both('Om.'), isNamedInStrategy: true }],
  dimensions: [],
  steps: [],
  format: 'group',
  groupSize: null,
  delivery: [],
  durationWeeks: 8,
  counties: ['17'],
  branches: [],
  sizeClasses: [],
});

/** What the page of a request has loaded when nothing was asked for before. */
export const loaded: LoadedContact = {
  response,
  package: wanted,
  provider: both('Stålklustret'),
  earlier: undefined,
  wording: { purpose: 'contact', version: 'contact-1', text: both('Vi samtycker till att bli kontaktade.') },
};

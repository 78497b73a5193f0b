import type { LoadedContact } from '#client/src/features/contact/api.ts';
import { packageDocumentSchema } from '#shared/contracts/packages.ts';
import { submittedResponse } from '../submitted-response.ts';
import { both } from './contact-fixture.ts';

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
  supportForms: [],
  format: 'group',
  groupSize: null,
  delivery: [],
  durationWeeks: 8,
  counties: ['17'],
  funding: [],
  branches: [],
  sizeClasses: [],
});

/** What the page of a request has loaded when nothing was asked for before. */
export const loaded: LoadedContact = {
  response: submittedResponse,
  package: wanted,
  provider: { name: both('Stålklustret'), isInUse: true },
  earlier: undefined,
  wording: { purpose: 'contact', version: 'contact-1', text: both('Vi samtycker till att bli kontaktade.') },
};

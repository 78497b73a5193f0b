import type { LoadedContact } from '#client/src/features/contact/api.ts';
import { listPackageEditions } from '#shared/contracts/editions.ts';
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
  editions: [],
  wording: { purpose: 'contact', version: 'contact-1', text: both('Vi samtycker till att bli kontaktade.') },
};

/** A group of the package that can be wished. */
export const [group] = listPackageEditions.responses[200].parse({
  editions: [
    {
      editionId: '019a0000-0000-7000-8000-0000000000e1',
      organisationName: both('Stålklustret'),
      packageCode: 'supplier-network',
      packageName: both('Nätverk för underleverantörer'),
      name: null,
      status: 'open',
      delivery: 'on-site',
      municipality: '1780',
      venue: null,
      position: null,
      applyBy: '2027-02-15',
      startsOn: '2027-03-01',
      endsOn: '2027-05-01',
      places: 4,
      minimumGroup: 2,
      language: 'sv',
      isSimulated: false,
      days: [],
      providerCode: 'first',
      place: 'Karlstad',
      placesLeft: 0,
      canBeJoined: false,
      standing: 'waiting-list',
    },
  ],
}).editions;

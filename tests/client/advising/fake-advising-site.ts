import type * as z from 'zod/mini';
import { getSharedFirm, type LettingIn, listFirmsLettingIn } from '#shared/contracts/advising.ts';
import { getForm } from '#shared/contracts/instrument-versions.ts';
import { getSite } from '#shared/contracts/site.ts';
import { type accountSchema, getVisitor } from '#shared/contracts/visitor.ts';
import { both, referralOf } from '../contact/contact-fixture.ts';
import { FakeNotes } from '../contact-notes/fake-notes.ts';
import { accountOf, uuid } from '../coordination/coordination-fixture.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { FakeMeetings } from '../meetings/fake-meetings.ts';
import { form, resultOf } from '../result/result-fixture.tsx';
import { FakeReview } from '../reviewing/fake-review.ts';
import { responseId, submittedResponse } from '../submitted-response.ts';
import { at, firmId, lettingInOf, organisationId } from './advising-fixture.ts';
import { FakeQueue } from './fake-queue.ts';

type SharedFirm = z.input<(typeof getSharedFirm)['responses'][200]>;
type Request = NonNullable<SharedFirm['requests']>[number];

/** Advises for these; the firms let the first of them in. */
const advisorOf = (organisations: string[]): z.input<typeof accountSchema> => ({
  ...accountOf([]),
  memberships: organisations.map((name, index) => ({
    membershipId: uuid('a', index + 1),
    role: 'advisor',
    place: { kind: 'provider', placeId: index === 0 ? organisationId : uuid('b', index + 1), name: both(name) },
    since: at,
  })),
});

/** One thing that happened to a request; nothing was said at it. */
export const eventOf = (changes: Partial<Request['events'][number]> = {}): Request['events'][number] => ({
  status: 'chosen',
  at,
  move: 'choose',
  personName: null,
  organisation: null,
  reason: null,
  note: null,
  outcome: null,
  receiver: null,
  ...changes,
});

/** A request as whoever may act on it reads it. */
export const requestOf = (changes: Partial<Request> = {}): Request => ({
  ...referralOf(),
  events: [eventOf()],
  firmName: 'Smedjan AB',
  telephone: null,
  message: null,
  revision: 3,
  answerDueAt: at,
  wishedEdition: null,
  assignedTo: null,
  ...changes,
});

/** A firm that shares its results and has asked for contact. */
const sharedFirm: SharedFirm = {
  firmId,
  name: 'Smedjan AB',
  organisationNumber: '5560160680',
  isSimulated: false,
  results: [{ responseId, formCode: 'quick', round: 0, submittedAt: at }],
  newest: resultOf(),
  supportChoices: null,
  change: { status: 'one-round', since: null, change: null },
  requests: [
    {
      ...requestOf(),
      telephone: '026-12 34 56',
      message: 'Ring efter fyra.\nFråga efter Eva.',
    },
  ],
};

/** The server as an advisor sees it. */
export class FakeAdvisingSite {
  firms: LettingIn[] = [lettingInOf()];
  shared: SharedFirm = sharedFirm;
  /** Where the advisor works, besides the organisation that the firms let in. */
  otherOrganisations: string[] = [];
  readonly queue = new FakeQueue();
  readonly notes = new FakeNotes();
  readonly meetings = new FakeMeetings();
  readonly reviewing = new FakeReview();
  readonly server = new FakeEndpoints([
    ...this.queue.routes,
    ...this.notes.routes,
    ...this.meetings.routes,
    ...this.reviewing.routes,
    answering(getVisitor, () => ({ account: advisorOf(['Stålklustret', ...this.otherOrganisations]) })),
    answering(getSite, () => ({
      isDemo: false,
      hasDemoPeople: false,
      instrumentVersionId: submittedResponse.instrumentVersionId,
      forms: [{ code: 'quick', minutes: 20, scoredItems: 42, name: both('Snabbkoll'), about: both('Kort.') }],
      scoring: { minimumShareAnswered: 0.6, bands: [] },
    })),
    answering(getForm, () => form),
    answering(listFirmsLettingIn, () => ({ firms: this.firms })),
    answering(getSharedFirm, ({ params }) => {
      const isLetIn = this.firms.some((each) => each.firmId === params.firmId);
      if (!isLetIn) throw new Refusal('not-found');
      return this.shared;
    }),
  ]);

  /** The firm takes everything back. */
  withdraw(): void {
    this.firms = [];
  }

  /** The firm withdraws its consent to the results; its request for contact stands. */
  withdrawResults(): void {
    this.firms = [lettingInOf({ purposes: ['contact'], consentIds: [uuid('c', 1)] })];
    this.shared = { ...this.shared, results: null, newest: null, change: null };
  }
}

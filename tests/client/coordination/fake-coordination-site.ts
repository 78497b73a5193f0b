import * as contract from '#shared/contracts/coordination.ts';
import { showSecondFactor } from '#shared/contracts/second-factor.ts';
import { getVisitor } from '#shared/contracts/visitor.ts';
import type { Role } from '#shared/domain/access/roles.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import {
  accountOf,
  at,
  eventOf,
  invitationOf,
  mailOf,
  memberOf,
  organisationOf,
  personOf,
  uuid,
} from './coordination-fixture.ts';

type Events = ReturnType<typeof eventOf>[];

const pageLength = 3;

/** The server as those see it who look after organisations and the site. */
export class FakeCoordinationSite {
  organisations = [
    organisationOf(9, 'coordination', 'Samordningen', {
      members: [memberOf(1, 'Ada Ek', 'administrator', true), memberOf(2, 'Bo Alm', 'editor')],
    }),
    organisationOf(2, 'region', 'Region Värmland, statistik'),
    organisationOf(1, 'provider', 'Paper Province', {
      members: [memberOf(3, 'Cia Berg', 'advisor')],
      invitations: [invitationOf(1, 'dan@exempel.se', 'manager', 'failed')],
    }),
  ];
  people = [
    personOf(1, 'Ada Ek', 'administrator', 'Samordningen'),
    personOf(3, 'Cia Berg', 'advisor', 'Paper Province'),
  ];
  mails = [
    mailOf(1, 'waiting', { kind: 'sign-in-code', attempts: 0, nextAttemptAt: at }),
    mailOf(2, 'failed', { fault: 'no-such-recipient' }),
    mailOf(3, 'unconfirmed', { fault: 'no-answer', recipient: 'f•••@exempel.se' }),
  ];
  events: Events = [7, 6, 5, 4, 3, 2, 1].map((sequence) =>
    eventOf(sequence, sequence % 2 === 0 ? 'consent-given' : 'signed-in'),
  );
  actions: readonly string[] = ['consent-given', 'signed-in'];
  fault: { sequence: number; kind: 'altered' | 'missing' | 'cut-off' | 'anchor-differs' } | null = null;
  anchorCount = 2;
  /** Addresses of those who have taken up an invitation since the page was loaded. */
  comers: readonly string[] = [];
  /** Whether whoever ends a membership is the last who could invite others. */
  isLastManager = false;
  roles: readonly Role[] = ['administrator'];
  isSignedIn = true;
  /** Whether who it is was proved so long ago that what is sensitive asks for it once more. */
  isStale = false;
  hasAuthenticator = true;
  readonly server: FakeEndpoints;

  constructor() {
    this.server = new FakeEndpoints([
      answering(getVisitor, () => ({ account: this.isSignedIn ? this.#account() : null })),
      answering(showSecondFactor, () => {
        this.isStale = false;
        return this.#account();
      }),
      answering(contract.listOrganisations, () => ({ organisations: this.organisations })),
      answering(contract.getOrganisation, ({ params }) => this.#organisation(params.organisationId)),
      answering(contract.closeOrganisation, ({ params, body }) => {
        const organisation = this.#organisation(params.organisationId);
        organisation.isClosed = body.isClosed;
        return organisation;
      }),
      answering(contract.inviteToOrganisation, ({ params, body }) => {
        const organisation = this.#organisation(params.organisationId);
        if (this.comers.includes(body.email)) {
          throw new Refusal('invalid-request', [{ path: 'body/email', code: 'already-in-use' }]);
        }
        organisation.invitations.push(invitationOf(8, body.email, body.role, 'waiting'));
        return organisation;
      }),
      answering(contract.revokeOrganisationInvitation, ({ params }) => {
        const organisation = this.#organisation(params.organisationId);
        organisation.invitations = organisation.invitations.filter((each) => each.invitationId !== params.invitationId);
        return organisation;
      }),
      answering(contract.endOrganisationMembership, ({ params }) => {
        const organisation = this.#organisation(params.organisationId);
        if (this.isLastManager) {
          throw new Refusal('last-of-its-kind', [{ path: 'params/membershipId', code: 'last-manager' }]);
        }
        organisation.members = organisation.members.filter((each) => each.membershipId !== params.membershipId);
        return organisation;
      }),
      answering(contract.listPeople, () => ({ people: this.people })),
      answering(contract.disablePerson, ({ params, body }) => {
        const change = { isDisabled: body.isDisabled };
        this.people = this.people.map((each) => (each.personId === params.personId ? { ...each, ...change } : each));
        return { people: this.people };
      }),
      answering(contract.resetFactors, () => {
        if (this.isStale) throw new Refusal('verification-required');
        return { people: this.people };
      }),
      answering(contract.listOutbox, () => this.#outbox()),
      answering(contract.resendMail, ({ params }) => {
        const change = { status: 'waiting' as const, attempts: 0, fault: null };
        this.mails = this.mails.map((each) => (each.mailId === params.mailId ? { ...each, ...change } : each));
        return this.#outbox();
      }),
      answering(contract.listAuditEvents, ({ query }) => this.#log(query)),
      answering(contract.verifyAuditLog, () => ({
        isIntact: this.fault === null,
        eventCount: this.events.length,
        anchorCount: this.anchorCount,
        fault: this.fault,
        verifiedAt: at,
      })),
    ]);
  }

  /** The provider with an advisor and an invitation. */
  get provider() {
    return this.#organisation(uuid('d', 1));
  }

  #account() {
    const account = accountOf(this.roles);
    return { ...account, secondFactor: { ...account.secondFactor, hasAuthenticator: this.hasAuthenticator } };
  }

  #organisation(organisationId: string) {
    const found = this.organisations.find((each) => each.organisationId === organisationId);
    if (found === undefined) throw new Refusal('not-found');
    return found;
  }

  #outbox() {
    const counted = (status: string) => this.mails.filter((each) => each.status === status).length;
    const counts = {
      waiting: counted('waiting'),
      sent: 1200,
      failed: counted('failed'),
      unconfirmed: counted('unconfirmed'),
    };
    return { mails: this.mails, counts };
  }

  #log({ before = Number.POSITIVE_INFINITY, action }: { before?: number | undefined; action?: string | undefined }) {
    const fitting = this.events.filter(
      (each) => each.sequence < before && (action === undefined || each.action === action),
    );
    return {
      events: fitting.slice(0, pageLength),
      actions: [...this.actions],
      hasMore: fitting.length > pageLength,
    };
  }
}

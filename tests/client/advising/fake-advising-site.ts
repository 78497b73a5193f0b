import type * as z from 'zod/mini';
import { getSharedFirm, type LettingIn, listFirmsLettingIn } from '#shared/contracts/advising.ts';
import { getForm } from '#shared/contracts/instrument-versions.ts';
import { getSite } from '#shared/contracts/site.ts';
import { getVisitor } from '#shared/contracts/visitor.ts';
import { both, referralOf } from '../contact/contact-fixture.ts';
import { uuid } from '../coordination/coordination-fixture.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { form, resultOf } from '../result/result-fixture.tsx';
import { responseId, submittedResponse } from '../submitted-response.ts';
import { at, firmId, lettingInOf } from './advising-fixture.ts';

type SharedFirm = z.input<(typeof getSharedFirm)['responses'][200]>;

/** A firm that shares its results and has asked for contact. */
const sharedFirm: SharedFirm = {
  firmId,
  name: 'Smedjan AB',
  organisationNumber: '5560160680',
  isSimulated: false,
  results: [{ responseId, formCode: 'quick', submittedAt: at }],
  newest: resultOf(),
  requests: [
    {
      ...referralOf(),
      firmName: 'Smedjan AB',
      telephone: '026-12 34 56',
      message: 'Ring efter fyra.\nFråga efter Eva.',
    },
  ],
};

/** The server as an advisor sees it. */
export class FakeAdvisingSite {
  firms: LettingIn[] = [lettingInOf()];
  shared: SharedFirm = sharedFirm;
  readonly server = new FakeEndpoints([
    answering(getVisitor, () => ({ account: null })),
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
    this.shared = { ...this.shared, results: null, newest: null };
  }
}

import * as contract from '#shared/contracts/erasure.ts';
import { showSecondFactor } from '#shared/contracts/second-factor.ts';
import { getVisitor } from '#shared/contracts/visitor.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { account, at, caseOf, decisionOf, firmId, requestOf } from './erasure-fixture.ts';

/** The server as those see it who ask for erasure, and those who decide. */
export class FakeErasureSite {
  own: contract.OwnErasure = { requests: [], obstacles: [] };
  firm: contract.FirmErasure = {
    firmId: firmId as contract.FirmErasure['firmId'],
    firmName: 'Smedjan AB',
    requests: [],
  };
  cases = [
    caseOf(1, { scope: 'firm', isOverdue: true }),
    caseOf(2, { status: 'decided', decision: decisionOf('granted'), mail: 'sent' }),
    caseOf(3, { status: 'decided', decision: decisionOf('refused'), subject: null }),
  ];
  /** Somebody has shown who they are a moment ago. */
  isFresh = true;
  readonly server: FakeEndpoints;

  constructor() {
    this.server = new FakeEndpoints([
      answering(getVisitor, () => ({ account })),
      answering(showSecondFactor, () => {
        this.isFresh = true;
        return account;
      }),
      answering(contract.getOwnErasure, () => this.own),
      answering(contract.askForErasure, () => {
        this.#refuseStale();
        this.own = { ...this.own, requests: [{ ...requestOf(7), firmId: null }] };
        return this.own;
      }),
      answering(contract.withdrawErasure, () => {
        this.own = { ...this.own, requests: this.own.requests.map((each) => ({ ...each, status: 'withdrawn' })) };
        return this.own;
      }),
      answering(contract.getFirmErasure, () => this.firm),
      answering(contract.askForFirmErasure, () => {
        this.#refuseStale();
        this.firm = { ...this.firm, requests: [requestOf(8, { scope: 'firm' })] };
        return this.firm;
      }),
      answering(contract.withdrawFirmErasure, () => {
        this.firm = { ...this.firm, requests: this.firm.requests.map((each) => ({ ...each, status: 'withdrawn' })) };
        return this.firm;
      }),
      answering(contract.listErasureCases, () => ({ cases: this.cases })),
      answering(contract.decideErasure, ({ params, body }) => {
        this.#change(params.erasureRequestId, {
          status: 'decided',
          isOverdue: false,
          decision: { ...body, decidedAt: at },
          mail: 'waiting',
        });
        return { cases: this.cases };
      }),
      answering(contract.carryOutErasure, ({ params }) => {
        this.#refuseStale();
        this.#change(params.erasureRequestId, { status: 'carried-out', carriedOutAt: at, mail: null, subject: null });
        return { cases: this.cases };
      }),
    ]);
  }

  #refuseStale(): void {
    if (!this.isFresh) throw new Refusal('verification-required');
  }

  #change(erasureRequestId: string, changes: Partial<contract.ErasureCase>): void {
    this.cases = this.cases.map((each) =>
      each.erasureRequestId === erasureRequestId ? { ...each, ...changes } : each,
    );
  }
}

import { describeCrosswalk } from '#server/features/crosswalk/describe-crosswalk.ts';
import { contentFolder } from '#server/folders.ts';
import { loadContent } from '#server/platform/content/load-content.ts';
import * as contract from '#shared/contracts/crosswalk.ts';
import { getForm } from '#shared/contracts/instrument-versions.ts';
import { viewForm } from '#shared/domain/instrument/view-form.ts';
import { answersOf } from '../../shared/crosswalk/shipped-measures.ts';
import { workshop } from '../../support/small-instrument.ts';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { at, responseId, submittedResponse } from '../submitted-response.ts';

const { bundle, definition } = await loadContent(contentFolder);
const form = viewForm(definition, 'digital', 'sv');

export const place = {
  organisationId: '0b8f5f0e-3f55-4a51-8d1c-2f6f1f0a9b01',
  firmId: '0b8f5f0e-3f55-4a51-8d1c-2f6f1f0a9b02',
  responseId,
};

/** What a server keeps of one response, and derives from it as ours does. */
export class FakeCrosswalkSite {
  readonly added = new Map<string, { rowCode: string; step: number | null; revision: number }>();
  answers: Parameters<typeof answersOf>[0] = {};
  changedItems: readonly string[] = [];
  /** Whether the firm's consent names to the adviser what it has added. */
  isAddedNamed = true;
  readonly server = new FakeEndpoints([
    answering(getForm, () => form),
    answering(contract.getCrosswalk, () => this.#document()),
    answering(contract.getSharedCrosswalk, () => this.#document(this.isAddedNamed)),
    answering(contract.addCrosswalkAnswer, ({ params: { rowCode }, body: { baseRevision, step } }) => {
      const kept = this.added.get(rowCode);
      if ((kept?.revision ?? 0) !== baseRevision) throw new Refusal('answer-conflict');
      this.added.set(rowCode, { rowCode, step, revision: baseRevision + 1 });
      return this.#document();
    }),
  ]);

  static with(answers: Parameters<typeof answersOf>[0]): FakeCrosswalkSite {
    const site = new FakeCrosswalkSite();
    site.answers = answers;
    return site;
  }

  #document(isAddedNamed = true) {
    return describeCrosswalk(
      { bundle },
      {
        submitted: {
          firmId: place.firmId,
          responseId,
          instrumentVersionId: submittedResponse.instrumentVersionId,
          formCode: 'digital',
          firmName: 'Smedjan AB',
          organisationNumber: null,
          isSimulated: false,
          submittedAt: new Date(at),
          receiptNumber: 'M7EG-WBCX',
          answers: answersOf(this.answers) as Record<string, never>,
          profile: workshop,
        },
        added: isAddedNamed ? [...this.added.values()] : null,
        changedItems: this.changedItems,
      },
    );
  }
}

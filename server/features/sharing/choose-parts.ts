import { shareableOf } from '#shared/domain/sharing/compose-shared-content.ts';
import { partsMissing, type ShareChoice, sharedParts } from '#shared/domain/sharing/share-choice.ts';
import { comparedSince } from '../../platform/change/change-since.ts';
import type { RoundRow } from '../../platform/change/round-repository.ts';
import type { Context } from '../../platform/context.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { Chosen, SubmittedRow } from './repository.ts';

export type ChosenParts = Chosen & { readonly parts: ShareChoice['parts'] };

const fault = (path: string, code: string) => new DomainError('invalid-request', { fields: [{ path, code }] });

/** The choice as it is stored, in the order of the page. What this result does not have cannot be chosen. */
export async function chooseParts(
  context: Context,
  { submitted, earlier }: { submitted: SubmittedRow; earlier: readonly RoundRow[] },
  choice: ShareChoice,
): Promise<ChosenParts> {
  const round = await comparedSince(context, submitted, earlier);
  const [missing] = partsMissing(choice.parts, shareableOf(submitted.scoreProfile, round !== undefined));
  if (missing !== undefined) throw fault('body/choice/parts', 'not-there');
  if (choice.showsFirmName && submitted.firmName === null) throw fault('body/choice/showsFirmName', 'not-there');
  return {
    parts: sharedParts.filter((part) => choice.parts.includes(part)),
    showsFirmName: choice.showsFirmName,
    earlierSubmissionId: choice.parts.includes('change') ? (round?.submissionId ?? null) : null,
  };
}

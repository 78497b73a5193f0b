import { type Resolver, useForm } from 'react-hook-form';
import { moveReferrals } from '#shared/contracts/advisor-referrals.ts';
import { checkSaying, type MoveFault } from '#shared/domain/referral/move-words.ts';
import type { ProviderMove } from '#shared/domain/referral/referral-states.ts';
import type { Saying } from './referral-action.ts';

export type SayingForm = { reason: string; outcome: string; receiver: string; note: string };
export type SayingField = keyof SayingForm;

const said = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

type ReadSaying = { readonly saying: Saying; readonly faults: readonly Pick<MoveFault, 'field'>[] };

/** Reads the form by the rules of the move and the contract's own schema: what the server would refuse is refused here. */
export function readSaying(form: SayingForm, move: ProviderMove, receivers: readonly string[]): ReadSaying {
  const saying: Saying = {
    reason: said(form.reason),
    outcome: said(form.outcome),
    receiver: said(form.receiver),
    note: said(form.note),
  };
  const isNoteFit = moveReferrals.body.shape.note.safeParse(saying.note).success;
  return {
    saying,
    faults: [...checkSaying({ move, ...saying }, receivers), ...(isNoteFit ? [] : [{ field: 'note' as const }])],
  };
}

/** What is said with a move, as a form. */
export function useSaying(move: ProviderMove, receivers: readonly string[]) {
  const resolver: Resolver<SayingForm, unknown, Saying> = (form) => {
    const { saying, faults } = readSaying(form, move, receivers);
    if (faults.length === 0) return { values: saying, errors: {} };
    return { values: {}, errors: Object.fromEntries(faults.map(({ field }) => [field, { type: 'invalid' }])) };
  };
  return useForm<SayingForm, unknown, Saying>({
    defaultValues: { reason: '', outcome: '', receiver: '', note: '' },
    resolver,
    shouldFocusError: false,
  });
}

import { useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import { decideErasure } from '#shared/contracts/erasure.ts';
import { basesOf, type ErasureBasis, erasureDecisions } from '#shared/domain/erasure/erasure.ts';
import { type ErasureDecisionBody, sendDecision } from './api.ts';

export type DecisionForm = { decision: string; basis: string; text: string };
export type DecisionField = keyof DecisionForm;

/** The grounds that the decision can rest on; none before one is chosen. */
export function basesFor(decision: string): readonly ErasureBasis[] {
  const chosen = erasureDecisions.find((each) => each === decision);
  return chosen === undefined ? [] : basesOf(chosen);
}

/** Reads the form by the contract's own schema: what the server would refuse is refused here. */
const resolver: Resolver<DecisionForm, unknown, ErasureDecisionBody> = (form) => {
  const parsed = decideErasure.body.safeParse(form);
  const isFounded = basesFor(form.decision).some((basis) => basis === form.basis);
  if (parsed.success && isFounded) return { values: parsed.data, errors: {} };
  const fields = parsed.success ? ['basis'] : parsed.error.issues.map(({ path }) => path[0]);
  return { values: {}, errors: Object.fromEntries(fields.map((field) => [field, { type: 'invalid' }])) };
};

/** The decision as it is written, and what came of sending it. What was typed stays until it has been sent. */
export function useDecision(erasureRequestId: string, onDecided: () => Promise<void>) {
  const [failure, setFailure] = useState<unknown>(null);
  const form = useForm<DecisionForm, unknown, ErasureDecisionBody>({
    defaultValues: { decision: '', basis: '', text: '' },
    resolver,
    shouldFocusError: false,
  });
  const send = form.handleSubmit(async (decision) => {
    setFailure(null);
    try {
      await sendDecision(erasureRequestId, decision);
      await onDecided();
    } catch (error) {
      setFailure(error);
    }
  });
  return { form, send, failure };
}

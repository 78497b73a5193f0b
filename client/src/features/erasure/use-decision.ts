import { useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import { decideErasure } from '#shared/contracts/erasure.ts';
import { basesOf, type ErasureBasis, erasureDecisions } from '#shared/domain/erasure/erasure.ts';
import type { ErasureDecisionBody } from './api.ts';

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

/** The decision as it is written, and as it is to be confirmed. What was typed stays until it has been sent. */
export function useDecision() {
  const [asked, setAsked] = useState<ErasureDecisionBody | null>(null);
  const form = useForm<DecisionForm, unknown, ErasureDecisionBody>({
    defaultValues: { decision: '', basis: '', text: '' },
    resolver,
    shouldFocusError: false,
  });
  return { form, ask: form.handleSubmit((decision) => setAsked(decision)), asked, forget: () => setAsked(null) };
}

import { useLocation } from 'react-router';
import * as z from 'zod/mini';

const doneSchema = z.object({ justDone: z.enum(['saved', 'withdrawn']) });
export type JustDone = z.infer<typeof doneSchema>['justDone'];

/** Goes with a step from the page where something was done to the one that says so. */
export const having = (justDone: JustDone) => ({ state: { justDone } });

/** What was done on the page that one comes from. */
export function useJustDone(): JustDone | null {
  const { state } = useLocation();
  return doneSchema.safeParse(state).data?.justDone ?? null;
}

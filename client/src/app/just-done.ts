import { useLocation, useNavigationType } from 'react-router';
import * as z from 'zod/mini';

const doneSchema = z.object({ justDone: z.enum(['saved', 'withdrawn']) });
export type JustDone = z.infer<typeof doneSchema>['justDone'];

/** Goes with a step from the page where something was done to the one that says so. */
export const having = (justDone: JustDone) => ({ state: { justDone } });

/** What was done on the page that one comes from. Who comes back to a place, or loads it anew, has done nothing since. */
export function useJustDone(): JustDone | null {
  const { state } = useLocation();
  const navigation = useNavigationType();
  return navigation === 'POP' ? null : (doneSchema.safeParse(state).data?.justDone ?? null);
}

import type { Language, LocalisedText } from '../language.ts';
import type { FollowedStep, StepState } from './step-state.ts';

const states: Readonly<Record<StepState, LocalisedText>> = {
  started: { sv: 'Har startat', en: 'Has started' },
  stopped: { sv: 'Avbrutet', en: 'Stopped' },
  planned: { sv: 'Planeras', en: 'Planned' },
  'not-started': { sv: 'Har inte startat', en: 'Has not started' },
};
const ended: LocalisedText = { sv: 'Har startat, inget pågår', en: 'Has started, nothing goes on' };

/** What the states of a step are called, the same on pages and in papers. */
export const stepWords = (language: Language) => ({
  state: (state: StepState): string => states[state][language],
  followed: ({ state, isOngoing }: Pick<FollowedStep, 'state' | 'isOngoing'>): string =>
    (state === 'started' && !isOngoing ? ended : states[state])[language],
});

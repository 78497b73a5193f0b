import { useAnswering } from './answering-context.tsx';

/** Codes of the questions that this firm is asked and that are counted: those with points. */
export function useScoredItems(): readonly string[] {
  const { steps } = useAnswering();
  return steps.flatMap(({ items }) => items.filter(({ purpose }) => purpose === 'score').map(({ code }) => code));
}

import type { FirmSummary } from '#shared/contracts/firms.ts';
import { useFirmWords } from '../../lib/use-firm-words.ts';

/** What a firm goes by among the others of the same person. */
export function useFirmName(): (firm: Pick<FirmSummary, 'name'>) => string {
  const { firm } = useFirmWords();
  return ({ name }) => firm(name);
}

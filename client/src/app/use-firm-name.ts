import { useAdvisingWords } from '../features/advising/use-advising-words.ts';

/** What a firm that lets somebody in is called, also when it has no name. */
export function useFirmName(): (name: string | null) => string {
  return useAdvisingWords().firm;
}

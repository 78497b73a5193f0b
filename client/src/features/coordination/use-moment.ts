import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';

/** Day and time of day in the reader's language. */
export function useMoment(): (at: string) => string {
  const language = useLanguage();
  return (at) => {
    const date = new Date(at);
    return `${formatDate(date, language)} ${formatTime(date, language)}`;
  };
}

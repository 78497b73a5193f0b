import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Meeting } from '#shared/contracts/meetings.ts';
import { dayHasPassed } from '#shared/domain/meeting/meant-day.ts';
import type { StepOwner } from '#shared/domain/meeting/meeting-step.ts';
import { formatDate, formatNumber, formatTime } from '../../lib/format.ts';
import { hasFault, ProblemError } from '../../lib/http/errors.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';

const bytesInMegabyte = 1024 * 1024;
const bytesInKilobyte = 1024;

/** What meetings, their steps and files are called, and what went wrong with them. */
export function useMeetingWords() {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const problemWords = useProblemWords();
  const statusOf: Record<Meeting['status'], string> = {
    planned: t`To be held`,
    held: t`Held`,
    cancelled: t`Will not be held`,
  };
  const planFault = (failure: unknown): string | undefined =>
    hasFault(failure, dayHasPassed) ? t`The day has been. Choose today or a later day.` : undefined;
  const fileFault = (failure: unknown): string | undefined => {
    if (hasFault(failure, 'too-large')) return t`The file is larger than 5 MB.`;
    if (hasFault(failure, 'too-many')) return t`The meeting has ten files already. Remove one first.`;
    if (hasFault(failure, 'not-as-named')) return t`The file is of another kind than its name says.`;
    return failure instanceof ProblemError && failure.code === 'payload-too-large'
      ? t`The file is larger than 5 MB.`
      : undefined;
  };
  return {
    status: (status: Meeting['status']) => statusOf[status],
    moment: (at: string) => {
      const day = formatDate(new Date(at), language);
      const time = formatTime(new Date(at), language);
      return t`${day} at ${time}`;
    },
    minutes: (minutes: number) => t`${plural(minutes, { one: '# minute', other: '# minutes' })}`,
    day: (on: string) => formatDate(new Date(on), language),
    size: (bytes: number) =>
      bytes < bytesInMegabyte
        ? `${formatNumber(Math.max(1, Math.round(bytes / bytesInKilobyte)), language)} kB`
        : `${formatNumber(bytes / bytesInMegabyte, language, 1)} MB`,
    owner: (owner: StepOwner, meeting: Pick<Meeting, 'organisation'>, firmName: string) =>
      owner === 'firm' ? firmName : localise(meeting.organisation),
    problem: (failure: unknown): string => fileFault(failure) ?? planFault(failure) ?? problemWords(failure),
  };
}

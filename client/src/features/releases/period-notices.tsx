import { Trans } from '@lingui/react/macro';
import { strangeYears } from '#shared/domain/benchmark/period-name.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import type { Period } from './period.ts';
import { useReleaseWords } from './use-release-words.ts';

type StrangeNameProps = { names: readonly string[]; periods: readonly Period[] };

/** Said, and not forbidden: a name may mention a year that the answers are not of. */
export function StrangeNameNotice({ names, periods }: StrangeNameProps) {
  const language = useLanguage();
  const words = useReleaseWords();
  const found = [...new Set(names.flatMap((name) => strangeYears(name, periods)))];
  if (found.length === 0) return null;
  const years = listInWords(found, language);
  const period = words.periods(periods);
  return (
    <Notice tone="info" role="status" title={<Trans>The name mentions {years}</Trans>}>
      <p>
        <Trans>Answers are counted of {period}. What is published keeps its name for ever.</Trans>
      </p>
    </Notice>
  );
}

import type { ShownCount } from '#shared/domain/achievement/achievement.ts';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { HiddenMark } from '../../ui/heat/hidden-mark.tsx';

/** A count, or the mark of what is not shown. */
export function Shown({ count }: { count: ShownCount }) {
  const language = useLanguage();
  return count === null ? <HiddenMark /> : formatNumber(count, language);
}

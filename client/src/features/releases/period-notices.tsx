import { Trans } from '@lingui/react/macro';
import type { ReleaseRow } from '#shared/contracts/releases.ts';
import { strangeYears } from '#shared/domain/benchmark/period-name.ts';
import { findPerhapsNear } from '#shared/domain/effect/may-be-near.ts';
import { formatList } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Link } from '../../ui/link/link.tsx';
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
  const years = formatList(found, language);
  const period = words.periods(periods);
  return (
    <Notice tone="info" role="status" title={<Trans>The name mentions {years}</Trans>}>
      <p>
        <Trans>Answers are counted of {period}. What is published keeps its name for ever.</Trans>
      </p>
    </Notice>
  );
}

type PerhapsNearProps = {
  releases: readonly ReleaseRow[];
  wanted: Parameters<typeof findPerhapsNear>[1];
  hrefOf: (releaseId: string) => string;
};

/** Known before anything is counted: the time is almost that of an earlier one. */
export function PerhapsNearNotice({ releases, wanted, hrefOf }: PerhapsNearProps) {
  const localise = useLocalised();
  const words = useReleaseWords();
  const near = findPerhapsNear(
    releases.filter(({ status, isBlocked }) => status === 'published' || (status === 'built' && !isBlocked)),
    wanted,
  );
  if (near.length === 0) return null;
  return (
    <Notice tone="warning" role="status" title={<Trans>It may be too much like an earlier release</Trans>}>
      <p>
        <Trans>
          These count almost the same answers. If few firms make the difference, what you build cannot be published. A
          period that shares less with them is safer.
        </Trans>
      </p>
      <ul>
        {near.map(({ releaseId, name, periods }) => (
          <li key={releaseId}>
            <Link to={hrefOf(releaseId)}>{localise(name)}</Link>, {words.periods(periods)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

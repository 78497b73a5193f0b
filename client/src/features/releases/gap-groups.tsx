import { Trans } from '@lingui/react/macro';
import { leastTold } from '#shared/domain/benchmark/scale.ts';
import { Section } from '../../ui/page/section.tsx';
import type { ReleaseView } from './release-view.ts';
import { type Released, SourceLine } from './source-line.tsx';
import type { Gap } from './use-gaps.ts';
import { useOutstanding } from './use-outstanding.ts';

/** So many are told; the tables have the rest. */
const mostTold = 5;

type GapGroupsProps = { released: Released; view: ReleaseView; gaps: readonly Gap[] };

/** In which groups a need is more often without a package than in all firms, by more than chance. */
export function GapGroups({ released, view, gaps }: GapGroupsProps) {
  const nameOf = new Map(gaps.map(({ measure, name }) => [measure, name]));
  const { comparisons, found, line } = useOutstanding({
    view,
    measures: gaps.map(({ measure }) => measure),
    nameOf: (measure) => nameOf.get(measure) ?? measure,
  });
  const least = leastTold.share;
  const more = found.filter(({ difference }) => difference > 0);
  const [told, untold] = [more.slice(0, mostTold), more.length - mostTold];
  if (comparisons === 0) return null;
  return (
    <Section id="groups" title={<Trans>Where needs are most often without a package</Trans>}>
      {told.length === 0 ? (
        <p>
          <Trans>In no group is a need more often without a package than in all firms, by more than chance.</Trans>
        </p>
      ) : (
        <ul>
          {told.map((one) => (
            <li key={`${one.measure} ${one.group.name}`}>{line(one)}</li>
          ))}
          {untold > 0 && (
            <li>
              <Trans>{untold} more, in the tables below.</Trans>
            </li>
          )}
        </ul>
      )}
      <p>
        <Trans>
          A group is named when it lies {least} percentage points or more from all firms, and farther than chance could
          take any of the {comparisons} shares that are shown by county, branch, size and the like.
        </Trans>
      </p>
      <SourceLine released={released} />
    </Section>
  );
}

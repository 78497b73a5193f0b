import { Plural, Trans } from '@lingui/react/macro';
import { useLocation } from 'react-router';
import { Link } from '../../ui/link/link.tsx';
import { areasOn, isPlaced, type Published, useComparedAreas } from './compared-areas.ts';
import type { ComparisonProps } from './comparison.tsx';
import { useComparedGroup, useGroupName } from './use-compared-group.ts';

function Lead({ comparison }: { comparison: Published }) {
  const { search } = useLocation();
  const nameOf = useGroupName();
  const { group } = useComparedGroup(comparison);
  const all = useComparedAreas(comparison, group);
  const areas = all.filter(isPlaced);
  const missing = all.length - areas.length;
  if (group === undefined || areas.length === 0) return null;
  const groupName = nameOf(group);
  const [above, within, below] = [
    areasOn(areas, 'above').length,
    areasOn(areas, 'within').length,
    areasOn(areas, 'below').length,
  ];
  const untold = areas.length - above - within - below;
  return (
    <p>
      {above + within + below > 0 && (
        <>
          <Trans>
            Beside others ({groupName}) you lie where the middle half of the firms lies in{' '}
            <Plural value={within} _0="no area" one="# area" other="# areas" />, higher in{' '}
            <Plural value={above} _0="none" other="#" /> and lower in <Plural value={below} _0="none" other="#" />.
          </Trans>{' '}
        </>
      )}
      {above + within + below > 0 && untold > 0 && (
        <>
          <Plural value={untold} one="In # area it cannot be said." other="In # areas it cannot be said." />{' '}
        </>
      )}
      {missing > 0 && (
        <>
          <Plural value={missing} one="# area has no comparison." other="# areas have no comparison." />{' '}
        </>
      )}
      <Link to={{ search, hash: 'comparison' }}>
        <Trans>See where you lie compared with others</Trans>
      </Link>
    </p>
  );
}

/** The comparison in one sentence, and the way to it; nothing where there is nothing to compare with. */
export function ComparisonLead({ comparison }: ComparisonProps) {
  return comparison ? <Lead comparison={comparison} /> : null;
}

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
  const areas = useComparedAreas(comparison, group).filter(isPlaced);
  if (group === undefined || areas.length === 0) return null;
  const groupName = nameOf(group);
  const [above, within, below] = [
    areasOn(areas, 'above').length,
    areasOn(areas, 'within').length,
    areasOn(areas, 'below').length,
  ];
  return (
    <p>
      {above + within + below > 0 && (
        <>
          <Trans>
            Beside others ({groupName}) you are above the middle half in{' '}
            <Plural value={above} _0="no area" one="# area" other="# areas" />, within it in {within} and below it in{' '}
            {below}.
          </Trans>{' '}
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

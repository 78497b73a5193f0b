import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { OwnComparison } from '#shared/contracts/own-comparison.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import {
  areasOn,
  type ComparedArea,
  isMissing,
  isPlaced,
  type MissingArea,
  type PlacedArea,
  type Published,
  type Release,
  useComparedAreas,
} from './compared-areas.ts';
import { ComparedTable } from './compared-table.tsx';
import { ComparisonSource } from './comparison-source.tsx';
import { PublishedWhen, WhereItLies } from './comparison-sums.tsx';
import { OwnAmongOthers, RulerLegend } from './own-among-others.tsx';
import { addressOf, useComparedGroup, useGroupName } from './use-compared-group.ts';

function NothingShown() {
  return (
    <EmptyState title={<Trans>Nothing can be shown of this group</Trans>}>
      <p>
        <Trans>
          Too few other firms have answered, or it would give away single firms. Choose another group to compare with.
        </Trans>
      </p>
    </EmptyState>
  );
}

/** Areas that there is little to say of: folded, so that those that differ are seen. */
function Folded({ areas, summary, isOpen }: { areas: readonly PlacedArea[]; summary: string; isOpen: boolean }) {
  if (areas.length === 0) return null;
  return (
    <Details summary={summary} isOpenAtFirst={isOpen} onPaper="as-left">
      <OwnAmongOthers areas={areas} />
    </Details>
  );
}

/** Areas that stand beside nobody, by why. */
function WithoutComparison({ areas }: { areas: readonly ComparedArea[] }) {
  const language = useLanguage();
  const missing = areas.filter(isMissing);
  const names = (why: MissingArea['why']) =>
    listInWords(
      missing.filter((area) => area.why === why).map(({ name }) => name),
      language,
    );
  if (missing.length === 0) return null;
  const [hidden, unpublished, withoutLevel] = [names('hidden'), names('unpublished'), names('no-level')];
  const all = areas.length;
  return (
    <>
      <p>
        <Plural
          value={missing.length}
          one={`# of ${all} areas has no comparison:`}
          other={`# of ${all} areas have no comparison:`}
        />
      </p>
      <ul>
        {hidden !== '' && (
          <li>
            <Trans>
              Not shown for this group: {hidden}. Too few other firms have answered, or it would give away single firms.
            </Trans>
          </li>
        )}
        {unpublished !== '' && (
          <li>
            <Trans>The regions have published no figures of: {unpublished}.</Trans>
          </li>
        )}
        {withoutLevel !== '' && (
          <li>
            <Trans>You have no level yourselves in: {withoutLevel}.</Trans>
          </li>
        )}
      </ul>
    </>
  );
}

type InGroupProps = { areas: readonly ComparedArea[]; groupName: string; releases: readonly Release[] };

function InGroup({ areas, groupName, releases }: InGroupProps) {
  const { t } = useLingui();
  const shown = areas.filter(isPlaced);
  if (shown.length === 0) return <NothingShown />;
  const outside = areasOn(shown, 'above', 'below');
  const within = areasOn(shown, 'within');
  const untold = areasOn(shown, 'unsure', 'unpublished');
  const isWithinOpen = outside.length === 0;
  return (
    <>
      <p>
        <WhereItLies areas={shown} />
      </p>
      <p>
        <PublishedWhen areas={shown} releases={releases} />
      </p>
      <RulerLegend />
      {outside.length > 0 && <OwnAmongOthers areas={outside} />}
      <Folded
        areas={within}
        isOpen={isWithinOpen}
        summary={plural(within.length, {
          one: '# area within the middle half',
          other: '# areas within the middle half',
        })}
      />
      <Folded
        areas={untold}
        isOpen={isWithinOpen && within.length === 0}
        summary={plural(untold.length, {
          one: '# area where it cannot be said',
          other: '# areas where it cannot be said',
        })}
      />
      <WithoutComparison areas={areas} />
      <Details summary={t`The comparison as a table`}>
        <ComparedTable areas={areas} caption={t`Your level beside the others, 0–4. ${groupName}`} />
      </Details>
    </>
  );
}

function Compared({ comparison }: { comparison: Published }) {
  const { t } = useLingui();
  const nameOf = useGroupName();
  const { groups, releases } = comparison;
  const { group, choose } = useComparedGroup(comparison);
  const areas = useComparedAreas(comparison, group);
  return (
    <>
      <SelectField
        name="compare-with"
        label={t`Compare with`}
        value={group === undefined ? '' : addressOf(group)}
        options={groups.map((each) => {
          const name = nameOf(each);
          return { value: addressOf(each), label: each.peers.length === 0 ? t`${name} (not shown)` : name };
        })}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      {group === undefined ? (
        <NothingShown />
      ) : (
        <InGroup key={group.key} areas={areas} groupName={nameOf(group)} releases={releases} />
      )}
      <ComparisonSource releases={releases} areas={areas} />
    </>
  );
}

function NoRelease() {
  return (
    <EmptyState title={<Trans>There is nothing to compare with yet</Trans>}>
      <p>
        <Trans>
          The regions have not published any figures of levels. When they do, you see here where the middle half of the
          firms of your groups lies, and never a single firm.
        </Trans>
      </p>
    </EmptyState>
  );
}

/** Undefined when it could not be fetched: the result shows without it. */
export type ComparisonProps = { comparison: OwnComparison | undefined };

/** The firm beside the others of its groups, as the regions have published them. */
export function Comparison({ comparison }: ComparisonProps) {
  return (
    <Section id="comparison" title={<Trans>Compared with others</Trans>}>
      {comparison === undefined && (
        <Notice tone="warning">
          <p>
            <Trans>The comparison could not be fetched just now. Load the page again in a while.</Trans>
          </p>
        </Notice>
      )}
      {comparison === null && <NoRelease />}
      {comparison && <Compared comparison={comparison} />}
    </Section>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { OwnComparison } from '#shared/contracts/own-comparison.ts';
import { formatList } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { type ComparedArea, type ComparedGroup, firstGroup, useComparedAreas } from './compared-areas.ts';
import { ComparedTable } from './compared-table.tsx';
import { ComparisonSource } from './comparison-source.tsx';
import { OwnAmongOthers } from './own-among-others.tsx';

type Published = NonNullable<OwnComparison>;

/** What the firms of a group have in common. */
function useGroupName() {
  const { t } = useLingui();
  const localise = useLocalised();
  return ({ values }: ComparedGroup): string =>
    values.length === 0
      ? t`All firms that have answered`
      : values.map(({ attribute, value }) => `${localise(attribute)}: ${localise(value)}`).join(', ');
}

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

function InGroup({ areas, groupName }: { areas: readonly ComparedArea[]; groupName: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const shown = areas.filter(({ peers }) => peers !== null);
  const hidden = areas.filter(({ peers }) => peers === null).map(({ name }) => name);
  const hiddenNames = formatList(hidden, language);
  if (shown.length === 0) return <NothingShown />;
  return (
    <>
      <OwnAmongOthers areas={shown} />
      {hidden.length > 0 && (
        <p>
          <Trans>
            Not shown for this group: {hiddenNames}. Too few other firms have answered, or it would give away single
            firms.
          </Trans>
        </p>
      )}
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
  const [chosen, setChosen] = useState(() => firstGroup(comparison)?.key);
  const group = groups.find(({ key }) => key === chosen);
  const areas = useComparedAreas(comparison, group);
  return (
    <>
      <ComparisonSource releases={releases} areas={areas} />
      <SelectField
        name="compare-with"
        label={t`Compare with`}
        value={chosen ?? ''}
        options={groups.map((each) => {
          const name = nameOf(each);
          return { value: each.key, label: each.peers.length === 0 ? t`${name} (not shown)` : name };
        })}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      {group === undefined ? <NothingShown /> : <InGroup key={group.key} areas={areas} groupName={nameOf(group)} />}
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
    <Section title={<Trans>Compared with others</Trans>}>
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

import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { indexStructure } from '#shared/domain/instrument/index-structure.ts';
import { mapItems } from '#shared/domain/instrument/version/comparability.ts';
import { diffVersions, type ItemChange } from '#shared/domain/instrument/version/difference.ts';
import { Spinner } from '../../ui/loading/spinner.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { CompareSelect } from './compare-select.tsx';
import { DifferenceView } from './difference-view.tsx';
import { useEditing } from './draft-context.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { MeaningChoice } from './meaning-choice.tsx';
import { useLineage } from './use-lineage.ts';
import { useStatement } from './use-statement.ts';

const versionParameter = 'from';

/** Said once for every wording: closing questions share theirs. */
function StateMeaning({ change }: { change: ItemChange }) {
  const { definition } = useEditing();
  const { fault, state } = useStatement();
  const { code, meaning } = change;
  const wording = indexStructure(definition.structure).items.get(code)?.textCode ?? code;
  return (
    <>
      <MeaningChoice
        name={`meaning-${code}`}
        meaning={meaning}
        onMeaning={(stated) => state({ kind: 'meaning', code: wording, meaning: stated })}
      />
      <FaultNotice fault={fault} />
    </>
  );
}

/** The draft beside the version it follows, or beside any earlier one. */
export function DifferencePage() {
  const { t } = useLingui();
  const { draft, before, versions, definition, hrefs } = useEditing();
  const [search, setSearch] = useSearchParams();
  const chosen = search.get(versionParameter) ?? before.instrumentVersionId;
  const lineage = useLineage(chosen, before);
  const { fault } = lineage;
  const { meanings } = draft.content;
  const difference = useMemo(
    () => lineage.before && diffVersions(lineage.before, definition, meanings),
    [lineage.before, definition, meanings],
  );
  const lastMap = useMemo(
    () => mapItems(before.definition, definition, diffVersions(before.definition, definition, meanings)),
    [before, definition, meanings],
  );
  const isBase = chosen === before.instrumentVersionId;
  const aside = (change: ItemChange) =>
    isBase && change.kinds.includes('reworded') ? <StateMeaning change={change} /> : null;
  return (
    <Page width="results">
      <BackLink to={hrefs.draft}>{draft.name}</BackLink>
      <PageHeader
        title={t`What differs`}
        lead={t`Say of every reworded question whether it still asks the same. Only you can know.`}
      />
      <CompareSelect
        versions={versions}
        chosen={chosen}
        onChoose={(id) => setSearch({ [versionParameter]: id }, { replace: true })}
      />
      {!isBase && (
        <p>
          <Trans>Meanings are stated against version {draft.basedOnVersionNumber}, which the draft follows.</Trans>
        </p>
      )}
      <FaultNotice fault={fault} />
      {difference === undefined ? (
        fault === undefined && <Spinner />
      ) : (
        <DifferenceView difference={difference} map={lineage.mapTo([lastMap])} aside={aside} />
      )}
    </Page>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { indexStructure } from '#shared/domain/instrument/index-structure.ts';
import { composeItemMaps, mapItems } from '#shared/domain/instrument/version/comparability.ts';
import { diffVersions, type ItemChange } from '#shared/domain/instrument/version/difference.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { fetchVersions } from './api.ts';
import { CompareSelect, comparedVersion } from './compare-select.tsx';
import { DifferenceView } from './difference-view.tsx';
import { useEditing } from './draft-context.tsx';
import { type Lineage, lineOf, loadLineage } from './lineage.ts';
import { MeaningChoice } from './meaning-choice.tsx';
import { useStatement } from './use-statement.ts';

/** The version the draft is to stand beside: the one it follows unless the address names another. */
export async function loadDraftLineage(draftId: string, search: URLSearchParams): Promise<Lineage | undefined> {
  const { versions, drafts } = await fetchVersions();
  const base = drafts.find((draft) => draft.draftId === draftId)?.basedOnVersionId;
  return base === undefined ? undefined : loadLineage(versions, comparedVersion(search) ?? base, base);
}

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

function Difference({ lineage }: { lineage: Lineage }) {
  const { draft, before, definition } = useEditing();
  const { meanings } = draft.content;
  const { earlier } = lineage;
  const difference = useMemo(
    () => diffVersions(earlier.definition, definition, meanings),
    [earlier, definition, meanings],
  );
  const map = useMemo(() => {
    const last = mapItems(before.definition, definition, diffVersions(before.definition, definition, meanings));
    return composeItemMaps([lineage.map, last].filter((each) => each.size > 0));
  }, [lineage, before, definition, meanings]);
  const isBase = earlier.instrumentVersionId === before.instrumentVersionId;
  const aside = (change: ItemChange) =>
    isBase && change.kinds.includes('reworded') ? <StateMeaning change={change} /> : null;
  return (
    <>
      {!isBase && (
        <p>
          <Trans>Meanings are stated against version {draft.basedOnVersionNumber}, which the draft follows.</Trans>
        </p>
      )}
      <DifferenceView difference={difference} map={map} definition={definition} aside={aside} />
    </>
  );
}

/** The draft beside the version it follows, or beside any that came before it. */
export function DifferencePage({ lineage }: { lineage: Lineage | undefined }) {
  const { t } = useLingui();
  const { draft, before, versions, hrefs } = useEditing();
  const [search] = useSearchParams();
  return (
    <Page width="results">
      <BackLink to={hrefs.draft}>{draft.name}</BackLink>
      <PageHeader
        title={t`What differs`}
        lead={t`Say of every reworded question whether it still asks the same. Only you can know.`}
      />
      <CompareSelect
        versions={lineOf(versions, before.instrumentVersionId)}
        chosen={comparedVersion(search) ?? before.instrumentVersionId}
      />
      {lineage === undefined ? (
        <EmptyState title={<Trans>The draft does not come of that version</Trans>} />
      ) : (
        <Difference lineage={lineage} />
      )}
    </Page>
  );
}

import { Trans } from '@lingui/react/macro';
import { useDeferredValue, useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { checkDefinition } from '#shared/domain/instrument/check-definition.ts';
import { assembleDefinition } from '#shared/domain/instrument/compile-definition.ts';
import type { DefinitionIssue } from '#shared/domain/instrument/definition-issue.ts';
import { applyEdit } from '#shared/domain/instrument/draft/apply-edit.ts';
import type { Draft } from '#shared/domain/instrument/draft/draft.ts';
import { checkWording, readabilityOf } from '#shared/domain/instrument/wording/check-wording.ts';
import { highestLix } from '#shared/domain/instrument/wording/wording-rules.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { distinctIssues } from './distinct-issues.ts';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { IssueLines } from './issue-list.tsx';
import { itemOfIssue } from './issue-place.ts';
import type { ItemForm } from './item-fields.tsx';
import { type ItemValues, itemSourceIn } from './item-values.ts';

type Findings = { readonly issues: readonly DefinitionIssue[]; readonly lix: number | undefined };

/** What the checks would say of the item if it were stored as it is typed; undefined while it is not whole. */
function findingsOf(content: Draft, section: string, values: ItemValues, isNew: boolean): Findings | undefined {
  const item = itemSourceIn(values);
  if (item === undefined) return undefined;
  const applied = applyEdit(content, { kind: isNew ? 'new-item' : 'item', section, item });
  if (!applied.ok) return undefined;
  const definition = assembleDefinition(applied.draft.sources);
  const issues = [...checkDefinition(definition), ...checkWording(definition)];
  return {
    issues: distinctIssues(issues.filter((issue) => itemOfIssue(issue) === item.code)),
    lix: readabilityOf(definition).find((each) => each.item === item.code)?.lix,
  };
}

/** The publish checks of this item, while it is written. */
export function ItemLiveChecks({ form, section, isNew }: { form: ItemForm; section: string; isNew: boolean }) {
  const { draft } = useEditing();
  const values = useDeferredValue(useWatch({ control: form.control }) as ItemValues);
  const findings = useMemo(() => findingsOf(draft.content, section, values, isNew), [draft, section, values, isNew]);
  if (findings === undefined) return null;
  const lix = Math.round(findings.lix ?? 0);
  return (
    <>
      {findings.issues.length > 0 && (
        <Notice tone="warning" title={<Trans>This would keep the draft from being published</Trans>}>
          <IssueLines issues={findings.issues} />
        </Notice>
      )}
      <p className={styles.muted}>
        <Trans>
          Reading ease in Swedish (LIX): {lix}, at most {highestLix}.
        </Trans>
      </p>
    </>
  );
}

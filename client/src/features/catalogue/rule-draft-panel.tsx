import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import type { WhatIfDocument } from '#shared/contracts/what-if.ts';
import { listRuleDifferences, listRuleNumbers } from '#shared/domain/routing/rule-drafting/rule-changes.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { UnsavedGuard, useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { fieldId } from '../../ui/field/field.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Table } from '../../ui/table/table.tsx';
import { sendRulePublication, sendRuleRemoval } from './api.ts';
import styles from './catalogue.module.css';
import { useWorkshop } from './catalogue-context.tsx';
import { RuleNumberField, RuleSection } from './rule-fields.tsx';
import { useCatalogueProblemWords } from './use-catalogue-problem-words.ts';
import { type RuleDraftState, useRuleDraft } from './use-rule-draft.ts';
import { useRuleWords } from './use-rule-words.ts';
import { useWhatIf, type WhatIfState } from './use-what-if.ts';
import { WhatIfPanel, WhatIfSeen } from './what-if-panel.tsx';

function Differences({ differences }: Pick<RuleDraftState, 'differences'>) {
  const { t } = useLingui();
  const words = useRuleWords();
  if (differences.length === 0) {
    return (
      <EmptyState title={<Trans>Nothing differs yet</Trans>}>
        <p>
          <Trans>The draft says the same as the rules in use.</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <Table
      caption={t`What differs from the rules in use`}
      rows={differences.map(words.difference)}
      rowKey={({ place, what }) => `${place} ${what}`}
      columns={[
        { key: 'place', header: t`Where`, isRowHeader: true, cell: ({ place }) => place },
        { key: 'what', header: t`What`, cell: ({ what }) => what },
        { key: 'before', header: t`Now`, cell: ({ before }) => before },
        { key: 'after', header: t`In the draft`, cell: ({ after }) => after },
      ]}
    />
  );
}

/** Somebody else has saved meanwhile: both drafts side by side, to choose from. */
function Rival({ state }: { state: RuleDraftState }) {
  const { catalogue } = useWorkshop().catalogue;
  const { rival } = state;
  const box = useRef<HTMLDivElement>(null);
  // Where one saves is far from here.
  useEffect(() => {
    if (rival !== undefined) box.current?.focus();
  }, [rival]);
  if (rival === undefined) return null;
  const by = rival.changedBy;
  return (
    <div ref={box} tabIndex={-1} className={styles.clash}>
      <Notice tone="warning" role="alert" title={<Trans>Not saved: somebody else has saved the draft meanwhile</Trans>}>
        <p>{by === null ? <Trans>This is what they saved.</Trans> : <Trans>This is what {by} saved.</Trans>}</p>
        <Differences differences={listRuleDifferences(catalogue, rival.changes)} />
        <p className={styles.actions}>
          <Button variant="secondary" onClick={state.takeRival}>
            <Trans>Take theirs</Trans>
          </Button>
          <Button variant="secondary" isBusy={state.saving.isBusy} onClick={state.saveOverRival}>
            <Trans>Save mine over it</Trans>
          </Button>
        </p>
      </Notice>
    </div>
  );
}

function Issues({ state }: { state: RuleDraftState }) {
  const words = useRuleWords();
  if (state.issues.length === 0) return null;
  return (
    <Notice tone="warning" title={<Trans>Left to mend before it can be published</Trans>}>
      <ul>
        {state.issues.map((issue) => (
          <li key={`${issue.path} ${issue.code}`}>
            {words.issue(issue)}{' '}
            {issue.code === 'gone' && (
              <Button variant="quiet" onClick={() => state.forget(issue.path)}>
                <Trans>Take the change away</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type Ending = {
  state: RuleDraftState;
  whatIf: WhatIfState;
  versionNumber: number;
  onEnded: (words: string) => Promise<void>;
};

/** What keeps the draft from being saved. */
function Unusable({ first, more }: { first: RuleDraftState['unusable'][number]; more: number }) {
  const words = useRuleWords();
  const { least, most } = words.rangeOf(first) ?? { least: '', most: '' };
  const place = words.placeOf(first);
  return (
    <p className={styles.dockSays}>
      <Trans>
        <strong>Cannot be saved.</strong> {place}: give a number from {least} to {most}.
      </Trans>{' '}
      {more > 0 && (
        <Plural value={more} one="# more number has to be mended." other="# more numbers have to be mended." />
      )}
    </p>
  );
}

/** Beside the button: that something is not saved, and what keeps it from being saved, with the way there. */
function WhyNotSaved({ state }: { state: RuleDraftState }) {
  const [first] = state.unusable;
  return (
    <>
      {/* There before its words are, so that they are heard. */}
      <div role="status">{first !== undefined && <Unusable first={first} more={state.unusable.length - 1} />}</div>
      {first !== undefined && (
        <Button variant="quiet" onClick={() => document.getElementById(fieldId(first))?.focus()}>
          <Trans>Go to the field</Trans>
        </Button>
      )}
      {first === undefined && state.isDirty && (
        <p className={styles.dockSays}>
          <Trans>Not saved yet</Trans>
        </p>
      )}
    </>
  );
}

function Publishing({ state, whatIf, versionNumber, onEnded }: Ending) {
  const { t } = useLingui();
  const [asks, setAsks] = useState<'publish' | 'remove'>();
  const action = useAction(useCatalogueProblemWords());
  const { ruleDraftId, revision } = state.stored;
  const isReady = !state.isDirty && state.issues.length === 0 && state.differences.length > 0;
  return (
    <>
      <div className={styles.dock}>
        <DoneNotice done={state.done} />
        <FaultNotice fault={state.saving.fault} title={<Trans>The draft is not saved</Trans>} />
        <Button
          isBusy={state.saving.isBusy}
          disabled={!state.isDirty || state.unusable.length > 0}
          onClick={state.save}
        >
          <Trans>Save in the draft</Trans>
        </Button>
        <Button variant="secondary" disabled={!isReady} onClick={() => setAsks('publish')}>
          <Trans>Publish</Trans>
        </Button>
        <Button variant="quiet" onClick={() => setAsks('remove')}>
          <Trans>Throw the draft away</Trans>
        </Button>
        <WhyNotSaved state={state} />
      </div>
      <ActionDialog
        isOpen={asks === 'publish'}
        title={<Trans>Publish the rules?</Trans>}
        confirm={<Trans>Publish</Trans>}
        isDangerous={false}
        action={action}
        onConfirm={() => sendRulePublication(ruleDraftId, { revision, versionNumber })}
        onClose={() => setAsks(undefined)}
        onDone={() => onEnded(t`The rules are published.`)}
      >
        <p>
          <Trans>
            They are used for every result that is submitted from now on. Earlier results keep the rules they were made
            by.
          </Trans>
        </p>
        <WhatIfSeen state={state} whatIf={whatIf} versionNumber={versionNumber} />
        <Differences differences={state.differences} />
      </ActionDialog>
      <ActionDialog
        isOpen={asks === 'remove'}
        title={<Trans>Throw the draft away?</Trans>}
        confirm={<Trans>Throw away</Trans>}
        action={action}
        onConfirm={() => sendRuleRemoval(ruleDraftId, revision)}
        onClose={() => setAsks(undefined)}
        onDone={() => onEnded(t`The draft is thrown away.`)}
      >
        <p>
          <Trans>What was changed in it is lost for every editor. Nothing published is touched.</Trans>
        </p>
      </ActionDialog>
    </>
  );
}

function HoldUnsaved() {
  useUnsaved(true);
  return null;
}

/** The draft of the rule set, with what differs, what is left to mend, and each rule and number. */
export function RuleDraftPanel({
  loaded,
  loadedWhatIf,
  outcomesHref,
  ...ending
}: Omit<Ending, 'state' | 'whatIf'> & {
  loaded: Parameters<typeof useRuleDraft>[0];
  loadedWhatIf: WhatIfDocument;
  outcomesHref: (ruleId: string) => string;
}) {
  const { catalogue } = useWorkshop().catalogue;
  const state = useRuleDraft(loaded);
  const whatIf = useWhatIf(loaded.ruleDraftId, loadedWhatIf);
  const ranking = listRuleNumbers({ rules: [], ranking: catalogue.ranking });
  return (
    <UnsavedGuard>
      <div className={styles.docked}>
        {state.isDirty && <HoldUnsaved />}
        <Section title={<Trans>The draft</Trans>}>
          <div className={styles.stack}>
            <Rival state={state} />
            <Issues state={state} />
            <Differences differences={state.differences} />
          </div>
        </Section>
        <WhatIfPanel state={state} whatIf={whatIf} versionNumber={ending.versionNumber} />
        {catalogue.rules.map((rule) => (
          <RuleSection key={rule.id} rule={rule} state={state} outcomesHref={outcomesHref(rule.id)} />
        ))}
        <Section
          title={<Trans>The ranking</Trans>}
          lead={<Trans>How needs and packages are weighed. Every number is a proposal.</Trans>}
        >
          <div className={styles.numbers}>
            {ranking.map((number) => (
              <RuleNumberField key={number.path} number={number} state={state} />
            ))}
          </div>
        </Section>
        <Publishing state={state} whatIf={whatIf} {...ending} />
      </div>
    </UnsavedGuard>
  );
}

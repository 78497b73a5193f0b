import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ActivityDocument, ActivityRow, FollowUpFrame } from '#shared/contracts/follow-up.ts';
import type { Activity } from '#shared/domain/followup/activity.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { UnsavedGuard, useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { ActivityFields } from './activity-fields.tsx';
import { fetchActivity, sendActivity } from './api.ts';
import { EntryConflict } from './entry-conflict.tsx';
import styles from './follow-up.module.css';
import { type ActivityField, activityFields, firstActivityForm, useActivityForm } from './read-activity.ts';
import { changedFacts, useActivityFacts } from './use-activity-facts.ts';
import { useActivityFaultWords } from './use-activity-faults.ts';
import { useSaveOver } from './use-save-over.ts';

type ActivityFormProps = {
  organisationId: string;
  /** Null for a new one. */
  document: ActivityDocument | null;
  frame: FollowUpFrame;
  /** The step that a new one was begun from. */
  step: string | null;
  backHref: string;
  onSaved: (row: ActivityRow) => void;
};

/** A new activity, or one that is changed. */
export function ActivityFormPage(props: ActivityFormProps) {
  return (
    <UnsavedGuard>
      <ActivityFormBody {...props} />
    </UnsavedGuard>
  );
}

function useForm({ organisationId, document, frame, step, onSaved }: ActivityFormProps) {
  const language = useLanguage();
  // One identifier for one form: sent twice it is one activity.
  const [newId] = useState(() => crypto.randomUUID());
  const activityId = document?.activityId ?? newId;
  const before = document?.activity ?? null;
  const form = useActivityForm(firstActivityForm(before, step, language), { frame, before });
  const release = useUnsaved(form.formState.isDirty);
  const saving = useSaveOver({
    revision: document?.revision ?? 0,
    send: async (activity: Activity, revision) => {
      const row = await sendActivity({ organisationId, activityId }, { activity, revision });
      release();
      onSaved(row);
    },
    fetchNewest: () => fetchActivity({ organisationId, activityId }),
  });
  const takeTheirs = () => {
    if (saving.newest === null) return;
    form.reset(firstActivityForm(saving.newest.activity, null, language));
    saving.take();
  };
  return { form, ...saving, takeTheirs };
}

function ActivityFormBody(props: ActivityFormProps) {
  const { document, frame, backHref } = props;
  const { t } = useLingui();
  const faultWords = useActivityFaultWords();
  const factsOf = useActivityFacts(frame);
  const { form, action, newest, save, saveOver, takeTheirs } = useForm(props);
  const { errors, submitCount } = form.formState;
  const errorOf = (field: ActivityField) => {
    const fault = form.getFieldState(field, form.formState).error;
    return fault === undefined ? undefined : faultWords(field, (fault.type ?? 'invalid') as 'invalid');
  };
  const faults = Object.keys(errors).length === 0 ? [] : listFaults(activityFields, errorOf);
  return (
    <Page>
      <BackLink to={backHref}>
        {document === null ? <Trans>Industrial portfolio</Trans> : <Trans>The activity</Trans>}
      </BackLink>
      <PageHeader
        title={document === null ? t`Write down an activity` : t`Change the activity`}
        hasFaults={faults.length > 0}
        lead={t`Something that is done to carry the strategy out. Every change is kept.`}
      />
      <ErrorSummary faults={faults} attempt={submitCount} />
      <form noValidate className={styles.form} onSubmit={(event) => void form.handleSubmit(save, action.forget)(event)}>
        <ActivityFields form={form} errorOf={errorOf} frame={frame} />
        {newest !== null && document !== null && (
          <EntryConflict
            changes={changedFacts(factsOf(document.activity), factsOf(newest.activity))}
            isWithdrawn={newest.withdrawalReason !== null}
            isBusy={action.isBusy}
            onKeep={() => void form.handleSubmit(saveOver)()}
            onTake={takeTheirs}
          />
        )}
        <FaultNotice fault={action.fault} title={<Trans>The activity was not saved</Trans>} />
        <ButtonRow>
          <Button type="submit" isBusy={action.isBusy}>
            <Trans>Save the activity</Trans>
          </Button>
        </ButtonRow>
      </form>
    </Page>
  );
}

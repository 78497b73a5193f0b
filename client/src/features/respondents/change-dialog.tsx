import { Trans } from '@lingui/react/macro';
import { useRef } from 'react';
import type { Respondent, Respondents } from '#shared/contracts/respondents.ts';
import { useAction } from '../../lib/use-action.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { sendChange } from './api.ts';
import { type NamedDimension, RespondentFields } from './respondent-fields.tsx';
import styles from './respondents.module.css';
import type { AskedForm } from './respondents-page.tsx';
import { useRespondentForm } from './use-respondent-form.ts';

export type ChangeDialogProps = {
  asked: AskedForm;
  respondent: Respondent;
  dimensions: readonly NamedDimension[];
  onChanged: (respondents: Respondents, label: string) => void;
  onClose: () => void;
};

/** Something is missing in the form, which says so itself. */
class UnfinishedForm extends Error {
  override readonly name = 'UnfinishedForm';
}

/** What a respondent is called and asked. What was answered outside a smaller part is kept, and not counted. */
export function ChangeDialog({ asked, respondent, dimensions, onChanged, onClose }: ChangeDialogProps) {
  const form = useRespondentForm(asked, respondent);
  const action = useAction(useProblemWords());
  const focusAfter = useFocusAfter();
  const box = useRef<HTMLDivElement>(null);
  const { fields, label } = form;
  const save = async () => {
    const { role, part } = fields;
    if (!form.check() || role === null) {
      focusAfter(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input'));
      throw new UnfinishedForm();
    }
    return sendChange(asked.responseId, respondent.respondentId, { label, role, part: [...part] });
  };
  return (
    <ActionDialog
      isOpen
      isDangerous={false}
      title={<Trans>Change what is asked</Trans>}
      confirm={<Trans>Save</Trans>}
      action={action}
      faultNotice={action.failure instanceof UnfinishedForm ? null : undefined}
      onConfirm={save}
      onClose={onClose}
      onDone={(next) => onChanged(next, label)}
    >
      <div ref={box} className={styles.form}>
        <RespondentFields form={form} dimensions={dimensions} />
      </div>
    </ActionDialog>
  );
}

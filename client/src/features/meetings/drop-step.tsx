import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { WrittenStep } from '#shared/contracts/meetings.ts';
import { dropBodySchema } from '#shared/contracts/meetings.ts';
import { longestDropReason } from '#shared/domain/meeting/meeting-step.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { useMeetingWords } from './use-meeting-words.ts';

type DropStepProps = {
  step: WrittenStep;
  /** Who reads the reason. */
  reader: string;
  isBusy: boolean;
  onDrop: (step: WrittenStep, reason: string) => Promise<void>;
};

const isFit = (reason: string): boolean => dropBodySchema.safeParse({ reason }).success;

/** Says that what was agreed is not to be done after all, and why. */
export function DropStep({ step, reader, isBusy, onDrop }: DropStepProps) {
  const { t } = useLingui();
  const action = useAction(useMeetingWords().problem);
  const [isOpen, setIsOpen] = useState(false);
  const { register, handleSubmit, formState, control } = useForm({ defaultValues: { reason: '' } });
  const reason = useWatch({ control, name: 'reason' });
  const { what } = step;
  const drop = handleSubmit((form) =>
    action.run(async () => {
      await onDrop(step, form.reason.trim());
      setIsOpen(false);
    }),
  );
  return (
    <>
      <Button variant="quiet" isUnavailable={isBusy} aria-label={t`Drop: ${what}`} onClick={() => setIsOpen(true)}>
        <Trans>Drop</Trans>
      </Button>
      <Dialog
        isOpen={isOpen}
        isBusy={action.isBusy}
        title={<Trans>Drop what was agreed?</Trans>}
        onClose={() => {
          action.forget();
          setIsOpen(false);
        }}
        actions={
          <Button variant="danger" isBusy={action.isBusy} onClick={() => void drop()}>
            <Trans>Drop</Trans>
          </Button>
        }
      >
        <p>{what}</p>
        <p>
          <Trans>It stays in the list as dropped, with your reason. This cannot be undone.</Trans>
        </p>
        <TextAreaField
          {...register('reason', { validate: isFit })}
          value={reason}
          label={t`Why it is dropped`}
          hint={t`Read by ${reader}.`}
          maximumLength={longestDropReason}
          error={
            formState.errors.reason === undefined
              ? undefined
              : t`Write why in a few words, at most ${longestDropReason} characters.`
          }
        />
        <FaultNotice fault={action.fault} />
      </Dialog>
    </>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { type UseFormReturn, useFieldArray } from 'react-hook-form';
import { Button } from '../../ui/button/button.tsx';
import { FieldError } from '../../ui/field/field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import styles from './editions.module.css';
import type { PlanForm, ReadPlan } from './read-plan.ts';

type DaysFieldsProps = { form: UseFormReturn<PlanForm, unknown, ReadPlan>; error: string | undefined };

/** The days of the group; the first one added is the first day. */
export function DaysFields({ form, error }: DaysFieldsProps) {
  const { t } = useLingui();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'days' });
  const add = () => {
    const last = form.getValues('days').at(-1);
    append(
      {
        heldOn: last === undefined ? form.getValues('startsOn') : '',
        startsAt: last?.startsAt ?? '09:00',
        endsAt: last?.endsAt ?? '16:00',
      },
      { focusName: `days.${fields.length}.heldOn` },
    );
  };
  return (
    <fieldset className={styles.days} id="field-days" tabIndex={-1}>
      <legend>
        <strong>
          <Trans>Days of the group</Trans>
        </strong>
      </legend>
      <FieldError id="field-days" error={error} />
      {fields.map(({ id }, place) => {
        const number = place + 1;
        return (
          <div key={id} className={styles.day}>
            <TextField {...form.register(`days.${place}.heldOn`)} type="date" label={t`Day ${number}`} />
            <TextField {...form.register(`days.${place}.startsAt`)} type="time" label={t`Day ${number} from`} />
            <TextField {...form.register(`days.${place}.endsAt`)} type="time" label={t`Day ${number} to`} />
            <Button variant="quiet" onClick={() => remove(place)}>
              <Trans>Remove day {number}</Trans>
            </Button>
          </div>
        );
      })}
      <p>
        <Button variant="secondary" onClick={add}>
          <Trans>Add a day</Trans>
        </Button>
      </p>
    </fieldset>
  );
}

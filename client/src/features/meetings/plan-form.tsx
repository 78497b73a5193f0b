import { Trans, useLingui } from '@lingui/react/macro';
import { type Resolver, useForm } from 'react-hook-form';
import { type Meeting, type MeetingPlan, meetingPlanSchema } from '#shared/contracts/meetings.ts';
import { dayHasPassed, earliestDay, hasDayPassed, isMeantDay, latestDay } from '#shared/domain/meeting/meant-day.ts';
import { numberOf, swedishDay } from '../../lib/format.ts';
import { swedishMoment, swedishTime } from '../../lib/swedish-moment.ts';
import { today } from '../../lib/today.ts';
import type { Action } from '../../lib/use-action.ts';
import { Button } from '../../ui/button/button.tsx';
import { useUnsaved } from '../../ui/dialog/unsaved-guard.tsx';
import { ErrorSummary, listFaults } from '../../ui/error-summary/error-summary.tsx';
import { TextAreaField } from '../../ui/field/text-area-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { useOwnWords } from '../../ui/own-words/own-words.tsx';
import styles from './meetings.module.css';

type Typed = {
  day: string;
  time: string;
  minutes: string;
  place: string;
  link: string;
  participants: string;
  purpose: string;
};
type PlanField = keyof Typed;
const order: readonly PlanField[] = ['day', 'time', 'minutes', 'place', 'link', 'participants', 'purpose'];

/** The day and the hour in Sweden. */
function typedOf(plan: MeetingPlan | undefined): Typed {
  const { minutes = 60, place = '', link = '', participants = '', purpose = '' } = plan ?? {};
  const at = plan === undefined ? undefined : new Date(plan.startsAt);
  return {
    day: at === undefined ? '' : swedishDay(at),
    time: at === undefined ? '' : swedishTime(at),
    minutes: String(minutes),
    place,
    link,
    participants,
    purpose,
  };
}

const unfitDay = 'unfit-day';

type DayFault = 'invalid' | typeof unfitDay | typeof dayHasPassed;

/** A meeting whose time has come keeps it; another is planned for today or later. */
function dayFaultOf(day: string, keptDay: string): DayFault | undefined {
  if (day === '') return 'invalid';
  if (!isMeantDay(day)) return unfitDay;
  return day !== keptDay && hasDayPassed(day, today()) ? dayHasPassed : undefined;
}

const resolve =
  (keptDay: string): Resolver<Typed, unknown, MeetingPlan> =>
  ({ day, time, minutes, ...words }) => {
    const dayFault = dayFaultOf(day, keptDay);
    const startsAt = isMeantDay(day) ? (swedishMoment(day, time)?.toISOString() ?? '') : '';
    const read = meetingPlanSchema.safeParse({ startsAt, minutes: numberOf(minutes), ...words });
    if (read.success && dayFault === undefined) return { values: read.data, errors: {} };
    const wrong = new Map<string, string>(read.error?.issues.map(({ path }) => [String(path[0]), 'invalid']));
    // Of day and time each is told by itself, so that nothing is left to be found out the next time.
    const isNoMoment = wrong.delete('startsAt');
    if (time === '') wrong.set('time', 'invalid');
    if (dayFault !== undefined || (isNoMoment && time !== '')) wrong.set('day', dayFault ?? 'invalid');
    return { values: {}, errors: Object.fromEntries([...wrong].map(([field, type]) => [field, { type }])) };
  };

function usePlanFaults(): Record<PlanField | Exclude<DayFault, 'invalid'>, string> {
  const { t } = useLingui();
  return {
    day: t`Choose a day.`,
    [unfitDay]: t`Choose a day between 2000 and 2099.`,
    [dayHasPassed]: t`The day has been. Choose today or a later day.`,
    time: t`Write when it begins.`,
    minutes: t`Write between 5 and 720 minutes.`,
    place: t`Write at most 200 characters.`,
    link: t`Write a web address that begins with https://, or nothing.`,
    participants: t`Write at most 500 characters.`,
    purpose: t`Write what the meeting is for, at most 1,000 characters.`,
  };
}

type PlanFormProps = {
  planned?: MeetingPlan;
  action: Action;
  submit: string;
  onSend: (plan: MeetingPlan) => Promise<Meeting>;
  onSaved: (meeting: Meeting) => Promise<void> | void;
};

/** When, where, with whom and what for. */
export function PlanForm({ planned, action, submit, onSend, onSaved }: PlanFormProps) {
  const { t } = useLingui();
  const faults = usePlanFaults();
  const form = useForm<Typed, unknown, MeetingPlan>({
    defaultValues: typedOf(planned),
    resolver: resolve(typedOf(planned).day),
    shouldFocusError: false,
  });
  const { register, handleSubmit, formState } = form;
  const errorOf = (field: PlanField) => {
    const type: string | undefined = formState.errors[field]?.type;
    if (type === undefined) return undefined;
    return faults[type === unfitDay || type === dayHasPassed ? type : field];
  };
  const saved = useUnsaved(formState.isDirty);
  const [place, link, participants, purpose] = form.watch(['place', 'link', 'participants', 'purpose']);
  const before = typedOf(planned);
  const labels = {
    place: t`Where`,
    link: t`Web address of a meeting over the net`,
    participants: t`Who takes part`,
    purpose: t`What the meeting is for`,
  };
  const written = { place, link, participants, purpose };
  const fields = ['place', 'link', 'participants', 'purpose'] as const;
  useOwnWords(
    fields
      .filter((field) => written[field] !== before[field])
      .map((field) => ({ label: labels[field], text: written[field] })),
  );
  const send = handleSubmit((plan) =>
    action.run(async () => {
      const meeting = await onSend(plan);
      saved();
      await onSaved(meeting);
    }),
  );
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void send(event)}>
      <ErrorSummary faults={listFaults(order, errorOf)} attempt={formState.submitCount} />
      <TextField
        {...register('day')}
        label={t`Day`}
        type="date"
        width="half"
        min={earliestDay}
        max={latestDay}
        error={errorOf('day')}
      />
      <TextField {...register('time')} label={t`Begins`} type="time" width="short" error={errorOf('time')} />
      <TextField
        {...register('minutes')}
        label={t`Minutes`}
        inputMode="numeric"
        width="short"
        error={errorOf('minutes')}
      />
      <TextField {...register('place')} label={labels.place} isOptional autoComplete="off" error={errorOf('place')} />
      <TextField
        {...register('link')}
        label={labels.link}
        type="url"
        isOptional
        autoComplete="off"
        error={errorOf('link')}
      />
      <TextField
        {...register('participants')}
        label={labels.participants}
        isOptional
        autoComplete="off"
        error={errorOf('participants')}
      />
      <TextAreaField
        {...register('purpose')}
        value={purpose}
        label={labels.purpose}
        hint={t`The firm sees the plan on its own page.`}
        maximumLength={1000}
        error={errorOf('purpose')}
      />
      <FaultNotice fault={action.fault} title={<Trans>The meeting is not saved</Trans>} />
      <p>
        <Button type="submit" isBusy={action.isBusy}>
          {submit}
        </Button>
      </p>
    </form>
  );
}

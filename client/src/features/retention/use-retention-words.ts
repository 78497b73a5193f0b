import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Period } from '#shared/domain/retention/period.ts';
import type { RetentionAction, RetentionRule } from '#shared/domain/retention/retention-schedule.ts';

type Start = NonNullable<RetentionRule['from']>;

/** Says in words what happens to a kind of data, and when. */
export function useRetentionWords() {
  const { t } = useLingui();
  const actions: Record<Exclude<RetentionAction, 'keep'>, string> = {
    delete: t`Deleted`,
    clear: t`Emptied`,
    'unlink-person': t`Unlinked from the person`,
  };
  const starts: Record<Start, string> = {
    expiry: t`after it ran out`,
    end: t`after it ended`,
    sending: t`after it was sent`,
    'last-use': t`after it was last used`,
    making: t`after it was made`,
    'last-answer': t`after the last answer`,
    submission: t`after they were submitted`,
    withdrawal: t`after it was withdrawn`,
    'end-of-request': t`after the request ended`,
    look: t`after the look`,
    event: t`after it happened`,
    'last-change': t`after the last change`,
    writing: t`after it was written`,
    meeting: t`after the meeting`,
  };
  const period = (length: Period): string => {
    if ('days' in length) return t`${plural(length.days, { one: '# day', other: '# days' })}`;
    if ('months' in length) return t`${plural(length.months, { one: '# month', other: '# months' })}`;
    return t`${plural(length.years, { one: '# year', other: '# years' })}`;
  };
  const happening = ({ action, after, from }: Pick<RetentionRule, 'action' | 'after' | 'from'>): string => {
    if (action === 'keep' || after === null || from === null) return t`Kept`;
    return `${actions[action]} ${period(after)} ${starts[from]}`;
  };
  return { happening, period };
}

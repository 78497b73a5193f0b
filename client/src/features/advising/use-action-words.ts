import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { MoveReason, ReferralOutcome } from '#shared/domain/referral/move-words.ts';
import type { ProviderMove } from '#shared/domain/referral/referral-states.ts';
import { isNoReply } from '../../lib/http/errors.ts';
import { useReminderWords } from '../../lib/use-reminder-words.ts';
import type { Action } from './referral-action.ts';
import type { Refusal, WhyRefused } from './send-action.ts';

/** What can be done with requests: as a button, while it waits, and when it is done. */
export function useActionWords() {
  const { t } = useLingui();
  const moveOf: Record<ProviderMove, string> = {
    accept: t`Take up`,
    start: t`Start`,
    complete: t`Complete`,
    discontinue: t`Break off`,
    decline: t`Turn down`,
    'hand-over': t`Hand over`,
  };
  const underWay: Record<ProviderMove, (count: number) => string> = {
    accept: (count) =>
      t`${plural(count, { one: '# request is being taken up', other: '# requests are being taken up' })}`,
    start: (count) => t`${plural(count, { one: '# request is being started', other: '# requests are being started' })}`,
    complete: (count) =>
      t`${plural(count, { one: '# request is being completed', other: '# requests are being completed' })}`,
    discontinue: (count) =>
      t`${plural(count, { one: '# request is being broken off', other: '# requests are being broken off' })}`,
    decline: (count) =>
      t`${plural(count, { one: '# request is being turned down', other: '# requests are being turned down' })}`,
    'hand-over': (count) =>
      t`${plural(count, { one: '# request is being handed over', other: '# requests are being handed over' })}`,
  };
  const done: Record<ProviderMove, (count: number) => string> = {
    accept: (count) => t`${plural(count, { one: '# request is taken up', other: '# requests are taken up' })}`,
    start: (count) => t`${plural(count, { one: '# request is started', other: '# requests are started' })}`,
    complete: (count) => t`${plural(count, { one: '# request is completed', other: '# requests are completed' })}`,
    discontinue: (count) => t`${plural(count, { one: '# request is broken off', other: '# requests are broken off' })}`,
    decline: (count) => t`${plural(count, { one: '# request is turned down', other: '# requests are turned down' })}`,
    'hand-over': (count) =>
      t`${plural(count, { one: '# request is handed over', other: '# requests are handed over' })}`,
  };
  const wanted: Record<ProviderMove, (count: number) => string> = {
    accept: (count) =>
      t`${plural(count, { one: '# request was to be taken up', other: '# requests were to be taken up' })}`,
    start: (count) =>
      t`${plural(count, { one: '# request was to be started', other: '# requests were to be started' })}`,
    complete: (count) =>
      t`${plural(count, { one: '# request was to be completed', other: '# requests were to be completed' })}`,
    discontinue: (count) =>
      t`${plural(count, { one: '# request was to be broken off', other: '# requests were to be broken off' })}`,
    decline: (count) =>
      t`${plural(count, { one: '# request was to be turned down', other: '# requests were to be turned down' })}`,
    'hand-over': (count) =>
      t`${plural(count, { one: '# request was to be handed over', other: '# requests were to be handed over' })}`,
  };
  const wantedOf = (action: Action, count: number): string => {
    if (action.kind === 'move') return wanted[action.move](count);
    return action.kind === 'assign'
      ? t`${plural(count, { one: '# request was to be looked after by somebody else', other: '# requests were to be looked after by somebody else' })}`
      : t`${plural(count, { one: '# firm was to be reminded by mail', other: '# firms were to be reminded by mail' })}`;
  };
  const givenTo = (count: number, personId: string | null, name: string): string =>
    personId === null
      ? t`${plural(count, { one: '# request is left to nobody', other: '# requests are left to nobody' })}`
      : t`${plural(count, { one: `# request is given to ${name}`, other: `# requests are given to ${name}` })}`;
  const lookedAfterBy = (count: number, personId: string | null, name: string): string =>
    personId === null
      ? t`${plural(count, { one: 'Nobody looks after # request now', other: 'Nobody looks after # requests now' })}`
      : t`${plural(count, { one: `${name} looks after # request now`, other: `${name} looks after # requests now` })}`;
  const person = (name: string | null) => name ?? t`somebody without a name`;
  const beingReminded = (count: number): string =>
    t`${plural(count, { one: '# firm is being reminded by mail', other: '# firms are being reminded by mail' })}`;
  const reminded = (count: number): string =>
    t`${plural(count, { one: '# firm is reminded of the next round', other: '# firms are reminded of the next round' })}`;
  return {
    move: (move: ProviderMove) => moveOf[move],
    person,
    underWay: (action: Action, count: number): string => {
      if (action.kind === 'remind') return beingReminded(count);
      return action.kind === 'move'
        ? underWay[action.move](count)
        : givenTo(count, action.personId, person(action.name));
    },
    /** What was to be done and failed: where no reply came it may have been done. */
    failed: (action: Action, count: number, failure: unknown): string => {
      const what = wantedOf(action, count);
      return isNoReply(failure) ? t`Not certain: ${what}` : t`Not done: ${what}`;
    },
    done: (action: Action, count: number): string => {
      if (action.kind === 'remind') return reminded(count);
      return action.kind === 'move'
        ? done[action.move](count)
        : lookedAfterBy(count, action.personId, person(action.name));
    },
  };
}

/** Why a provider says no, how far a firm came, and why the server would not do it. */
export function useSayingWords() {
  const { t } = useLingui();
  const notReminded = useReminderWords();
  const reasonOf: Record<MoveReason, string> = {
    'not-eligible': t`The firm does not meet the conditions`,
    'no-capacity': t`We have no room now`,
    'another-package-fits': t`Another package fits better`,
    'firm-not-reached': t`We have not reached the firm`,
    'firm-not-interested': t`The firm is no longer interested`,
    'firm-lacks-time': t`The firm has no time`,
    'firm-changed-plans': t`The firm has changed its plans`,
    'provider-cancelled': t`We have had to cancel`,
    'closer-provider': t`The other is closer to the firm`,
    'another-speciality': t`The other knows the subject better`,
    other: t`Another reason`,
  };
  const outcomeOf: Record<ReferralOutcome, string> = {
    reached: t`The firm reached its aim`,
    'partly-reached': t`The firm came part of the way`,
    'not-reached': t`The firm did not reach its aim`,
    'too-early': t`It is too early to say`,
  };
  const refusalOf: Record<Refusal, string> = {
    'not-found': t`The firm has withdrawn the request, or it is no longer with the organisation.`,
    'changed-meanwhile': t`It has been changed meanwhile. Look at how it stands now, and try again.`,
    'not-possible-now': t`It cannot be done from where the request stands now.`,
  };
  return {
    reason: (reason: MoveReason) => reasonOf[reason],
    outcome: (outcome: ReferralOutcome) => outcomeOf[outcome],
    refusal: (why: WhyRefused): string => (why.kind === 'reminder' ? notReminded(why.code) : refusalOf[why.code]),
  };
}

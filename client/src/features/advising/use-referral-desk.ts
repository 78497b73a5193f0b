import { useRef, useState } from 'react';
import type { ProviderMove } from '#shared/domain/referral/referral-states.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import type { Colleague } from './queue-api.ts';
import { demandsOf, type RequestTarget, type Target } from './referral-action.ts';
import type { ActionOutcome } from './send-action.ts';
import { useReferralActions } from './use-referral-actions.ts';

/** A move that something is to be said with. */
export type AskedMove = { readonly move: ProviderMove; readonly targets: readonly RequestTarget[] };

/**
 * Where requests are acted upon: the actions, what is asked before some of them, and the place that tells of them. That
 * place takes the focus, since the button that was pressed is gone by then.
 */
export function useReferralDesk(onSent: (outcome: ActionOutcome) => void) {
  const actions = useReferralActions(onSent);
  const report = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<AskedMove | null>(null);
  const [remindable, setRemindable] = useState<readonly Target[] | null>(null);
  const focusAfter = useFocusAfter();
  const toReport = () => focusAfter(() => report.current);
  return {
    actions,
    report,
    asked,
    /** Firms of which it is asked whether they are to be reminded. */
    remindable,
    move: (move: ProviderMove, targets: readonly RequestTarget[]): void => {
      if (demandsOf(move).length > 0) {
        void actions.sendNow();
        setAsked({ move, targets });
        return;
      }
      actions.begin({ action: { kind: 'move', move, saying: {} }, targets });
      toReport();
    },
    assign: (to: Colleague | null, targets: readonly RequestTarget[]): void => {
      const action = { kind: 'assign', personId: to?.personId ?? null, name: to?.name ?? null } as const;
      actions.begin({ action, targets });
      toReport();
    },
    askToRemind: (targets: readonly Target[]): void => {
      void actions.sendNow();
      setRemindable(targets);
    },
    remind: (targets: readonly Target[]): void => {
      setRemindable(null);
      actions.begin({ action: { kind: 'remind' }, targets });
      toReport();
    },
    undo: (): void => {
      actions.undo();
      toReport();
    },
    sendNow: (): void => {
      void actions.sendNow();
      toReport();
    },
    tryAgain: (): void => {
      const again = actions.outcome?.again ?? null;
      if (again !== null) void actions.act(again);
      toReport();
    },
    forget: (): void => {
      actions.forget();
      toReport();
    },
    stopAsking: (): void => {
      setAsked(null);
      setRemindable(null);
    },
    finish: (): void => {
      setAsked(null);
      toReport();
    },
  };
}
export type ReferralDesk = ReturnType<typeof useReferralDesk>;

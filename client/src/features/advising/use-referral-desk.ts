import { useRef, useState } from 'react';
import type { ProviderMove } from '#shared/domain/referral/referral-states.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import type { Colleague } from './queue-api.ts';
import { demandsOf, type Target } from './referral-action.ts';
import type { ActionOutcome } from './send-action.ts';
import { useReferralActions } from './use-referral-actions.ts';

/** A move that something is to be said with. */
export type AskedMove = { readonly move: ProviderMove; readonly targets: readonly Target[] };

/**
 * Where requests are acted upon: the actions, what is asked before some of them, and the place that tells of them. That
 * place takes the focus, since the button that was pressed is gone by then.
 */
export function useReferralDesk(onSent: (outcome: ActionOutcome) => void) {
  const actions = useReferralActions(onSent);
  const report = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<AskedMove | null>(null);
  const focusAfter = useFocusAfter();
  const toReport = () => focusAfter(() => report.current);
  return {
    actions,
    report,
    asked,
    move: (move: ProviderMove, targets: readonly Target[]): void => {
      if (demandsOf(move).length > 0) {
        void actions.sendNow();
        setAsked({ move, targets });
        return;
      }
      actions.begin({ kind: 'move', move, saying: {} }, targets);
      toReport();
    },
    assign: (to: Colleague | null, targets: readonly Target[]): void => {
      actions.begin({ kind: 'assign', personId: to?.personId ?? null, name: to?.name ?? null }, targets);
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
    forget: (): void => {
      actions.forget();
      toReport();
    },
    stopAsking: () => setAsked(null),
    finish: (): void => {
      setAsked(null);
      toReport();
    },
  };
}
export type ReferralDesk = ReturnType<typeof useReferralDesk>;

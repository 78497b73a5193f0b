import { plural } from '@lingui/core/macro';
import { Plural, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import type { ProviderMove } from '#shared/domain/referral/referral-states.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { MoveForm } from './move-form.tsx';
import type { Saying } from './referral-action.ts';
import { useActionWords } from './use-action-words.ts';
import type { AskedMove, ReferralDesk } from './use-referral-desk.ts';

function useTitle({ move, targets }: AskedMove): string {
  const { t } = useLingui();
  const count = targets.length;
  if (move === 'decline') return t`${plural(count, { one: 'Turn down # request', other: 'Turn down # requests' })}`;
  if (move === 'hand-over') return t`${plural(count, { one: 'Hand over # request', other: 'Hand over # requests' })}`;
  if (move === 'discontinue') return t`${plural(count, { one: 'Break off # request', other: 'Break off # requests' })}`;
  return t`${plural(count, { one: 'Complete # request', other: 'Complete # requests' })}`;
}

function WhatFollows({ move, count }: { move: ProviderMove; count: number }) {
  if (move === 'hand-over') {
    return (
      <p>
        <Plural
          value={count}
          one="The firm is asked by mail. Nothing is passed on to the other until the firm says yes."
          other="The firms are asked by mail. Nothing is passed on to the other until the firm says yes."
        />
      </p>
    );
  }
  return (
    <p>
      <Plural
        value={count}
        one="The firm is told by mail at once. It cannot be undone."
        other="The firms are told by mail at once. It cannot be undone."
      />
    </p>
  );
}

const nothing: AskedMove = { move: 'complete', targets: [] };

/** Asks what has to be said with a move, makes it, and stays open when no answer came. */
export function MoveDialog({ desk }: { desk: ReferralDesk }) {
  const formId = useId();
  const words = useActionWords();
  const say = useProblemWords();
  const [failure, setFailure] = useState<unknown>(null);
  const { asked, actions } = desk;
  const { move, targets } = asked ?? nothing;
  const title = useTitle(asked ?? nothing);
  const close = () => {
    setFailure(null);
    desk.stopAsking();
  };
  const act = async (saying: Saying) => {
    setFailure(null);
    const { done, refused, failure: fault } = await actions.act({ action: { kind: 'move', move, saying }, targets });
    if (done.length === 0 && refused.length === 0) setFailure(fault);
    else desk.finish();
  };
  return (
    <Dialog
      isOpen={asked !== null}
      onClose={close}
      title={title}
      actions={
        <Button type="submit" form={formId} isBusy={actions.sending !== null}>
          {words.move(move)}
        </Button>
      }
    >
      <WhatFollows move={move} count={targets.length} />
      {asked !== null && <MoveForm key={move} id={formId} move={move} targets={targets} onSay={act} />}
      <FaultNotice fault={failure === null ? undefined : say(failure)} />
    </Dialog>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import {
  cancelReasons,
  type EditionMove,
  editionMovesFrom,
  firmsMissing,
  isEditionOver,
  moveObstacle,
} from '#shared/domain/edition/edition-states.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { today } from '../../lib/today.ts';
import { useAction } from '../../lib/use-action.ts';
import type { Done } from '../../lib/use-done.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { RadioGroup } from '../../ui/field/radio-group.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { sendEditionMove } from './api.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { useEditionWords } from './use-edition-words.ts';

type Reason = (typeof cancelReasons)[number];

type Obstacle = NonNullable<ReturnType<typeof moveObstacle>>;

/** What keeps a move from being made, by the rules of editions. */
function useObstacleWords(edition: EditionDocument): Record<Obstacle, string> {
  const { t } = useLingui();
  const missing = firmsMissing(edition);
  return {
    'group-too-small': t`Too few have said yes: ${missing} more for the smallest group. Invite more firms, or change the smallest group.`,
    'not-begun': t`The group has not begun yet.`,
    'firms-not-completed': t`Say first, for each firm in the group, that it took part to the end or was taken out.`,
  };
}

/** Why a move was refused, where the rules of editions say why. */
function useRefusalWords(obstacles: Readonly<Record<string, string>>): (failure: unknown) => string {
  const say = useProblemWords();
  return (failure) => {
    const code = failure instanceof ProblemError ? failure.errors[0]?.code : undefined;
    return (code === undefined ? undefined : obstacles[code]) ?? say(failure);
  };
}

function WhatFollows({ move }: { move: EditionMove | null }) {
  switch (move) {
    case 'open':
      return <Trans>The group is shown on the page of its package, and firms can be invited.</Trans>;
    case 'confirm':
      return <Trans>Every firm that is asked, in or waiting is told that the group will be held.</Trans>;
    case 'complete':
      return <Trans>Invitations and the waiting list end. It cannot be undone.</Trans>;
    case 'cancel':
      return <Trans>Every firm that is asked, in or waiting is told, and loses its place. It cannot be undone.</Trans>;
    case null:
      return null;
  }
}

type ActionsProps = { edition: EditionDocument; changeHref: string; done: Done; onChanged: () => Promise<unknown> };

function MoveDialog({
  edition,
  move,
  done,
  onChanged,
  onClose,
}: Omit<ActionsProps, 'changeHref'> & {
  move: EditionMove | null;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const words = useEditionWords();
  const obstacles = useObstacleWords(edition);
  const action = useAction(useRefusalWords(obstacles));
  const [reason, setReason] = useState<Reason>('too-few-firms');
  const { organisationId, editionId, revision } = edition;
  const act = async () => {
    if (move === null) return;
    const why = move === 'cancel' ? { reason } : {};
    const send = () => sendEditionMove({ organisationId, editionId }, { move, revision, ...why });
    const moved = await bringUpToDate(send, onChanged);
    const status = words.status(moved.status);
    done.say(t`The group is now: ${status}.`);
    void onChanged();
  };
  // Whose outcome has not been said, the server knows.
  const obstacle = move === null ? undefined : moveObstacle(move, { ...edition, waitsFor: 0 }, today());
  if (move !== null && obstacle !== undefined) {
    return (
      <Dialog isOpen onClose={onClose} title={words.move(move)} cancelLabel={<Trans>Close</Trans>}>
        <Notice tone="warning" title={<Trans>It cannot be done yet</Trans>}>
          <p>{obstacles[obstacle]}</p>
        </Notice>
      </Dialog>
    );
  }
  return (
    <ActionDialog
      isOpen={move !== null}
      title={move === null ? '' : words.move(move)}
      confirm={move === null ? '' : words.move(move)}
      isDangerous={move === 'cancel'}
      action={action}
      onConfirm={act}
      onClose={onClose}
    >
      <p>
        <WhatFollows move={move} />
      </p>
      {move === 'cancel' && (
        <RadioGroup
          name="cancel-reason"
          legend={t`Why?`}
          value={reason}
          options={cancelReasons.map((value) => ({ value, label: words.cancelReason(value) }))}
          onChange={({ target }) => setReason(target.value as Reason)}
        />
      )}
    </ActionDialog>
  );
}

/** What can be done with the edition from where it is. */
export function EditionActions({ edition, changeHref, ...rest }: ActionsProps) {
  const words = useEditionWords();
  const [asked, setAsked] = useState<EditionMove | null>(null);
  if (isEditionOver(edition.status)) return null;
  return (
    <>
      <ButtonRow>
        {editionMovesFrom(edition.status).map((move, place) => (
          <Button
            key={move}
            variant={move === 'cancel' || place > 0 ? 'secondary' : 'primary'}
            onClick={() => setAsked(move)}
          >
            {words.move(move)}
          </Button>
        ))}
        <ButtonLink to={changeHref} variant="secondary">
          <Trans>Change the group</Trans>
        </ButtonLink>
      </ButtonRow>
      <MoveDialog edition={edition} move={asked} onClose={() => setAsked(null)} {...rest} />
    </>
  );
}

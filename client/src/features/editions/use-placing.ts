import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { type Placing, sendPlacing } from './api.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { useEditionWords } from './use-edition-words.ts';

/** A firm, with what was seen of its place in the edition; revision 0 for none. */
export type PlacedFirm = { readonly firmId: string; readonly name: string; readonly revision: number };
export type PlacingAt = Readonly<Pick<EditionDocument, 'organisationId' | 'editionId' | 'startsOn' | 'endsOn'>>;

/** What writes to the firm and cannot be called back is asked about first. */
const askedFirst = ['invite', 'accept', 'decline'] as const;
type AskedFirst = (typeof askedFirst)[number];
const isAskedFirst = (move: Placing['move']): move is AskedFirst => askedFirst.some((each) => each === move);

type Asked = { readonly at: PlacingAt; readonly firm: PlacedFirm; readonly move: Placing['move'] };

/**
 * Moves of a provider with firms, one at a time: what was done is told, what could not be says why, and who came too late
 * for the last place is offered the waiting list.
 */
export function usePlacing(onChanged: () => Promise<unknown>) {
  const { t } = useLingui();
  const words = useEditionWords();
  const action = useAction(useProblemWords());
  const done = useDone();
  const [last, setLast] = useState<Asked | null>(null);
  const [asked, setAsked] = useState<(Asked & { readonly move: AskedFirst }) | null>(null);
  const tell = (move: Placing['move'], name: string, answerBy: string | null): string => {
    const day = answerBy === null ? '' : words.day(answerBy);
    const told: Record<Placing['move'], string> = {
      invite: t`${name} is invited by mail. The place is held until ${day}.`,
      queue: t`${name} is on the waiting list.`,
      accept: t`${name} has its place.`,
      decline: t`It is noted that ${name} said no.`,
      leave: t`${name} is out.`,
      complete: t`It is noted that ${name} took part to the end.`,
    };
    return told[move];
  };
  const perform = async (at: PlacingAt, firm: PlacedFirm, body: Omit<Placing, 'revision'>) => {
    setLast({ at, firm, move: body.move });
    done.forget();
    const send = () => sendPlacing({ ...at, firmId: firm.firmId }, { ...body, revision: firm.revision });
    const placed = await bringUpToDate(send, onChanged);
    const told = tell(body.move, firm.name, placed.answerBy);
    done.say(placed.hasTakenUp ? `${told} ${t`Its request is taken up, and the mail says so.`}` : told);
    void onChanged();
  };
  const isFull =
    action.fault !== undefined && action.failure instanceof ProblemError && action.failure.code === 'edition-full';
  return {
    action,
    done,
    perform,
    place: (at: PlacingAt, firm: PlacedFirm, move: Placing['move']) => {
      if (isAskedFirst(move)) setAsked({ at, firm, move });
      else action.run(() => perform(at, firm, { move }));
    },
    /** What is to be confirmed before it is done. */
    asked,
    confirm: () => {
      setAsked(null);
      if (asked !== null) action.run(() => perform(asked.at, asked.firm, { move: asked.move }));
    },
    leaveIt: () => setAsked(null),
    /** Whom there was no place for any more. */
    tooLate: isFull ? last : null,
    last,
  };
}
export type PlacingDesk = ReturnType<typeof usePlacing>;

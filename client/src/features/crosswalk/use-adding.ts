import { useRef, useState } from 'react';
import type { CrosswalkDocument } from '#shared/contracts/crosswalk.ts';
import { isAnswerConflict } from '../../lib/http/errors.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { fetchCrosswalk, saveInTurn, sendAdded } from './api.ts';
import { questionsIn } from './use-row-words.ts';

export type AddingState =
  | { readonly kind: 'nothing-yet' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  /** Nothing was kept: what is shown is what stands. */
  | { readonly kind: 'changed-elsewhere' }
  | { readonly kind: 'failed'; readonly fault: string };

const revisionOf = (crosswalk: CrosswalkDocument, rowCode: string): number =>
  questionsIn(crosswalk)
    .flatMap(({ rows }) => rows)
    .find(({ code }) => code === rowCode)?.added?.revision ?? 0;

/** Keeps added answers one after the other, each over the newest that was seen. */
export function useAdding(responseId: string, first: CrosswalkDocument) {
  const say = useProblemWords();
  const [crosswalk, setCrosswalk] = useState(first);
  const [pending, setPending] = useState<Readonly<Record<string, number | null>>>({});
  const [state, setState] = useState<AddingState>({ kind: 'nothing-yet' });
  const newest = useRef(first);
  const waiting = useRef(0);
  /** Of each row what was chosen last: the reply to a choice before it leaves it standing. */
  const latest = useRef(new Map<string, symbol>());

  const show = (next: CrosswalkDocument) => {
    newest.current = next;
    setCrosswalk(next);
  };
  const letGo = (rowCode: string) => setPending(({ [rowCode]: _, ...rest }) => rest);

  const send = async (rowCode: string, step: number | null): Promise<AddingState> => {
    try {
      show(await sendAdded(responseId, { rowCode, step, baseRevision: revisionOf(newest.current, rowCode) }));
      return { kind: 'saved', at: new Date() };
    } catch (failure) {
      if (!isAnswerConflict(failure)) return { kind: 'failed', fault: say(failure) };
      return fetchCrosswalk(responseId).then(
        (standing) => {
          show(standing);
          return { kind: 'changed-elsewhere' };
        },
        (again: unknown) => ({ kind: 'failed', fault: say(again) }),
      );
    }
  };

  const add = (rowCode: string, step: number | null): void => {
    const own = Symbol(rowCode);
    latest.current.set(rowCode, own);
    waiting.current += 1;
    setPending((before) => ({ ...before, [rowCode]: step }));
    setState({ kind: 'saving' });
    void saveInTurn(responseId, () => send(rowCode, step)).then((outcome) => {
      waiting.current -= 1;
      if (latest.current.get(rowCode) === own) letGo(rowCode);
      // What went wrong is said at once; that all is saved only when nothing more is on its way.
      if (outcome.kind !== 'saved' || waiting.current === 0) setState(outcome);
    });
  };

  return { crosswalk, pending, state, add };
}

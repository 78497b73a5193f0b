import { useState } from 'react';
import { ProblemError } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';

type Newest = { readonly revision: number; readonly withdrawalReason: string | null };

type SaveParts<Content, Document extends Newest> = {
  /** The revision that was seen; 0 for what is new. */
  readonly revision: number;
  readonly send: (content: Content, revision: number) => Promise<void>;
  readonly fetchNewest: () => Promise<Document>;
};

/** Saves over what was seen. Where somebody else was first, what they wrote is fetched and the form stays as it is. */
export function useSaveOver<Content, Document extends Newest>(parts: SaveParts<Content, Document>) {
  const { revision, send, fetchNewest } = parts;
  const action = useAction(useProblemWords());
  const [newest, setNewest] = useState<Document | null>(null);
  const [seen, setSeen] = useState(revision);
  const sendOver = (content: Content, over: number) =>
    action.run(async () => {
      try {
        await send(content, over);
      } catch (failure) {
        const isOlder = failure instanceof ProblemError && failure.code === 'changed-meanwhile' && over > 0;
        if (!isOlder) throw failure;
        setNewest(await fetchNewest());
      }
    });
  return {
    action,
    newest,
    save: (content: Content) => sendOver(content, seen),
    saveOver: (content: Content) => sendOver(content, newest?.revision ?? seen),
    /** What somebody else wrote is what one goes on from. */
    take: () => {
      setSeen(newest?.revision ?? seen);
      setNewest(null);
    },
  };
}

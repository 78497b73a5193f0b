import { Notice } from '../../ui/notice/notice.tsx';
import { useErasureProblemWords } from './use-erasure-problem-words.ts';

/** Why the last attempt failed, in words; nothing as long as none has. */
export function FaultNotice({ failure }: { failure: unknown }) {
  const say = useErasureProblemWords();
  if (failure === null) return null;
  return (
    <Notice tone="danger" role="alert">
      <p>{say(failure)}</p>
    </Notice>
  );
}

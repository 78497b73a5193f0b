import { FaultNotice as FaultWords } from '../../ui/notice/fault-notice.tsx';
import { useErasureProblemWords } from './use-erasure-problem-words.ts';

/** Why the last attempt failed, in words; nothing as long as none has. */
export function FaultNotice({ failure }: { failure: unknown }) {
  const say = useErasureProblemWords();
  return <FaultWords fault={failure === null ? undefined : say(failure)} />;
}

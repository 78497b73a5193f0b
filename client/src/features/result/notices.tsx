import { useLocalised } from '../../lib/use-language.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { useResult } from './result-context.tsx';

/** What is urgent whatever the levels are. */
export function Notices() {
  const { result } = useResult();
  const localise = useLocalised();
  return result.notices.map(({ code, text }) => (
    <Notice key={code} tone="warning">
      <p>{localise(text)}</p>
    </Notice>
  ));
}

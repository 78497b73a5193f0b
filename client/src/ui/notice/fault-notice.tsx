import { Notice } from './notice.tsx';

/** Why the last attempt failed, in words; nothing as long as there are none. */
export function FaultNotice({ fault }: { fault: string | undefined }) {
  if (fault === undefined) return null;
  return (
    <Notice tone="danger" role="alert">
      <p>{fault}</p>
    </Notice>
  );
}

import { Notice } from '../../ui/notice/notice.tsx';

export function FaultNotice({ fault }: { fault: string | undefined }) {
  if (fault === undefined) return null;
  return (
    <Notice tone="danger" role="alert">
      <p>{fault}</p>
    </Notice>
  );
}

import type { ReactNode } from 'react';
import { Notice } from './notice.tsx';

type FaultNoticeProps = {
  fault: string | undefined;
  /** What it means for what one wanted to do. */
  title?: ReactNode | undefined;
};

/** Why the last attempt failed, in words; nothing as long as there are none. */
export function FaultNotice({ fault, title }: FaultNoticeProps) {
  if (fault === undefined) return null;
  return (
    <Notice tone="danger" role="alert" title={title}>
      <p>{fault}</p>
    </Notice>
  );
}

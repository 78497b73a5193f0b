import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { formatDate, formatTime } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import styles from './catalogue.module.css';
import type { usePackageDraft } from './use-package-draft.ts';

const conflictId = 'conflict';

function Standing({ state }: { state: ReturnType<typeof usePackageDraft> }) {
  const language = useLanguage();
  const { stored, isDirty } = state;
  if (isDirty) return <Trans>Not saved yet</Trans>;
  const moment = new Date(stored.changedAt);
  const when = `${formatDate(moment, language)} ${formatTime(moment, language)}`;
  const by = stored.changedBy;
  return by === null ? (
    <Trans>Saved {when}</Trans>
  ) : (
    <Trans>
      Saved {when} by {by}
    </Trans>
  );
}

/** Within reach wherever on the long page one is: what there is to do, and why what was done last did not get in. */
export function Dock({ state, children }: { state: ReturnType<typeof usePackageDraft>; children: ReactNode }) {
  const { conflict, clashes, saving } = state;
  const isOfNow = conflict !== undefined && clashes > 0;
  return (
    <div className={styles.dock}>
      <FaultNotice fault={saving.fault} title={<Trans>The draft is not saved</Trans>} />
      {isOfNow && (
        <p className={styles.dockSays}>
          <strong>
            <Trans>Not saved: {conflict.by} was there first.</Trans>
          </strong>{' '}
          <Button variant="quiet" onClick={() => document.getElementById(conflictId)?.focus()}>
            <Trans>See both texts</Trans>
          </Button>
        </p>
      )}
      {children}
      <p role="status" className={styles.dockSays}>
        <Standing state={state} />
      </p>
    </div>
  );
}

/** Goes to what somebody else has done, when it keeps one's own from being stored. */
export function Clash({ clashes, children }: { clashes: number; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (clashes > 0) box.current?.focus();
  }, [clashes]);
  return (
    <div ref={box} id={conflictId} tabIndex={-1} className={styles.clash}>
      {children}
    </div>
  );
}

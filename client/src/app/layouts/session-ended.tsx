import { lazy, Suspense } from 'react';

const SessionEndedDialog = lazy(async () => ({
  default: (await import('./session-ended-dialog.tsx')).SessionEndedDialog,
}));

/** Says that the session has ended, and fetches the words for it only then. */
export function SessionEnded({ onDismiss }: { onDismiss: () => void }) {
  return (
    <Suspense fallback={null}>
      <SessionEndedDialog onClose={onDismiss} />
    </Suspense>
  );
}

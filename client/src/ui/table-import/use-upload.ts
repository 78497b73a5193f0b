import { useEffect, useRef, useState } from 'react';

/** What sending a file takes: how to stop it, and whom to tell how much has gone. */
export type Sending = { readonly signal: AbortSignal; readonly onUploaded: (share: number) => void };

/** How far it is: the share that has gone, then the work of the server. */
export type Stage = { readonly uploaded: number };

/** One file that is sent and worked on, which can be stopped. */
export function useUpload() {
  const [stage, setStage] = useState<Stage | null>(null);
  const stop = useRef<AbortController | null>(null);
  // Whoever leaves the page stops it too: nobody would be told what came of it.
  useEffect(() => () => stop.current?.abort(), []);
  /** False when it was stopped before it was done. */
  const run = async (work: (sending: Sending) => Promise<void>): Promise<boolean> => {
    const controller = new AbortController();
    stop.current = controller;
    setStage({ uploaded: 0 });
    try {
      await work({ signal: controller.signal, onUploaded: (uploaded) => setStage({ uploaded }) });
      return true;
    } catch (error) {
      if (!controller.signal.aborted) throw error;
      return false;
    } finally {
      setStage(null);
    }
  };
  return { stage, run, cancel: () => stop.current?.abort() };
}

/** Ties the tabs of one browser together: in which somebody signs in or out, and those that are to follow. */
let channel: BroadcastChannel | undefined;

/** Hears that somebody has signed in or out in another tab; returns how to stop. */
export function watchTabs(hear: () => void): () => void {
  const own = new BroadcastChannel('visitor');
  own.onmessage = hear;
  channel = own;
  return () => {
    own.close();
    if (channel === own) channel = undefined;
  };
}

/** Who it is the others ask the server for: what a tab says is no proof of it. */
export function tellTabs(): void {
  channel?.postMessage('changed');
}

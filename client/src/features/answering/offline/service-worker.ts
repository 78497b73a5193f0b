declare global {
  interface Window {
    /** Not in every browser; where it is, the site's policy lets nothing be run whose address does not come from it. */
    readonly trustedTypes?: {
      createPolicy(
        name: 'service-worker',
        rules: { createScriptURL: () => string },
      ): { createScriptURL(address: string): string };
    };
  }
}

const address = '/sw.js';

/** The one policy of the site: whatever it is asked, it says this one address. */
const policy = window.trustedTypes?.createPolicy('service-worker', { createScriptURL: () => address });

/** Lets the questions open without a network from now on. Without it everything else is as it was. */
export async function registerServiceWorker(): Promise<void> {
  // Where sources are served one by one there is nothing to keep.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register(policy?.createScriptURL(address) ?? address, { updateViaCache: 'none' });
}

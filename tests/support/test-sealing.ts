import { createSealing } from '#server/platform/identity/sealing.ts';

/** One key for all tests, since authenticators are sealed by one application and opened by another. */
export const testSealingKey = Buffer.alloc(32, 7).toString('base64url');
export const testSealing = createSealing([testSealingKey]);

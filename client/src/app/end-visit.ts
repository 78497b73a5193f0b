import { clearDevice, leaveFor } from '../features/kiosk/clear-device.ts';
import type { Kiosk } from '../features/kiosk/kiosk.ts';
import { paths } from './paths.ts';
import { endSession } from './use-sign-out.ts';

/** Nobody is signed in any more, nothing is left in the browser, and the firm's first page opens. */
export async function readyForFirm(kiosk: Kiosk): Promise<void> {
  await endSession();
  await clearDevice();
  leaveFor(paths.kiosk(kiosk));
}

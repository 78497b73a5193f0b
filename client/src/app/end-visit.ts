import { openedHere } from '../features/answering/send-waiting.ts';
import { clearDevice, leaveCleared, leaveFor } from '../features/kiosk/clear-device.ts';
import type { Kiosk } from '../features/kiosk/kiosk.ts';
import { beginVisit, isOver, readVisit } from '../features/kiosk/visit.ts';
import { leadFocus } from '../lib/lead-focus.ts';
import { chooseLanguage, currentLanguage } from './language/language.ts';
import { paths } from './paths.ts';
import { endSession } from './use-sign-out.ts';

/** Nobody is signed in any more, nothing is left in the browser, and the firm's first page opens. */
export async function readyForFirm(kiosk: Kiosk, isWanted?: () => boolean): Promise<void> {
  await endSession();
  await clearDevice(await openedHere(), isWanted);
  leaveCleared(paths.kiosk(kiosk));
}

const isVisitOver = (): boolean => {
  const visit = readVisit();
  return visit !== undefined && isOver(visit, Date.now());
};

/** The same at the end of a visit. Another tab may have cleared it away meanwhile, and the next firm have begun. */
export const endVisit = (kiosk: Kiosk): Promise<void> => readyForFirm(kiosk, isVisitOver);

/** Whatever was left of somebody goes first; then the firm begins, in the language that the page is in. */
export async function beginClean(kiosk: Kiosk): Promise<void> {
  await clearDevice(await openedHere());
  beginVisit(kiosk);
  await chooseLanguage(currentLanguage());
  leadFocus();
  leaveFor(paths.start(kiosk.formCode));
}

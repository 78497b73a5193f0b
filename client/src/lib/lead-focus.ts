import { forgetStored, readStored, writeStored } from './browser-storage.ts';

const name = 'led-to-page';

/** The page that is loaded next was asked for by a press on this one: its heading takes the focus, as with any change of page. */
export const leadFocus = (): void => writeStored('session', name, 'yes');

/** Whether somebody was led to the page that has just been loaded. Asked once. */
export function takeLead(): boolean {
  const isLed = readStored('session', name) !== null;
  forgetStored('session', name);
  return isLed;
}

import { isOver, readVisit } from '../features/kiosk/visit.ts';
import { paths } from './paths.ts';

/** On a device whose firm has left it every address leads to the end of its visit first. */
export function leadToEndOfVisit(): void {
  const visit = readVisit();
  if (visit !== undefined && isOver(visit, Date.now())) window.history.replaceState(null, '', paths.endVisitNow());
}

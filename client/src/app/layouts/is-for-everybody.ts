import { matchPath } from 'react-router';
import { routePatterns } from '../paths.ts';

const forEverybody = [
  'home',
  'start',
  'kiosk',
  'resume',
  'invitation',
  'sharedResult',
  'campaignInvitation',
  'packages',
  'package',
  'strategy',
  'method',
  'privacy',
  'retention',
  'accessibility',
  'publishedReleases',
  'publishedRelease',
  'gaps',
  'collaboration',
] as const;
const aboutSigningIn = ['signIn', 'signInReturn', 'demoPeople'] as const;

/** Whether the page is the same whoever is signed in: there the header says enough. */
export function isForEverybody(pathname: string): boolean {
  return [...forEverybody, ...aboutSigningIn].some((name) => matchPath(routePatterns[name], pathname) !== null);
}

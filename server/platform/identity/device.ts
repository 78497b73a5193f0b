import Bowser from 'bowser';

const longest = 80;

/** Browser and system in a few words, from what the browser says of itself. No versions: they tell nobody anything. */
export function describeDevice(userAgent: string | undefined): string {
  if (userAgent === undefined || userAgent === '') return '–';
  const { browser, os, platform } = Bowser.parse(userAgent);
  const words = [browser.name, os.name, platform.type === 'mobile' ? platform.model : undefined];
  const known = words.filter((word): word is string => word !== undefined && word !== '');
  return (known.length === 0 ? '–' : known.join(', ')).slice(0, longest);
}

import type { LocalisedText } from '../language.ts';

/** From the first day of a month to before the first day of another: `2026-01-01`. */
type Period = { readonly from: string; readonly until: string };

const swedish = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');
const english = 'January February March April May June July August September October November December'.split(' ');
const quarters = [
  { sv: 'Första kvartalet', en: 'First quarter of' },
  { sv: 'Andra kvartalet', en: 'Second quarter of' },
  { sv: 'Tredje kvartalet', en: 'Third quarter of' },
  { sv: 'Fjärde kvartalet', en: 'Fourth quarter of' },
];
const halves = [
  { sv: 'Första halvåret', en: 'First half of' },
  { sv: 'Andra halvåret', en: 'Second half of' },
];

/** Months since the year 0, counted from none. */
export const monthNumberOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a release of the period may be called: the year, half-year or quarter that it is, or its months; null when it ends before it begins. */
export function proposeName({ from, until }: Period): LocalisedText | null {
  if (until <= from) return null;
  const [first, after] = [monthNumberOf(from), monthNumberOf(until)];
  const [year, month, months] = [Math.floor(first / 12), first % 12, after - first];
  if (months === 12 && month === 0) return { sv: String(year), en: String(year) };
  const part = months === 6 ? halves[month / 6] : months === 3 ? quarters[month / 3] : undefined;
  if (part !== undefined) return { sv: `${part.sv} ${year}`, en: `${part.en} ${year}` };
  const last = after - 1;
  const lastYear = Math.floor(last / 12);
  const nameOf = (names: readonly string[], to: string): string => {
    const end = `${names[last % 12] ?? ''} ${lastYear}`;
    if (months === 1) return capital(end);
    return `${capital(names[month] ?? '')}${year === lastYear ? '' : ` ${year}`} ${to} ${end}`;
  };
  return { sv: nameOf(swedish, 'till'), en: nameOf(english, 'to') };
}

/** Years that a name has and none of the periods: whoever reads it takes the figures to be of another time. */
export function strangeYears(name: string, periods: readonly Period[]): string[] {
  const named = new Set(name.match(/(?<!\d)20\d\d(?!\d)/g) ?? []);
  const isWithin = (year: string) =>
    periods.some(({ from, until }) => from < `${year}-12-32` && until > `${year}-01-01`);
  return [...named].filter((year) => !isWithin(year));
}

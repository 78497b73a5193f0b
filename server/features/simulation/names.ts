import type { Dice } from './dice.ts';

/** Made-up places; none is in the three counties' lists of municipalities. */
const places: readonly string[] = [
  'Tallmo',
  'Björkbro',
  'Granforsa',
  'Älvhult',
  'Kvarnsäter',
  'Lövsundet',
  'Stenhyttan',
  'Norrbacken',
  'Furunäset',
  'Åsbruket',
  'Rönnforsen',
  'Skogsdammen',
  'Hammarsjön',
  'Österlunda',
  'Forsmyran',
  'Lillbruket',
  'Myrheden',
  'Sörhyttan',
];

const givenNames: readonly string[] = [
  'Anna',
  'Erik',
  'Fatima',
  'Lars',
  'Sara',
  'Johan',
  'Amina',
  'Karl',
  'Elin',
  'Mikael',
  'Leyla',
  'Anders',
  'Ida',
  'Omar',
];
const familyNames: readonly string[] = [
  'Lindqvist',
  'Berg',
  'Ek',
  'Haddad',
  'Sund',
  'Nyström',
  'Wallin',
  'Åkesson',
  'Moberg',
  'Rahimi',
  'Öberg',
  'Norling',
];

/** A name that no firm can be mistaken for: the number and the word say that it is simulated. */
export function firmNameOf(dice: Dice, trades: readonly string[], index: number): string {
  return `${dice.one(places)} ${dice.one(trades)} (sim ${index + 1})`;
}

export function personNameOf(dice: Dice): string {
  return `${dice.one(givenNames)} ${dice.one(familyNames)}`;
}

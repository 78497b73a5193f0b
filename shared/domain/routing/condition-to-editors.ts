import type { LocalisedText } from '../language.ts';
import type { RenderContext } from './render-words.ts';
import { routingTextKeys } from './routing-text-keys.ts';

const { condition, flag, wish } = routingTextKeys;

/** The words of conditions that speak to the firm, as they are said of it. */
const ofTheFirm: Readonly<Record<string, LocalisedText>> = {
  [condition('dimension')]: {
    sv: 'företaget är {bands} med ”{dimension}”',
    en: 'the firm is {bands} with “{dimension}”',
  },
  [condition('mean')]: {
    sv: 'företaget i snitt är {bands} med {dimensions}, räknat när minst {scored} av dem har en nivå',
    en: 'the firm is on average {bands} with {dimensions}, counted when at least {scored} of them have a level',
  },
  [condition('every')]: {
    sv: 'företaget är {bands} med vart och ett av {dimensions}',
    en: 'the firm is {bands} with each of {dimensions}',
  },
  [condition('importance')]: {
    sv: 'företaget tycker att ”{dimension}” är viktigt, minst {points} av 4',
    en: 'the firm finds “{dimension}” important, at least {points} of 4',
  },
  [condition('wish')]: { sv: 'företaget {wishes} med ”{dimension}”', en: 'the firm {wishes} with “{dimension}”' },
  [condition('size')]: { sv: 'företaget har {sizes}', en: 'the firm has {sizes}' },
  [condition('branch')]: { sv: 'företagets bransch är {branches}', en: 'the industry of the firm is {branches}' },
  [condition('chain-role')]: {
    sv: 'företagets roll i kedjan är {roles}',
    en: 'the role of the firm in the chain is {roles}',
  },
  [flag('hasUsedTestBed', true)]: { sv: 'företaget har använt en testbädd', en: 'the firm has used a test bed' },
  [flag('hasUsedTestBed', false)]: {
    sv: 'företaget inte har använt någon testbädd',
    en: 'the firm has not used a test bed',
  },
  [wish('no')]: { sv: 'inte vill ha stöd', en: 'does not want support' },
  [wish('later')]: { sv: 'vill ha stöd, men senare,', en: 'wants support, but later,' },
  [wish('yes')]: { sv: 'vill ha stöd i år', en: 'wants support this year' },
};

/** To describe conditions to somebody else than the firm, who would take “you” for themselves. */
export const saidOfTheFirm = (context: RenderContext): RenderContext => ({
  ...context,
  catalogue: { ...context.catalogue, texts: { ...context.catalogue.texts, ...ofTheFirm } },
});

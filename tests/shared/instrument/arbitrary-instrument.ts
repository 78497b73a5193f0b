import fc from 'fast-check';
import { branches, chainRoles, type FirmProfile, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import type { Condition } from '#shared/domain/instrument/condition.ts';
import type {
  BlockSource,
  DimensionSource,
  InstrumentSource,
  InstrumentSources,
  ItemSource,
} from '#shared/domain/instrument/source.ts';
import type { LocalisedText } from '#shared/domain/language.ts';

/* Valid instruments of every shape: a few numbers are drawn, and the sources are built from them. */

const formCodes = ['short', 'long', 'part'] as const;
const kinds = ['ladder', 'single-choice', 'multiple-choice', 'yes-no', 'number', 'text'] as const;
const dimensionCodes = [
  ['D1', 'digital'],
  ['PM1', 'process'],
  ['X1', 'module'],
] as const;
const extras = ['help', 'trace', 'subcontractor', 'sizeNotes', 'noDontKnow', 'notApplicable'] as const;

/** Words that YAML, spreadsheets and JSON like to take for something else. */
const awkward = [
  'no',
  'null',
  '1.50',
  '~',
  '- a',
  '# b',
  'a: b',
  '{c}',
  '"d"',
  "'e'",
  'f\ng',
  'å\u2028ö',
  '🏭',
  'é\t|',
];
const wordsArbitrary = fc.oneof(
  fc.constantFrom(...awkward),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((text) => text.trim())
    .filter((text) => text !== ''),
);

type FormCode = (typeof formCodes)[number];
type Extra = (typeof extras)[number];
const factRecipe = fc.record({
  about: fc.constantFrom('size', 'branch', 'role', 'answer', 'answer'),
  pick: fc.nat(1000),
  level: fc.integer({ min: 0, max: 4 }),
});
const conditionRecipe = fc.record({
  shape: fc.constantFrom('plain', 'not', 'all', 'any'),
  facts: fc.array(factRecipe, { minLength: 1, maxLength: 3 }),
});
const itemRecipe = fc.record({
  kind: fc.constantFrom(...kinds),
  forms: fc.subarray<FormCode>([...formCodes]),
  weight: fc.integer({ min: 0, max: 6 }),
  points: fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 2, maxLength: 5 }),
  extras: fc.subarray<Extra>([...extras]),
  condition: fc.option(conditionRecipe, { freq: 2 }),
});
const minutes = fc.integer({ min: 1, max: 60 });
/** The first item of a section is asked by every form and counts, so that no form asks nothing. */
const leadRecipe = fc.record({
  kind: fc.constantFrom<(typeof kinds)[number]>('ladder', 'ladder', 'single-choice', 'multiple-choice', 'yes-no'),
  forms: fc.constant<FormCode[]>([...formCodes]),
  weight: fc.integer({ min: 1, max: 6 }),
  points: fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 2, maxLength: 5 }),
  extras: fc.subarray<Extra>([...extras]),
  condition: fc.option(conditionRecipe, { freq: 1 }),
});
const sectionRecipe = fc.record({
  lead: leadRecipe,
  others: fc.array(itemRecipe, { maxLength: 4 }),
  hasFeedback: fc.boolean(),
});
const recipe = fc.record({
  words: fc.array(fc.tuple(wordsArbitrary, wordsArbitrary), { minLength: 3, maxLength: 8 }),
  block: fc.option(sectionRecipe),
  sections: fc.array(sectionRecipe, { minLength: 1, maxLength: 3 }),
  isLongReversed: fc.boolean(),
  minutes: fc.tuple(minutes, minutes, minutes),
  bands: fc.uniqueArray(fc.integer({ min: 1, max: 39 }), { minLength: 1, maxLength: 3 }),
  ladderPoints: fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 5, maxLength: 5 }),
  share: fc.integer({ min: 1, max: 20 }),
  hasComment: fc.boolean(),
  hasStages: fc.boolean(),
});

type Recipe = RecipeOf<typeof recipe>;
type RecipeOf<A> = A extends fc.Arbitrary<infer T> ? T : never;
type ItemRecipe = RecipeOf<typeof itemRecipe>;
type SectionRecipe = RecipeOf<typeof sectionRecipe>;
type ConditionRecipe = RecipeOf<typeof conditionRecipe>;
type Text = (place: string) => LocalisedText;

function at<T>(list: readonly T[], pick: number, otherwise: T): T {
  return list[pick % Math.max(1, list.length)] ?? otherwise;
}

/** One object in many places, as code that builds sources may well do. */
const text: LocalisedText = { sv: 'ord', en: 'word' };

function factOf({ about, pick, level }: ConditionRecipe['facts'][number], earlier: readonly ItemSource[]): Condition {
  if (about === 'branch') return { branch: [at(branches, pick, 'other-industry'), 'other-industry'] };
  if (about === 'role') return { chainRole: [at(chainRoles, pick, 'own-product')] };
  const item = earlier[pick % Math.max(1, earlier.length)];
  if (about === 'size' || item === undefined) return { sizeClass: sizeClasses.slice(pick % 4) };
  if (item.kind === 'ladder') return { item: item.code, atLeast: level };
  if ('choices' in item) return { item: item.code, choice: at(item.choices, level, { code: 'c0', text }).code };
  return item.allowsNotApplicable === true
    ? { item: item.code, isNotApplicable: true }
    : { sizeClass: sizeClasses.slice(pick % 4) };
}

function conditionOf({ shape, facts }: ConditionRecipe, earlier: readonly ItemSource[]): Condition {
  const built = facts.map((fact) => factOf(fact, earlier));
  const [first = { sizeClass: [...sizeClasses] }] = built;
  if (shape === 'not') return { not: first };
  return shape === 'plain' ? first : shape === 'all' ? { all: built } : { any: built };
}

type Place = { code: string; isScored: boolean; earlier: readonly ItemSource[]; say: Text };

function kindOf(from: ItemRecipe, { code, isScored, say }: Place) {
  const points = from.points.map((quarters) => quarters / 4);
  const given = (index: number) => (isScored || index % 2 === 0 ? { points: points[index] ?? 0 } : {});
  switch (from.kind) {
    case 'ladder': {
      const level = (number: number): LocalisedText => ({ sv: `${number} ${say(code).sv}`, en: `${number}` });
      return { kind: 'ladder' as const, levels: [level(0), level(1), level(2), level(3), level(4)] as const };
    }
    case 'single-choice':
    case 'multiple-choice':
      return {
        kind: from.kind,
        choices: points.map((_, index) => ({ code: `c${index}`, ...given(index), text: say(`${code}/${index}`) })),
      };
    case 'number': {
      const [low = 0, high = 0] = from.points;
      return { kind: 'number' as const, minimum: 0 - low, maximum: high, decimals: low % 3, unit: say(`${code} unit`) };
    }
    case 'yes-no':
      return { kind: 'yes-no' as const, ...(isScored ? { points: { yes: points[0] ?? 4, no: points[1] ?? 0 } } : {}) };
    case 'text':
      return { kind: 'text' as const, maximumLength: 1 + from.weight * 100 };
  }
}

function itemOf(from: ItemRecipe, place: Place): ItemSource {
  const { code, isScored, earlier, say } = place;
  const has = (extra: Extra) => from.extras.includes(extra);
  const weight = isScored && (from.kind === 'number' || from.kind === 'text') ? 0 : from.weight;
  const notes = [{ sizes: [...sizeClasses.slice(0, 2)], text: say(`${code} first note`) }];
  return {
    code,
    forms: [...from.forms],
    question: say(`${code} question`),
    ...(has('help') ? { help: say(`${code} help`) } : {}),
    ...(has('trace') ? { trace: say(`${code} trace`) } : {}),
    ...(has('subcontractor') ? { subcontractor: say(`${code} subcontractor`) } : {}),
    ...(has('sizeNotes') ? { sizeNotes: [...notes, { sizes: ['250-plus'], text: say(`${code} second note`) }] } : {}),
    ...(weight === 1 ? {} : { weight }),
    ...(has('noDontKnow') ? { allowsDontKnow: false } : {}),
    ...(has('notApplicable') ? { allowsNotApplicable: true } : {}),
    ...(from.condition === null ? {} : { appliesWhen: conditionOf(from.condition, earlier) }),
    ...kindOf(from, place),
  } as ItemSource;
}

/** A condition names what every form that asks the item has asked before. */
function itemsOf(section: string, from: SectionRecipe, place: Omit<Place, 'code'>): ItemSource[] {
  const items: ItemSource[] = [];
  for (const item of [from.lead, ...from.others]) {
    const code = `${section}.${items.length + 1}`;
    const asked = [...place.earlier, ...items].filter(({ forms }) => item.forms.every((form) => forms.includes(form)));
    items.push(itemOf(item, { ...place, earlier: asked, code }));
  }
  return items;
}

function bandsOf(section: string, codes: readonly string[], hasFeedback: boolean, say: Text) {
  const bySize = (place: string) => ({ small: say(`${place} small`), large: say(`${place} large`) });
  const bands = codes.map((band) => {
    const place = `${section} ${band}`;
    const feedback = {
      usual: bySize(`${place} usual`),
      why: say(`${place} why`),
      practice: bySize(`${place} practice`),
      takes: bySize(`${place} takes`),
      green: say(`${place} green`),
    };
    return [
      band,
      { meaning: say(`${place} meaning`), next: say(`${place} next`), ...(hasFeedback ? { feedback } : {}) },
    ];
  });
  return Object.fromEntries(bands) as DimensionSource['bands'];
}

type Parts = { from: Recipe; say: Text; bands: readonly { code: string; from: number }[] };

function instrumentOf({ from, say, bands }: Parts, sections: readonly string[], stagedItem: string): InstrumentSource {
  const level = (number: number) => say(`level ${number}`);
  const quarters = (index: number) => (from.ladderPoints[index] ?? 0) / 4;
  const question = (choices: readonly object[]) => ({ question: say('closing'), choices: [...choices] });
  const choice = (code: string, points?: number) => ({ code, ...(points === undefined ? {} : { points }), text });
  const stage = (number: number) => ({ stage: number, requires: [{ item: stagedItem, atLeast: number }] });
  const listed = {
    short: [...sections],
    long: from.isLongReversed ? [...sections].reverse() : [...sections],
    part: sections.slice(-1),
  };
  return {
    instrument: 'arbitrary',
    scale: {
      levels: [level(0), level(1), level(2), level(3), level(4)],
      bands: Object.fromEntries(bands.map(({ code }) => [code, say(`band ${code}`)])),
      parts: { digital: say('digital'), process: say('process'), module: say('module') },
    },
    stagedLevels: from.hasStages ? { ripe: [1, 2].map((n) => ({ name: say(`s${n}`), meaning: say(`m${n}`) })) } : {},
    perDimension: {
      importance: question([choice('little', 0), choice('much', 4)]),
      wish: question([choice('no'), choice('yes')]),
      ...(from.hasComment ? { comment: { question: say('comment'), help: say('help'), maximumLength: 200 } } : {}),
    } as InstrumentSource['perDimension'],
    forms: formCodes.map((code, index) => ({
      code,
      minutes: from.minutes[index] ?? 1,
      name: say(`${code} name`),
      about: say(`${code} about`),
      sections: listed[code],
    })),
    scoring: {
      version: 'v1',
      ladderPoints: [quarters(0), quarters(1), quarters(2), quarters(3), quarters(4)],
      minimumShareAnswered: from.share / 20,
      bands: [...bands],
      stagedLevels: from.hasStages ? [{ code: 'ripe', part: 'digital', stages: [stage(1), stage(2)] }] : [],
      gaps: [{ code: 'wish-and-need', from: 'D1.importance', to: stagedItem }],
    },
  };
}

function sourcesFrom(from: Recipe): InstrumentSources {
  const say: Text = (place) => {
    const sum = [...place].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
    const [sv, en] = at(from.words, sum, ['ord', 'word']);
    return { sv, en };
  };
  const limits = [0, ...from.bands.map((tenths) => tenths / 10)].sort((a, b) => a - b);
  const bands = limits.map((limit, index) => ({ code: `band-${index}`, from: limit }));
  const bandCodes = bands.map(({ code }) => code);
  // The form `part` begins with the last section, and a reversed `long` with any: nothing is asked before those.
  const last = from.sections.at(-1);
  const earlier: ItemSource[] = [];
  const sectionOf = (code: string, section: SectionRecipe) => {
    const isInOrder = !from.isLongReversed && section !== last;
    const items = itemsOf(code, section, { isScored: code !== 'B', earlier: isInOrder ? [...earlier] : [], say });
    earlier.push(...items);
    return { code, name: say(`${code} name`), about: say(`${code} about`), items };
  };
  const blocks: BlockSource[] = from.block === null ? [] : [sectionOf('B', from.block)];
  const dimensions: DimensionSource[] = from.sections.map((section, index) => {
    const [code, part] = at(dimensionCodes, index, ['D1', 'digital'] as const);
    return { ...sectionOf(code, section), part, bands: bandsOf(code, bandCodes, section.hasFeedback, say) };
  });
  const sections = [...blocks, ...dimensions].map(({ code }) => code);
  return { instrument: instrumentOf({ from, say, bands }, sections, 'D1.1'), blocks, dimensions };
}

/** Sources of a valid instrument: every kind, form, weight and band, conditions on the firm and on earlier items. */
export const instrumentSources: fc.Arbitrary<InstrumentSources> = recipe.map(sourcesFrom);

export const firmProfiles: fc.Arbitrary<FirmProfile> = fc.record({
  municipality: fc.constantFrom('1780', '2081', '2184', 'outside'),
  branch: fc.constantFrom(...branches),
  sizeClass: fc.constantFrom(...sizeClasses),
  chainRole: fc.constantFrom(...chainRoles),
});

import type { Form, Structure } from './definition.ts';

type Section = Form['sections'][number];
type Step = Section['steps'][number];

/** Sections in the order of the first form that asks them, then those that only later forms ask. */
function sectionCodes(forms: readonly Form[]): string[] {
  return [...new Set(forms.flatMap(({ sections }) => sections.map(({ code }) => code)))];
}

/** Every item once, in the order of the version's items; steps that have an item in common become one. */
function combineSteps(sections: readonly Section[], order: ReadonlyMap<string, number>): Step[] {
  let groups: ReadonlySet<string>[] = [];
  for (const { items } of sections.flatMap((section) => section.steps)) {
    const common = groups.filter((group) => items.some((code) => group.has(code)));
    const joined = new Set([...common.flatMap((group) => [...group]), ...items]);
    groups = [...groups.filter((group) => !common.includes(group)), joined];
  }
  const place = (code: string | undefined) => order.get(code ?? '') ?? order.size;
  return groups
    .map((group) => ({ items: [...group].sort((a, b) => place(a) - place(b)) }))
    .sort((a, b) => place(a.items[0]) - place(b.items[0]));
}

/**
 * Several forms answered as one: each section and item once. Minutes are those of the forms together less the
 * share of items that they have in common, rounded up, and never fewer than the longest form takes by itself.
 */
export function combineForms(structure: Structure, formCode: string, forms: readonly Form[]): Form {
  const order = new Map(structure.items.map(({ code }, place) => [code, place]));
  const sections = sectionCodes(forms).map((code) => ({
    code,
    steps: combineSteps(
      forms.flatMap((form) => form.sections.filter((section) => section.code === code)),
      order,
    ),
  }));
  const count = (list: readonly Section[]) => list.flatMap(({ steps }) => steps.flatMap(({ items }) => items)).length;
  const minutes = forms.reduce((sum, form) => sum + form.minutes, 0);
  const asked = forms.reduce((sum, form) => sum + count(form.sections), 0);
  const shared = Math.ceil((minutes * count(sections)) / Math.max(1, asked));
  return { code: formCode, minutes: Math.max(shared, ...forms.map((form) => form.minutes)), sections };
}

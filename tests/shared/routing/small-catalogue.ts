import type { Catalogue } from '#shared/domain/routing/catalogue.ts';
import { checkCatalogue } from '#shared/domain/routing/check-catalogue.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import type { RoutingRule } from '#shared/domain/routing/routing-rule.ts';
import { structure as whole } from './routing-fixture.ts';
import { catalogue as shipped } from './shipped-catalogue.ts';

/** An instrument with one dimension, and a catalogue without fault for it. */
const structure = {
  ...whole,
  dimensions: whole.dimensions.filter(({ code }) => code === 'D1'),
  items: whole.items.filter(({ code }) => code.startsWith('D1.')),
};
export const words = { sv: 'ord', en: 'words' };
const provider = shipped.providers.filter(({ code }) => code === 'compare');
export const help: Package = {
  code: 'help',
  stance: 'receive',
  name: words,
  summary: words,
  forWhom: words,
  content: words,
  effort: words,
  greenStatement: words,
  providers: ['compare'],
  providerReason: words,
  dimensions: [{ code: 'D1', bands: ['low'] }],
  tags: ['green', 'cross-actor'],
  supportForms: ['S1'],
  priority: 'P3',
  steps: ['P3.1'],
  format: 'group',
  groupSize: { minimum: 2, maximum: 8 },
  sizeClasses: ['10-49'],
  branches: ['other-industry'],
  chainRoles: [],
  counties: ['17'],
  delivery: ['online'],
  durationWeeks: 8,
  funding: ['not-decided'],
  complements: [],
  intake: 'continuous',
  status: 'proposal',
  source: 'test',
};
export const rule: RoutingRule = {
  id: 'X-1',
  name: words,
  when: { item: 'D1.1', atMost: 1 },
  effects: [{ effect: 'notice', notice: 'note' }],
  why: words,
  source: 'test',
};
export const small: Catalogue = {
  ...shipped,
  priorities: [{ code: 'P3', name: words }],
  steps: [{ code: 'P3.1', name: words, source: 'test' }],
  providers: provider,
  branchProviders: [{ branch: 'other-industry', providers: [], source: 'test' }],
  packages: [help],
  attachments: [{ code: 'element', text: words, steps: ['P3.1'], source: 'test' }],
  notices: [{ code: 'note', text: words, source: 'test' }],
  declaredGaps: [{ dimension: 'D1', bands: ['mid', 'high'], text: words, source: 'test' }],
  conflicts: [],
  rules: [rule],
  itemsNotAsked: [],
};

/** The issues of the small catalogue when some of it is changed. */
export const check = (changes: Partial<Catalogue>) =>
  checkCatalogue({ ...small, ...changes }, structure).map(({ code, path }) => `${code} ${path}`);
export const withPackage = (changes: Partial<Package>) => check({ packages: [{ ...help, ...changes }] });
export const withRule = (changes: Partial<RoutingRule>) => check({ rules: [{ ...rule, ...changes }] });

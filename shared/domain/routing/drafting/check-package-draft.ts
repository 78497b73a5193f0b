import { canonicalJson } from '../../canonical-json.ts';
import type { Structure } from '../../instrument/definition.ts';
import { languages } from '../../language.ts';
import type { CatalogueIssue } from '../build-catalogue.ts';
import { canHold } from '../can-hold.ts';
import type { Catalogue } from '../catalogue.ts';
import { checkCatalogue } from '../check-catalogue.ts';
import { listKnownCodes } from '../known-codes.ts';
import { packageSchema } from '../package.ts';
import type { PackageDraft } from './package-draft.ts';
import { packageOf } from './package-draft.ts';
import { textFields } from './package-fields.ts';
import type { PackageEditor } from './package-rights.ts';
import { rightsIssueOf } from './package-rights.ts';
import { findPackage, putPackage } from './put-package.ts';

/** What keeps a draft from being published. */
export type PackageIssue = {
  /** Field of the package, with the language where it is one (`name.sv`); `catalogue` for what lies outside it. */
  readonly field: string;
  readonly code: string;
  /** What it is about: a code, or a place in the catalogue. */
  readonly about: string;
};

export type PackageSurroundings = {
  readonly catalogue: Catalogue;
  readonly structure: Structure;
  /** Codes of the strategy's forms of support. */
  readonly supportForms: readonly string[];
  readonly editor: PackageEditor;
};

const issue = (field: string, code: string, about = ''): PackageIssue => ({ field, code, about });

/** Everything that is missing or wrong, each once, in the order of the fields that say it. */
export function checkPackageDraft(draft: PackageDraft, surroundings: PackageSurroundings): PackageIssue[] {
  const missing = findMissing(draft);
  const found = [
    ...missing,
    ...checkConditions(draft, surroundings),
    ...checkFit(draft, surroundings),
    ...checkRights(draft, surroundings),
    ...checkInCatalogue(draft, surroundings),
  ];
  const named = new Set(found.map(({ field }) => field.split('.')[0]));
  const rest = checkShape(draft).filter(({ field }) => !named.has(field.split('.')[0]));
  return [...new Map([...found, ...rest].map((each) => [canonicalJson(each), each])).values()];
}

function findMissing(draft: PackageDraft): PackageIssue[] {
  const lists = [
    'steps',
    'supportForms',
    'dimensions',
    'sizeClasses',
    'delivery',
    'counties',
    'funding',
    'providers',
  ] as const;
  return [
    ...textFields.flatMap((field) => missingTexts(field, draft[field])),
    ...(draft.priority === null ? [issue('priority', 'missing')] : []),
    ...lists.filter((field) => draft[field].length === 0).map((field) => issue(field, 'missing')),
    ...draft.dimensions
      .filter(({ bands }) => bands.length === 0)
      .map(({ code }) => issue('dimensions', 'no-band', code)),
    ...(draft.criteria === undefined ? [] : missingTexts('criteria.why', draft.criteria.why)),
    ...(draft.comesAfter === undefined ? [] : missingTexts('comesAfter.why', draft.comesAfter.why)),
    ...missingNumbers(draft),
  ];
}

const missingTexts = (field: string, text: { readonly sv: string; readonly en: string }): PackageIssue[] =>
  languages.filter((language) => text[language] === '').map((language) => issue(`${field}.${language}`, 'missing'));

const longestWeeks = 260;
const largestGroup = 100;

function missingNumbers({ durationWeeks, groupSize, format }: PackageDraft): PackageIssue[] {
  const weeks = durationWeeks !== null && durationWeeks >= 1 && durationWeeks <= longestWeeks;
  return [
    ...(weeks ? [] : [issue('durationWeeks', durationWeeks === null ? 'missing' : 'out-of-range')]),
    ...(isGroupSized(groupSize) === (format !== 'individual') ? [] : [issue('groupSize', 'wrong-group-size')]),
  ];
}

function isGroupSized(size: PackageDraft['groupSize']): boolean {
  if (size === null || size.minimum === null || size.maximum === null) return false;
  return size.minimum >= 2 && size.maximum <= largestGroup && size.minimum <= size.maximum;
}

function checkConditions(draft: PackageDraft, { catalogue, structure }: PackageSurroundings): PackageIssue[] {
  const { sizeClasses, branches, chainRoles } = draft;
  const world = {
    bands: structure.scoring.bands.map(({ code }) => code),
    wishes: [...listKnownCodes(catalogue, structure).wishes],
  };
  const madeFor = [
    ...(sizeClasses.length === 0 ? [] : [{ sizeClass: sizeClasses }]),
    ...(branches.length === 0 ? [] : [{ branch: branches }]),
    ...(chainRoles.length === 0 ? [] : [{ chainRole: chainRoles }]),
  ];
  return (['criteria', 'comesAfter'] as const).flatMap((field) => {
    const when = draft[field]?.when;
    if (when === undefined) return [];
    if (!canHold(when, world)) return [issue(field, 'never-holds')];
    return canHold({ all: [when, ...madeFor] }, world) ? [] : [issue(field, 'never-holds-here')];
  });
}

/** What the strategy says of the package: forms of support that exist, and a step of the priority that it names. */
function checkFit({ supportForms, steps, priority }: PackageDraft, surroundings: PackageSurroundings): PackageIssue[] {
  const isOfPriority = priority === null || steps.length === 0 || steps.some((step) => step.startsWith(`${priority}.`));
  return [
    ...supportForms
      .filter((code) => !surroundings.supportForms.includes(code))
      .map((code) => issue('supportForms', 'unknown-support-form', code)),
    ...(isOfPriority ? [] : [issue('steps', 'step-of-other-priority', priority)]),
  ];
}

function checkRights(draft: PackageDraft, { catalogue, editor }: PackageSurroundings): PackageIssue[] {
  const found = rightsIssueOf(editor, findPackage(catalogue, draft.code), draft);
  if (found === undefined) return [];
  return [issue(found === 'others-under-way' ? 'isOutOfUse' : 'providers', found)];
}

/** What is amiss in the package itself, and what the change breaks elsewhere; not what was amiss before. */
function checkInCatalogue(draft: PackageDraft, { catalogue, structure }: PackageSurroundings): PackageIssue[] {
  const whole = packageOf(draft);
  if (whole === undefined) return [];
  const before = new Set(checkCatalogue(catalogue, structure).map(canonicalJson));
  return checkCatalogue(putPackage(catalogue, whole), structure)
    .filter((found) => found.path.startsWith(`packages/${draft.code}/`) || !before.has(canonicalJson(found)))
    .map((found) => asPackageIssue(found, draft.code));
}

function asPackageIssue({ code, path, detail }: CatalogueIssue, packageCode: string): PackageIssue {
  const own = `packages/${packageCode}/`;
  if (path.startsWith(own)) return issue(path.slice(own.length), code, detail);
  return issue('catalogue', code, path);
}

/** Whatever else a package can not be. */
function checkShape(draft: PackageDraft): PackageIssue[] {
  const { error } = packageSchema.safeParse(draft);
  return (error?.issues ?? []).map(({ path, code }) => issue(path.join('.'), 'not-allowed', code));
}

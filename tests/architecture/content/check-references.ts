import type { Content } from '#server/platform/content/load-content.ts';
import { checkAnswer } from '#shared/domain/answers/check-answer.ts';
import { branches, chainRoles, counties, sizeClasses } from '#shared/domain/firm/firm-profile.ts';
import { findForm, indexStructure } from '#shared/domain/instrument/index-structure.ts';
import { checkSupportForms } from '#shared/domain/routing/check-support-forms.ts';

type Coded = { readonly code: string };

const codesOf = (list: readonly Coded[]): string[] => list.map(({ code }) => code);

/** Every choice of the profile has its words, once. */
function checkOptions({ bundle }: Content): string[] {
  const options = bundle.firmProfileOptions;
  const asked: readonly (readonly [file: string, list: string, wanted: readonly string[], given: readonly Coded[]])[] =
    [
      ['firm-profile.yaml', 'branches', branches, options.branches],
      ['firm-profile.yaml', 'sizeClasses', sizeClasses, options.sizeClasses],
      ['firm-profile.yaml', 'chainRoles', chainRoles, options.chainRoles],
      ['municipalities.yaml', 'counties', counties, options.counties],
    ];
  return asked.flatMap(([file, list, wanted, given]) =>
    wanted
      .filter((code) => codesOf(given).filter((each) => each === code).length !== 1)
      .map((code) => `${file}: ${list}/${code}: must be there once (missing-or-repeated)`),
  );
}

function checkPlaces({ bundle }: Content): string[] {
  const { municipalities } = bundle.firmProfileOptions;
  const codes = codesOf(municipalities);
  return municipalities
    .filter(({ code, county }, index) => !code.startsWith(county) || codes.indexOf(code) !== index)
    .map(({ code }) => `municipalities.yaml: municipalities/${code}: once, in the county it begins with (wrong-place)`);
}

function checkConsents({ bundle }: Content): string[] {
  const versions = bundle.consentWordings.map(({ version }) => version);
  return versions
    .filter((version, index) => versions.indexOf(version) !== index)
    .map((version) => `consents.yaml: ${version}: is given twice (repeated-code)`);
}

function checkDemoFirm({ bundle, definition }: Content): string[] {
  const { answers, formCode, profile } = bundle.demoFirm;
  const { items } = indexStructure(definition.structure);
  const places = [...codesOf(bundle.firmProfileOptions.municipalities), 'outside'];
  const faults = [
    ...(findForm(definition.structure, formCode) === undefined ? [`formCode: there is no form ${formCode}`] : []),
    ...(places.includes(profile.municipality) ? [] : [`profile/municipality: there is no ${profile.municipality}`]),
    ...Object.entries(answers).flatMap(([code, answer]) => {
      const item = items.get(code);
      if (item === undefined) return [`answers/${code}: there is no such item`];
      return checkAnswer(item, answer).map((issue) => `answers/${code}/${issue.path}: ${issue.code}`);
    }),
  ];
  return faults.map((fault) => `demo/firm.yaml: ${fault}`);
}

function checkForms({ catalogue, bundle }: Content): string[] {
  return checkSupportForms(catalogue, codesOf(bundle.strategy.supportForms))
    .filter(({ code }) => code === 'unknown-support-form')
    .map(({ path, detail, code }) => `catalogue: ${path}: ${detail} (${code})`);
}

/** Codes that one part of the content names and no other part has, beyond what the loader itself refuses. */
export function checkReferences(content: Content): string[] {
  return [checkOptions, checkPlaces, checkConsents, checkDemoFirm, checkForms].flatMap((check) => check(content));
}

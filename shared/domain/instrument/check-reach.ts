import { branches, chainRoles, type FirmProfile, sizeClasses } from '../firm/firm-profile.ts';
import type { Definition, Structure } from './definition.ts';
import type { DefinitionIssue } from './definition-issue.ts';
import { indexStructure } from './index-structure.ts';
import type { Item } from './item.ts';
import { stepsOnPath } from './path.ts';

/** A firm of every branch, size and role: whatever decides a path before the first answer. */
function everyProfile(): FirmProfile[] {
  return branches.flatMap((branch) =>
    sizeClasses.flatMap((sizeClass) =>
      chainRoles.map((chainRole) => ({ municipality: '1780', branch, sizeClass, chainRole })),
    ),
  );
}

function scoredSections(structure: Structure, formCode: string): string[] {
  const dimensions = new Set(structure.dimensions.map(({ code }) => code));
  const form = indexStructure(structure).forms.get(formCode);
  return (form?.sections ?? []).map(({ code }) => code).filter((code) => dimensions.has(code));
}

function isWeighed({ purpose, weight }: Item): boolean {
  return purpose === 'score' && weight > 0;
}

/**
 * Dimensions in which a form asks some firm nothing that counts, as long as it has answered nothing: because of what
 * the firm is, or because only an answer would open them. A dimension that an answer closes is the firm's own choice.
 */
export function checkReach({ structure }: Definition): DefinitionIssue[] {
  const profiles = everyProfile();
  return structure.forms.flatMap(({ code }) =>
    scoredSections(structure, code).flatMap((dimension) => {
      const missed = profiles.find((profile) => {
        const section = stepsOnPath(structure, code, profile, {}).find((candidate) => candidate.code === dimension);
        return section?.steps.some(({ items }) => items.some(isWeighed)) !== true;
      });
      if (missed === undefined) return [];
      const firm = `${missed.branch}, ${missed.sizeClass}, ${missed.chainRole}`;
      const reason = `a firm (${firm}) is asked nothing about ${dimension}`;
      return [
        {
          file: `dimensions/${dimension}.yaml`,
          path: `forms/${code}`,
          code: 'dimension-out-of-reach',
          reason,
          about: { section: dimension, form: code },
        },
      ];
    }),
  );
}

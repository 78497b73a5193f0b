import type { Structure } from '../instrument/definition.ts';
import { findForm } from '../instrument/index-structure.ts';
import type { RespondentRole } from './respondent-role.ts';

/**
 * What concerns each role, by dimension: a proposal of this project, which whoever leads the answering may change for each
 * respondent. Leadership, standard work, improvement and people are asked of office and shop floor alike on purpose: that is where
 * they see the firm differently (strategy digest 9, where an operator or team leader answers PM and X2).
 */
const concerns: Readonly<Record<RespondentRole, readonly string[]>> = {
  management: 'D1 D3 D4 D5 D8 D9 PM1 PM2 PM4 PM5 X1 X2 X3 X4'.split(' '),
  office: 'D2 D5 D7 D8 D9 PM1 PM3 PM4 PM6'.split(' '),
  production: 'D2 D6 D8 PM1 PM2 PM3 PM4 PM5 PM6 X1 X2'.split(' '),
  operator: 'PM1 PM2 PM3 PM4 PM5 X2'.split(' '),
};

/** Dimensions of a form in its order; empty for a form that does not exist. */
export function dimensionsOfForm(structure: Structure, formCode: string): readonly string[] {
  const known = new Set(structure.dimensions.map(({ code }) => code));
  return (findForm(structure, formCode)?.sections ?? []).map(({ code }) => code).filter((code) => known.has(code));
}

const named = new Set(Object.values(concerns).flat());

/**
 * What a form asks of a role until somebody says otherwise, in its order: also what is said to concern nobody, since it is newer
 * than the lists; all of it where nothing in it concerns the role.
 */
export function proposedPart(structure: Structure, formCode: string, role: RespondentRole): readonly string[] {
  const asked = dimensionsOfForm(structure, formCode);
  const part = asked.filter((code) => concerns[role].includes(code) || !named.has(code));
  return part.length === 0 ? asked : part;
}

/**
 * A part once the assessment has gone over to another version: without what that does not ask, and with what only that asks and
 * is proposed to the role. What is proposed where nothing of it is left.
 */
export function movedPart(
  before: Structure,
  after: Structure,
  { formCode, role, part }: { formCode: string; role: RespondentRole; part: readonly string[] },
): readonly string[] {
  const asked = dimensionsOfForm(before, formCode);
  const proposed = proposedPart(after, formCode, role);
  const moved = dimensionsOfForm(after, formCode).filter(
    (code) => part.includes(code) || (!asked.includes(code) && proposed.includes(code)),
  );
  return moved.length === 0 ? proposed : moved;
}

/** Codes that the form does not ask, or that are named twice; empty when the part can be asked. */
export function partFaults(structure: Structure, formCode: string, part: readonly string[]): readonly string[] {
  const asked = dimensionsOfForm(structure, formCode);
  return part.filter((code, index) => !asked.includes(code) || part.indexOf(code) !== index);
}

/**
 * The structure as a respondent sees it: its form asks their dimensions and nothing else. The same for a form that does
 * not exist.
 */
export function limitToPart(structure: Structure, formCode: string, part: readonly string[]): Structure {
  const form = findForm(structure, formCode);
  if (form === undefined) return structure;
  const sections = form.sections.filter(({ code }) => part.includes(code));
  return { ...structure, forms: [{ ...form, sections }] };
}

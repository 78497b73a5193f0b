import type { Package } from './package.ts';
import type { PackageSelector } from './routing-rule.ts';

/** Whether a rule's effect concerns a package: every key of the selector must match. An empty one concerns all. */
export function matchesSelector(candidate: Package, selector: PackageSelector): boolean {
  const { codes, tags, formats, stances, dimensions, longerThanWeeks } = selector;
  return (
    (codes === undefined || codes.includes(candidate.code)) &&
    (tags === undefined || candidate.tags.some((tag) => tags.includes(tag))) &&
    (formats === undefined || formats.includes(candidate.format)) &&
    (stances === undefined || stances.includes(candidate.stance)) &&
    (dimensions === undefined || candidate.dimensions.some(({ code }) => dimensions.includes(code))) &&
    (longerThanWeeks === undefined || candidate.durationWeeks > longerThanWeeks)
  );
}

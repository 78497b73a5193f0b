import type { DefinitionIssue } from '#shared/domain/instrument/definition-issue.ts';

export const issueKey = ({ code, path, about }: DefinitionIssue) => `${code} ${path} ${JSON.stringify(about ?? {})}`;

/** A condition may name the same question twice: what is wrong with it is said once. */
export function distinctIssues(issues: readonly DefinitionIssue[]): DefinitionIssue[] {
  return [...new Map(issues.map((issue) => [issueKey(issue), issue])).values()];
}

import type { DefinitionIssue } from '#shared/domain/instrument/definition-issue.ts';
import { Link } from '../../ui/link/link.tsx';
import { issueKey } from './distinct-issues.ts';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { draftPath, itemOfIssue } from './issue-place.ts';
import { useIssueWords } from './use-issue-words.ts';
import { usePathWords } from './use-path-words.ts';

/** What is no fault of one place: one sees there what the draft has changed. */
const mendedInDifference: ReadonlySet<string> = new Set(['meaning-not-stated', 'nothing-changed', 'routing-broken']);

/** Where an issue can be mended. */
function useIssueHref(): (issue: DefinitionIssue) => string {
  const { hrefs, draft, definition } = useEditing();
  const { dimensions, blocks } = draft.content.sources;
  return ({ path: found, code, about }) => {
    if (mendedInDifference.has(code)) return hrefs.difference;
    const path = draftPath(definition, found);
    const named = itemOfIssue({ path });
    const sections = [...dimensions, ...blocks];
    const home = sections.find(({ items }) => items.some((item) => item.code === named));
    if (home !== undefined) return hrefs.item(home.code, named);
    const section = sections.find((candidate) => candidate.code === (about?.['section'] ?? path.split('.')[0]));
    return section === undefined || path.startsWith('forms/') ? hrefs.rules : hrefs.section(section.code);
  };
}

/** What keeps the draft from being published, each line a way to where it is mended. */
export function IssueList({ issues }: { issues: readonly DefinitionIssue[] }) {
  const say = useIssueWords();
  const placeOf = usePathWords(useEditing().definition);
  const hrefOf = useIssueHref();
  if (issues.length === 0) return null;
  return (
    <ul className={styles.issues}>
      {issues.map((issue) => (
        <li key={issueKey(issue)}>
          <Link to={hrefOf(issue)}>{placeOf(issue.path)}</Link> {say(issue)}
        </li>
      ))}
    </ul>
  );
}

/** The same lines without links, for the page where they are mended. */
export function IssueLines({ issues }: { issues: readonly DefinitionIssue[] }) {
  const say = useIssueWords();
  const placeOf = usePathWords(useEditing().definition);
  return (
    <ul className={styles.issues}>
      {issues.map((issue) => (
        <li key={issueKey(issue)}>
          <strong>{placeOf(issue.path)}</strong> {say(issue)}
        </li>
      ))}
    </ul>
  );
}

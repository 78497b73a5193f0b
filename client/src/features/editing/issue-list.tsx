import { Trans } from '@lingui/react/macro';
import type { DefinitionIssue } from '#shared/domain/instrument/definition-issue.ts';
import { Link } from '../../ui/link/link.tsx';
import { issueKey } from './distinct-issues.ts';
import { useEditing } from './draft-context.tsx';
import styles from './editing.module.css';
import { useIssueWords } from './use-issue-words.ts';

/** Where an issue can be mended. */
export function useIssueHref(): (issue: DefinitionIssue) => string {
  const { hrefs, draft } = useEditing();
  const { dimensions, blocks } = draft.content.sources;
  return ({ path, code, about }) => {
    if (code === 'meaning-not-stated' || code === 'nothing-changed') return hrefs.difference;
    const named = /^[A-Z]{1,3}[0-9]{0,2}\.[a-z0-9-]+/.exec(path)?.[0] ?? '';
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
  const hrefOf = useIssueHref();
  if (issues.length === 0) return null;
  return (
    <ul className={styles.issues}>
      {issues.map((issue) => (
        <li key={issueKey(issue)}>
          <Link to={hrefOf(issue)}>{issue.path === '' ? <Trans>The draft</Trans> : issue.path}</Link> {say(issue)}
        </li>
      ))}
    </ul>
  );
}

/** The same lines without links, for the page where they are mended. */
export function IssueLines({ issues }: { issues: readonly DefinitionIssue[] }) {
  const say = useIssueWords();
  return (
    <ul className={styles.issues}>
      {issues.map((issue) => (
        <li key={issueKey(issue)}>
          <strong>{issue.path}</strong> {say(issue)}
        </li>
      ))}
    </ul>
  );
}

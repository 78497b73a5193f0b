import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { PackageDocument } from '#shared/contracts/packages.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Panel } from '../../ui/panel/panel.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import styles from './packages.module.css';
import { usePackageWords } from './use-package-words.ts';

/** One package in the list: enough to see whether it concerns the reader. */
export function PackageCard({ shown, href }: { shown: PackageDocument; href: string }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = usePackageWords();
  const facts = [
    ...(shown.forWhom === undefined ? [] : [{ term: t`For whom`, detail: localise(shown.forWhom) }]),
    { term: t`Form`, detail: `${words.group(shown)}. ${words.duration(shown)}.` },
    { term: t`Held in`, detail: words.counties(shown) },
    { term: t`Funding`, detail: words.funding(shown) },
    { term: t`Steps of the strategy`, detail: words.steps(shown) },
  ];
  return (
    <li>
      <Panel>
        <h2>
          <Link to={href}>{localise(shown.name)}</Link>
        </h2>
        {shown.isProposal && (
          <p>
            <Tag tone="warning">
              <Trans>Proposal</Trans>
            </Tag>
          </p>
        )}
        <p>{localise(shown.summary)}</p>
        <dl className={styles.facts}>
          {facts.map(({ term, detail }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{detail}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </li>
  );
}

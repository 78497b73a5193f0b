import { Trans } from '@lingui/react/macro';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Part } from './part.tsx';
import { Source } from './source.tsx';
import styles from './strategy.module.css';

type NeedsProps = Pick<StrategyDocument, 'needs' | 'supportForms'>;

function Nearest({ nearest, supportForms }: { nearest: readonly string[] } & Pick<NeedsProps, 'supportForms'>) {
  const localise = useLocalised();
  if (nearest.length === 0) return null;
  const forms = supportForms
    .filter(({ code }) => nearest.includes(code))
    .map(({ code, name }) => `${code} ${localise(name)}`)
    .join('; ');
  return <Trans>Nearest, in our reading: {forms}.</Trans>;
}

/** What the strategy says is needed and gives no support for. */
export function Needs({ needs, supportForms }: NeedsProps) {
  const localise = useLocalised();
  return (
    <Part
      id="needs"
      title={<Trans>Needs without support</Trans>}
      lead={<Trans>Named in the strategy, but not met by any form of support in it.</Trans>}
    >
      <ul className={styles.list}>
        {needs.map(({ code, text, nearest, source }) => (
          <li key={code}>
            {localise(text)} <Nearest nearest={nearest} supportForms={supportForms} /> <Source source={source} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

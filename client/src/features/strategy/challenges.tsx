import { Trans } from '@lingui/react/macro';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Part } from './part.tsx';
import { Source } from './source.tsx';
import styles from './strategy.module.css';
import { useTarget } from './use-target.ts';

export function Challenges({ outline }: Pick<StrategyDocument, 'outline'>) {
  const localise = useLocalised();
  const target = useTarget();
  const themes = outline.themes.map(({ code, name }) => `${code} ${localise(name)}`).join(', ');
  return (
    <Part
      id="challenges"
      title={<Trans>Five challenges</Trans>}
      lead={
        <Trans>The first four concern the firms' competitiveness. The fifth is what solving them depends on.</Trans>
      }
    >
      <ul className={styles.plain}>
        {outline.challenges.map(({ code, name, about, source }) => (
          <li key={code} {...target(code)}>
            <h3>
              {code} {localise(name)}
            </h3>
            <p>{localise(about)}</p>
            <p>
              <Source source={source} />
            </p>
          </li>
        ))}
      </ul>
      <p>
        <Trans>The strategy reasons about them in four themes: {themes}.</Trans>
      </p>
    </Part>
  );
}

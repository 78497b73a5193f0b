import { Trans } from '@lingui/react/macro';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { Part } from './part.tsx';
import { Source } from './source.tsx';
import styles from './strategy.module.css';

function Terms({ terms }: Pick<StrategyDocument, 'terms'>) {
  const localise = useLocalised();
  return (
    <Facts
      facts={terms.map(({ thing, variants, reading }) => ({
        term: localise(thing),
        detail: (
          <>
            {variants.map(({ text, source }, index) => (
              <span key={text}>
                {index > 0 && ' / '}
                <span lang="sv">”{text}”</span> <Source source={source} />
              </span>
            ))}
            <br />
            {localise(reading)}
          </>
        ),
      }))}
    />
  );
}

/** What to be careful with, and how words that vary are understood here. */
export function Readings({ strategy }: { strategy: StrategyDocument }) {
  const localise = useLocalised();
  return (
    <Part id="readings" title={<Trans>How we read it</Trans>}>
      <ul className={styles.list}>
        {strategy.cautions.map(({ code, text, source }) => (
          <li key={code}>
            {localise(text)} {source !== null && <Source source={source} />}
          </li>
        ))}
      </ul>
      <Details summary={<Trans>Where the document says one thing in several ways</Trans>}>
        <Terms terms={strategy.terms} />
      </Details>
    </Part>
  );
}

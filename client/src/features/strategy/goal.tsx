import { Trans } from '@lingui/react/macro';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Facts } from '../../ui/facts/facts.tsx';
import { Part } from './part.tsx';
import { Source } from './source.tsx';
import styles from './strategy.module.css';

type Outline = StrategyDocument['outline'];

/** What is to be set up, and when the strategy is to be followed up. */
function HowItIsCarriedOut({ functions, followUps }: Pick<Outline, 'functions' | 'followUps'>) {
  const localise = useLocalised();
  return (
    <>
      <h3>
        <Trans>How it is carried out and followed up</Trans>
      </h3>
      <ul className={styles.list}>
        {functions.map(({ code, name, source }) => (
          <li key={code}>
            {localise(name)} <Source source={source} />
          </li>
        ))}
        {followUps.map(({ code, year, text, source }) => (
          <li key={code}>
            {year !== null && `${year}: `}
            {localise(text)} <Source source={source} />
          </li>
        ))}
      </ul>
    </>
  );
}

export function Goal({ outline }: { outline: Outline }) {
  const localise = useLocalised();
  return (
    <Part id="goal" title={<Trans>Goal</Trans>}>
      <p className={styles.goal}>{localise(outline.goal.text)}</p>
      <p>
        <Source source={outline.goal.source} />
      </p>
      <Facts
        facts={outline.principles.map(({ name, text, source }) => ({
          term: localise(name),
          detail: (
            <>
              {localise(text)} <Source source={source} />
            </>
          ),
        }))}
      />
      <HowItIsCarriedOut functions={outline.functions} followUps={outline.followUps} />
    </Part>
  );
}

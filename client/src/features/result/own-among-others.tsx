import { Trans, useLingui } from '@lingui/react/macro';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Ruler } from '../../ui/ruler/ruler.tsx';
import { RulerSign } from '../../ui/ruler/ruler-sign.tsx';
import type { Peers, PlacedArea } from './compared-areas.ts';
import styles from './result.module.css';
import { useWords } from './use-words.ts';

function quartilesOf({ lowQuartile, median, highQuartile }: Peers) {
  return median === null ? null : { lower: lowQuartile, median, upper: highQuartile };
}

/** What the rules draw. */
export function RulerLegend() {
  return (
    <ul className={styles.legend}>
      <li>
        <RulerSign of="own" />
        <Trans>The diamond is your own level.</Trans>
      </li>
      <li>
        <RulerSign of="mark" />
        <Trans>
          The ring is the mean of the others; the line is the middle one of them, and the band around it, where there
          are enough of them, the middle half.
        </Trans>
      </li>
    </ul>
  );
}

/** The firm on a rule for each area, with the others as a ring and a band. */
export function OwnAmongOthers({ areas }: { areas: readonly PlacedArea[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useWords();
  return (
    <div className={styles.columns}>
      {areas.map(({ code, name, score, peers }) => {
        const firms = formatNumber(peers.firms, language);
        return (
          <Ruler
            key={code}
            name={<h3>{name}</h3>}
            value={score.level}
            range={score.range}
            quartiles={quartilesOf(peers)}
            marks={[
              {
                key: 'others',
                name: t`Mean of the others`,
                value: peers.mean,
                basis: t`about ${firms} firms that have answered`,
              },
            ]}
            ends={words.ends}
          />
        );
      })}
    </div>
  );
}

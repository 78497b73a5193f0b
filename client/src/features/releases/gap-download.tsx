import { Trans, useLingui } from '@lingui/react/macro';
import type { PublishedLevels } from '#shared/contracts/releases.ts';
import { readMeasureCode } from '#shared/domain/benchmark/measure-code.ts';
import { rankShares } from '#shared/domain/benchmark/rank-shares.ts';
import { csvLine, csvStart, csvText } from '#shared/domain/open-data/csv-text.ts';
import { saveTextFile } from '../../lib/save-text-file.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { Link } from '../../ui/link/link.tsx';
import { viewRelease } from './release-view.ts';
import styles from './releases.module.css';
import type { Gap } from './use-gaps.ts';
import { useGroupWords } from './use-group-words.ts';

/** As in the files of the release: what is hidden, and what there is none of. */
const hidden = '..';
const written = (value: number | null): string => (value === null ? hidden : String(value));

/** Each area in each group of the page, a row for each. */
function useGapTable({ document, number }: PublishedLevels, gaps: readonly Gap[]) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useGroupWords(document.spec.names);
  const view = viewRelease(document);
  const levels = gaps.find((gap) => gap.levels.length > 0)?.levels ?? [];
  return (): string => {
    const head = [
      t`Release`,
      t`Code`,
      t`Area`,
      t`Division`,
      t`Group`,
      t`Firms with the need, per cent`,
      t`Firms with the need, about`,
      t`Firms that have answered, about`,
      ...levels.map(({ name }) => t`Packages today, ${localise(name)}`),
    ];
    const measures = gaps.map(({ measure }) => measure);
    const rows = document.spec.breakdowns.flatMap((breakdown) =>
      view.groupsOf(breakdown).flatMap(({ key, place }) => {
        const ranked = new Map(rankShares(document, measures, key).map((each) => [each.measure, each]));
        return gaps.map((gap) => {
          const { share = null, affected = null, firms = null } = ranked.get(gap.measure) ?? {};
          return [
            ...[String(number), readMeasureCode(gap.measure).of, gap.name],
            ...[words.breakdown(breakdown), words.place(place)],
            ...[share, affected, firms].map(written),
            ...levels.map(({ band }) => {
              const own = gap.levels.find((level) => level.band === band)?.packages ?? [];
              return String(own.filter(({ takesMore }) => !takesMore).length);
            }),
          ];
        });
      }),
    );
    return csvStart + [head, ...rows].map((cells) => csvLine(cells.map((cell) => csvText(cell)))).join('');
  };
}

type GapDownloadProps = { release: PublishedLevels; gaps: readonly Gap[]; releaseHref: string };

/** What the page shows as a table file, and where the rest of the release is. */
export function GapDownload({ release, gaps, releaseHref }: GapDownloadProps) {
  const table = useGapTable(release, gaps);
  const { number } = release;
  return (
    <div id="files" tabIndex={-1} className={styles.downloads}>
      <p>
        <Button
          variant="secondary"
          onClick={() => saveTextFile(`mattstock-release-${number}-gaps.csv`, 'text/csv', table())}
        >
          <Trans>Save what the page shows (CSV)</Trans>
        </Button>
      </p>
      <p>
        <Link to={releaseHref}>
          <Trans>To everything in release {number}, with its files</Trans>
        </Link>
      </p>
    </div>
  );
}

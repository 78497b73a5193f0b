import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReleaseNames } from '#shared/domain/benchmark/names.ts';
import type { NearPairOfReport, ReleaseReport } from '#shared/domain/benchmark/release.ts';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useGroupWords } from './use-group-words.ts';
import type { MeasureWords } from './use-measure-words.ts';

type AuditPartProps = { report: ReleaseReport; names: ReleaseNames; measureWords: MeasureWords };

function Findings({ report, measureWords }: Omit<AuditPartProps, 'names'>) {
  const { t } = useLingui();
  const language = useLanguage();
  const { attacked, findings } = report;
  const kinds = {
    firms: t`how many firms a hidden group has`,
    values: t`about which level few firms have`,
    classes: t`on which levels the firms of a group are`,
  };
  const tries = formatNumber(attacked, language);
  if (findings.length === 0) {
    return (
      <Notice tone="success" title={<Trans>Nothing that is hidden can be worked out</Trans>}>
        <p>
          <Trans>{tries} attempts to work something out from everything that is shown: none succeeded.</Trans>
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="danger" title={<Trans>Something that is hidden can be worked out</Trans>}>
      <p>
        <Trans>{tries} attempts to work something out from everything that is shown. These succeeded:</Trans>
      </p>
      <ul>
        {findings.map(({ measure, attack, found }) => (
          <li key={`${measure} ${attack}`}>
            {measureWords.measure(measure)}: {kinds[attack]}, {t`${plural(found, { one: '# time', other: '# times' })}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Where the other group of a pair is: published, or built and looked at by the own region or another. */
function useEarlierWords() {
  const { t } = useLingui();
  const language = useLanguage();
  return ({ releaseNumber, built }: Pick<NearPairOfReport, 'releaseNumber' | 'built'>): string => {
    if (built === undefined) return t`in release ${releaseNumber}`;
    const day = formatDay(built.on, language);
    return built.isOwn ? t`in what you built on ${day}` : t`in what another region built on ${day}`;
  };
}

/** Pairs of groups that nearly the same answers are in. By how many they differ is not said. */
function NearPairs({ report, names, measureWords }: AuditPartProps) {
  const { nearPairs } = report;
  const words = useGroupWords(names);
  const earlierWords = useEarlierWords();
  // Two that were built on one day are named alike.
  const lines = new Map(nearPairs.map((pair) => [JSON.stringify(pair), pair]));
  if (nearPairs.length === 0) return null;
  return (
    <Notice tone="danger" title={<Trans>Too much like an earlier release</Trans>}>
      <p>
        <Trans>
          Few firms make the difference: they have answered since, withdrawn that they may be counted, or are counted in
          one of the two only. Whoever lays the two beside each other could reckon out what those few answered. It
          matters as much for what was built and looked at, and never published.
        </Trans>
      </p>
      <ul>
        {[...lines].map(([key, { measure, before, after, ...earlier }]) => {
          const name = measureWords.measure(measure);
          const [then, now, where] = [words.group(before), words.group(after), earlierWords(earlier)];
          return (
            <li key={key}>
              {before === after ? (
                <Trans>
                  {name}: {now} is here almost the same firms as {where}
                </Trans>
              ) : (
                <Trans>
                  {name}: {now} is here almost the same firms as {then} {where}
                </Trans>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** Sets of few firms that several releases tell of together. Which they are is not said. */
function Trackers({ report, measureWords }: AuditPartProps) {
  const { trackers } = report;
  const { t } = useLingui();
  if (trackers.length === 0) return null;
  return (
    <Notice tone="danger" title={<Trans>Told by several releases together</Trans>}>
      <p>
        <Trans>
          Whoever adds and subtracts the figures of this release and earlier ones, published or looked at, comes to the
          answers of few firms, though no group is almost the same as another.
        </Trans>
      </p>
      <ul>
        {trackers.map(({ measure, sets }) => (
          <li key={measure}>
            {measureWords.measure(measure)}:{' '}
            {t`${plural(sets, { one: '# set of few firms', other: '# sets of few firms' })}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Whether anything could be worked out, by itself and beside earlier releases. */
export function AuditPart(props: AuditPartProps) {
  const { report } = props;
  const language = useLanguage();
  const seconds = formatNumber(report.seconds, language, 1);
  return (
    <Section title={<Trans>The attack on it</Trans>}>
      <Findings {...props} />
      <NearPairs {...props} />
      {report.nearPairs.length === 0 && <Trackers {...props} />}
      <p>
        {report.cover === 'exact' ? (
          <Trans>As little as possible is hidden: proven by the solver.</Trans>
        ) : (
          <Trans>
            There are too many groups to prove that as little as possible is hidden. It is as safe, but perhaps a few
            groups more than needed are hidden.
          </Trans>
        )}{' '}
        <Trans>
          {report.solver}, {seconds} seconds.
        </Trans>
      </p>
    </Section>
  );
}

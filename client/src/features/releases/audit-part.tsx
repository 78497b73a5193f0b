import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReleaseNames } from '#shared/domain/benchmark/names.ts';
import type { ReleaseReport } from '#shared/domain/benchmark/release.ts';
import { formatNumber } from '../../lib/format.ts';
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

/** Pairs of groups that nearly the same answers are in. By how many they differ is not said. */
function NearPairs({ report, names, measureWords }: AuditPartProps) {
  const { nearPairs } = report;
  const words = useGroupWords(names);
  if (nearPairs.length === 0) return null;
  return (
    <Notice tone="danger" title={<Trans>Too much like an earlier release</Trans>}>
      <p>
        <Trans>
          Few firms have answered since, or withdrawn that they may be counted. Whoever lays the two beside each other
          could reckon out what those few answered.
        </Trans>
      </p>
      <ul>
        {nearPairs.map(({ releaseNumber, measure, before, after }) => {
          const name = measureWords.measure(measure);
          const [then, now] = [words.group(before), words.group(after)];
          return (
            <li key={`${releaseNumber} ${measure} ${before} ${after}`}>
              {before === after ? (
                <Trans>
                  {name}: {now} is here almost the same firms as in release {releaseNumber}
                </Trans>
              ) : (
                <Trans>
                  {name}: {now} is here almost the same firms as {then} in release {releaseNumber}
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
          Whoever adds and subtracts the figures of this release and earlier ones comes to the answers of few firms,
          though no group is almost the same as another.
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

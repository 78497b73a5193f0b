import { useLingui } from '@lingui/react/macro';
import type { ReleaseInProgress } from '#shared/contracts/releases.ts';
import { countedFirms } from '#shared/domain/benchmark/counted-firms.ts';
import { type AnyDocument, type AnySpec, aboutOf } from '#shared/domain/effect/any-release.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatDate, formatNumber, formatTime } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { type Fact, Facts } from '../../ui/facts/facts.tsx';
import { useGroupWords } from './use-group-words.ts';
import { useReleaseWords } from './use-release-words.ts';

/** What is counted, and about how many firms that are. `document`: null as long as it is not built. */
function useContentFacts(spec: AnySpec, document: AnyDocument | null): Fact[] {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useReleaseWords();
  const groupWords = useGroupWords(spec.names);
  const firms = document?.format === 'mattstock-release-1' ? countedFirms(document) : null;
  const [fewest, most] = [formatNumber(firms?.fewest ?? 0, language), formatNumber(firms?.most ?? 0, language)];
  const divisions = 'kind' in spec ? [] : spec.breakdowns.filter((codes) => codes.length > 0).map(groupWords.breakdown);
  return [
    { term: t`Firms`, detail: words.population(spec.population) },
    ...('kind' in spec
      ? []
      : [{ term: t`Divided by`, detail: divisions.length === 0 ? t`Not divided` : listInWords(divisions, language) }]),
    { term: t`Contents`, detail: words.contents(aboutOf(spec)) },
    ...(firms === null
      ? []
      : [
          {
            term: t`Firms counted`,
            detail: firms.fewest === firms.most ? t`About ${most}` : t`About ${fewest} to ${most}, by area`,
          },
        ]),
  ];
}

/** What a published release counts, before any figure. */
export function ReleaseContents({ document }: { document: AnyDocument }) {
  return <Facts facts={useContentFacts(document.spec, document)} />;
}

/** What is decided of a release and what has become of it: what one publishes is seen before one does. */
export function ReleaseFacts({ release }: { release: ReleaseInProgress }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useReleaseWords();
  const { spec, document } = release;
  const contents = useContentFacts(spec, document);
  const begun = new Date(release.createdAt);
  const periods =
    'kind' in spec
      ? [
          { term: t`Earlier answers`, detail: words.period(spec.before) },
          { term: t`Later answers`, detail: words.period(spec.after) },
        ]
      : [{ term: t`Period`, detail: words.period(spec) }];
  return (
    <Facts
      facts={[
        {
          term: t`State`,
          detail:
            release.status === 'built' && release.blocks.length > 0 ? t`Cannot be published` : words.state(release),
        },
        ...periods,
        ...contents,
        ...(release.number === null || release.publishedAt === null
          ? []
          : [
              { term: t`Release no.`, detail: formatNumber(release.number, language) },
              { term: t`Published`, detail: formatDate(new Date(release.publishedAt), language) },
            ]),
        { term: t`Built by`, detail: localise(release.organisationName) },
        { term: t`Building begun`, detail: `${formatDate(begun, language)} ${formatTime(begun, language)}` },
      ]}
    />
  );
}

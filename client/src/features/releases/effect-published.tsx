import { Trans, useLingui } from '@lingui/react/macro';
import type { PublishedEffect } from '#shared/contracts/releases.ts';
import { readEffects } from '#shared/domain/effect/read-effects.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { DownloadPart } from './download-part.tsx';
import { EffectView } from './effect-view.tsx';
import { ReleaseContents } from './release-facts.tsx';
import { SimulatedNotice } from './simulated-notice.tsx';
import { useEffectWords } from './use-effect-words.ts';
import { useMeasureWords } from './use-measure-words.ts';
import { useReleaseWords } from './use-release-words.ts';

type EffectPublishedProps = {
  release: PublishedEffect;
  hrefs: { releases: string; method: string };
};

/** A published release of effects, for everybody. What was found stands under its name, and nothing is proven by it. */
export function EffectPublished({ release, hrefs }: EffectPublishedProps) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useReleaseWords();
  const { number, document } = release;
  const { spec } = document;
  const effectWords = useEffectWords(useMeasureWords(spec.names));
  const name = localise(release.name);
  const [before, after] = [words.period(spec.before), words.period(spec.after)];
  const builder = localise(release.organisationName);
  return (
    <Page width="results">
      <BackLink to={hrefs.releases}>
        <Trans>Figures</Trans>
      </BackLink>
      <PageHeader
        title={name}
        documentTitle={t`Release ${number}: ${name}`}
        eyebrow={t`Release ${number}`}
        lead={`${effectWords.title(readEffects(document).packages)}.`}
      >
        <p>
          <Trans>
            Firms in Värmland, Dalarna and Gävleborg that answered {before} and again {after}, and have agreed to be
            counted. Published by {builder}.
          </Trans>
        </p>
      </PageHeader>
      <SimulatedNotice isSimulated={release.isSimulated} />
      <ReleaseContents document={document} />
      <EffectView released={release} methodHref={hrefs.method} />
      <DownloadPart number={number} />
    </Page>
  );
}

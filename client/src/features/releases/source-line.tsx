import { Trans } from '@lingui/react/macro';
import type { ReleaseDocument } from '#shared/domain/benchmark/release.ts';
import { type AnyDocument, periodsOf } from '#shared/domain/effect/any-release.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import styles from './releases.module.css';
import { useReleaseWords } from './use-release-words.ts';

/** A release to be looked at, published or about to be. */
export type ReleasedOf<Document extends AnyDocument> = {
  readonly document: Document;
  readonly sha256: string;
  readonly number: number | null;
  readonly publishedAt: string | null;
};
export type Released = ReleasedOf<ReleaseDocument>;

/** Where a figure comes from: under each, so that it is there wherever the figure is taken. */
export function SourceLine({ released }: { released: ReleasedOf<AnyDocument> }) {
  const { document, number, publishedAt } = released;
  const { spec } = document;
  const language = useLanguage();
  const localise = useLocalised();
  const words = useReleaseWords();
  const name = localise(spec.name);
  const period = words.periods(periodsOf(spec));
  const day = publishedAt === null ? '' : formatDate(new Date(publishedAt), language);
  return (
    <p className={styles.source}>
      {number === null ? (
        <Trans>Source: Måttstock, {name}, not published.</Trans>
      ) : (
        <Trans>
          Source: Måttstock, release {number}, {name}, published {day}.
        </Trans>
      )}{' '}
      <Trans>Answers of {period}, counted of firms that have answered and agreed to be counted.</Trans>{' '}
      {spec.isSimulated && <Trans>The firms are simulated.</Trans>}
    </p>
  );
}

import { Plural, Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import { placesLeft } from '#shared/domain/edition/edition-states.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { fetchSimilar, type Municipality } from './api.ts';
import { usePlaceName } from './edition-facts.tsx';
import styles from './editions.module.css';
import { useEditionWords } from './use-edition-words.ts';

/** Editions that could be joined instead; none while they are not known, since they are advice and no condition. */
function useSimilar(packageCode: string): EditionDocument[] {
  const [found, setFound] = useState<{ packageCode: string; editions: EditionDocument[] }>();
  useEffect(() => {
    if (packageCode === '') return undefined;
    const abort = new AbortController();
    fetchSimilar(packageCode, abort.signal).then(
      (editions) => setFound({ packageCode, editions }),
      () => undefined,
    );
    return () => abort.abort();
  }, [packageCode]);
  return found?.packageCode === packageCode ? found.editions : [];
}

type SimilarNoticeProps = { packageCode: string; municipalities: readonly Municipality[] };

/** That a group for the same need can be joined already, whoever gives it: that helps a firm sooner than a new one. */
export function SimilarNotice({ packageCode, municipalities }: SimilarNoticeProps) {
  const words = useEditionWords();
  const localise = useLocalised();
  const placeName = usePlaceName(municipalities);
  const similar = useSimilar(packageCode);
  return (
    <div role="status">
      {similar.length > 0 && (
        <Notice
          tone="warning"
          title={
            <Plural
              value={similar.length}
              one="There is a group with room for the same need"
              other="There are # groups with room for the same need"
            />
          }
        >
          <ul className={styles.plainList}>
            {similar.map((edition) => (
              <li key={edition.editionId}>
                {words.name(edition)}, {localise(edition.organisationName)}, {placeName(edition)},{' '}
                {words.day(edition.startsOn)}: {words.placesLeft(placesLeft(edition))}
              </li>
            ))}
          </ul>
          <p>
            <Trans>A group that can be joined helps a firm sooner than one that begins anew.</Trans>
          </p>
        </Notice>
      )}
    </div>
  );
}

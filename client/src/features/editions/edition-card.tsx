import { Trans } from '@lingui/react/macro';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import { placesLeft, takesFirms } from '#shared/domain/edition/edition-states.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Details } from '../../ui/details/details.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import type { Municipality } from './api.ts';
import { Fullness, useHeldFacts, usePlaceName } from './edition-facts.tsx';
import styles from './editions.module.css';
import { useEditionWords } from './use-edition-words.ts';

type CardProps = {
  edition: EditionDocument;
  municipalities: readonly Municipality[];
  editionHref: (organisationId: string, editionId: string) => string;
};

function Title({ edition, editionHref }: Omit<CardProps, 'municipalities'>) {
  const words = useEditionWords();
  const name = words.name(edition);
  if (!edition.isOwn) return <h2 className={styles.cardTitle}>{name}</h2>;
  return (
    <h2 className={styles.cardTitle}>
      <Link to={editionHref(edition.organisationId, edition.editionId)}>{name}</Link>
    </h2>
  );
}

/** One edition in a list. Of another provider's there is everything but its firms, and nothing to open. */
export function EditionCard({ edition, municipalities, editionHref }: CardProps) {
  const localise = useLocalised();
  const words = useEditionWords();
  const placeName = usePlaceName(municipalities);
  const facts = useHeldFacts(edition, municipalities);
  const { status, startsOn, name, packageName, isOwn } = edition;
  return (
    <Panel>
      <p className={styles.tags}>
        <Tag tone={takesFirms(status) ? 'accent' : 'neutral'}>{words.status(status)}</Tag>
        {takesFirms(status) && <Tag tone="info">{words.placesLeft(placesLeft(edition))}</Tag>}
        <SimulatedTag isSimulated={edition.isSimulated} />
      </p>
      <Title edition={edition} editionHref={editionHref} />
      <p>
        {name !== null && <>{localise(packageName)}. </>}
        {localise(edition.organisationName)}, {placeName(edition)}, {words.day(startsOn)}
      </p>
      <Fullness edition={edition} />
      {!isOwn && (
        <Details summary={<Trans>When and where</Trans>}>
          <Facts facts={facts} />
        </Details>
      )}
    </Panel>
  );
}

import { Trans } from '@lingui/react/macro';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import type { Municipality, PublicEdition } from './api.ts';
import { useHeldFacts } from './edition-facts.tsx';
import styles from './editions.module.css';
import { useEditionWords } from './use-edition-words.ts';

type PackageEditionsProps = { editions: readonly PublicEdition[]; municipalities: readonly Municipality[] };

function Card({ edition, municipalities }: { edition: PublicEdition; municipalities: readonly Municipality[] }) {
  const words = useEditionWords();
  const facts = useHeldFacts(edition, municipalities);
  return (
    <Panel>
      <p className={styles.tags}>
        <Tag tone={edition.canBeJoined ? 'accent' : 'neutral'}>{words.placesLeft(edition.placesLeft)}</Tag>
        {edition.status === 'confirmed' && <Tag tone="success">{words.status('confirmed')}</Tag>}
        <SimulatedTag isSimulated={edition.isSimulated} />
      </p>
      {edition.name !== null && <h3>{edition.name}</h3>}
      <Facts facts={facts} />
      {edition.placesLeft === 0 && (
        <p>
          <Trans>Every place is taken. There is a waiting list.</Trans>
        </p>
      )}
    </Panel>
  );
}

/** When the package is held next, for everybody. */
export function PackageEditions({ editions, municipalities }: PackageEditionsProps) {
  return (
    <Section title={<Trans>When it is held</Trans>}>
      {editions.length === 0 ? (
        <EmptyState title={<Trans>No group is planned for firms right now</Trans>}>
          <p>
            <Trans>
              A group begins when there are enough firms. Ask for contact from your result to be counted in.
            </Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {editions.map((edition) => (
            <li key={edition.editionId}>
              <Card edition={edition} municipalities={municipalities} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useRevalidator } from 'react-router';
import { takesFirms } from '#shared/domain/edition/edition-states.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { Facts } from '../../ui/facts/facts.tsx';
import { BackLink } from '../../ui/navigation/back-link.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { SimulatedTag } from '../../ui/tag/simulated-tag.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import type { LoadedEdition } from './api.ts';
import { EditionActions } from './edition-actions.tsx';
import { Fullness, useHeldFacts, usePlaceName } from './edition-facts.tsx';
import styles from './editions.module.css';
import { InviteFirms } from './invite-firms.tsx';
import { PlaceMap } from './place-map.tsx';
import { PlacementLists } from './placement-lists.tsx';
import { PlacingReport } from './placing-report.tsx';
import { useEditionWords } from './use-edition-words.ts';
import { usePlacing } from './use-placing.ts';

export type EditionHrefs = {
  editions: string;
  change: (organisationId: string, editionId: string) => string;
  firm: (organisationId: string, firmId: string) => string;
};

function When({ edition, municipalities }: Pick<LoadedEdition, 'edition' | 'municipalities'>) {
  const facts = useHeldFacts(edition, municipalities);
  const placeName = usePlaceName(municipalities);
  const spots = edition.position === null ? [] : [{ ...edition.position, name: placeName(edition) }];
  return (
    <div className={styles.withMap}>
      <Facts facts={facts} />
      <PlaceMap spots={spots} municipalities={municipalities} />
    </div>
  );
}

/** One edition of the own provider: when and where, how full, and its firms. */
export function EditionPage({ loaded, hrefs }: { loaded: LoadedEdition; hrefs: EditionHrefs }) {
  const { t } = useLingui();
  const localise = useLocalised();
  const words = useEditionWords();
  const done = useDone();
  const { revalidate } = useRevalidator();
  const refresh = () => revalidate();
  const desk = usePlacing(refresh);
  const { edition, placements, live, municipalities, asking } = loaded;
  const { status, organisationId, editionId, name, packageName } = edition;
  const known = new Set<string>(placements.map(({ firmId }) => firmId));
  return (
    <Page width="results">
      <BackLink to={hrefs.editions}>
        <Trans>Groups</Trans>
      </BackLink>
      <PageHeader
        title={words.name(edition)}
        documentTitle={t`Group`}
        eyebrow={name === null ? undefined : localise(packageName)}
      >
        <p className={styles.tags}>
          <Tag tone={takesFirms(status) ? 'accent' : 'neutral'}>{words.status(status)}</Tag>
          <SimulatedTag isSimulated={edition.isSimulated} />
        </p>
      </PageHeader>
      <Fullness edition={edition} />
      <DoneNotice done={done} />
      <EditionActions
        edition={edition}
        changeHref={hrefs.change(organisationId, editionId)}
        done={done}
        onChanged={refresh}
      />
      <When edition={edition} municipalities={municipalities} />
      <PlacingReport desk={desk} />
      <PlacementLists edition={edition} placements={placements} live={live} desk={desk} firmHref={hrefs.firm} />
      {takesFirms(status) && <InviteFirms edition={edition} known={known} desk={desk} asking={asking} />}
    </Page>
  );
}

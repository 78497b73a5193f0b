import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { EditionDocument } from '#shared/contracts/editions.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { fetchEditions, type LoadedEditions } from './api.ts';
import { type EditionAddress, firstAddress, writeEditionAddress } from './edition-address.ts';
import { EditionCard } from './edition-card.tsx';
import { EditionFilter } from './edition-filter.tsx';
import styles from './editions.module.css';
import { PlaceMap } from './place-map.tsx';

export type EditionsHrefs = {
  edition: (organisationId: string, editionId: string) => string;
  newEdition: (organisationId: string) => string;
};
export type Provider = { readonly organisationId: string; readonly name: LocalisedText };

/** The page that was loaded and those after it, until the address asks for others. */
function useEditions({ page, address }: LoadedEditions) {
  const action = useAction(useProblemWords());
  const [more, setMore] = useState<{ of: LoadedEditions['page']; editions: EditionDocument[]; next: string | null }>();
  const own = more?.of === page ? more : undefined;
  const next = own === undefined ? page.next : own.next;
  const editions = [...page.editions, ...(own?.editions ?? [])];
  const fetchMore = () =>
    action.run(async () => {
      const further = await fetchEditions(address, next);
      setMore({ of: page, editions: [...(own?.editions ?? []), ...further.editions], next: further.next });
    });
  return { editions, hasMore: next !== null, fetchMore, action };
}

function NewButtons({ providers, hrefs }: { providers: readonly Provider[]; hrefs: EditionsHrefs }) {
  const localise = useLocalised();
  return (
    <ButtonRow>
      {providers.map(({ organisationId, name }, place) => (
        <ButtonLink
          key={organisationId}
          to={hrefs.newEdition(organisationId)}
          variant={place === 0 ? 'primary' : 'secondary'}
        >
          {providers.length === 1 ? <Trans>New group</Trans> : <Trans>New group at {localise(name)}</Trans>}
        </ButtonLink>
      ))}
    </ButtonRow>
  );
}

function Nothing({ address }: { address: EditionAddress }) {
  const isWhole = address.package === null && !address.isShort;
  const all = (
    <ButtonLink to={{ search: writeEditionAddress({ ...firstAddress, whose: 'all' }) }} variant="secondary">
      <Trans>See the groups of all providers</Trans>
    </ButtonLink>
  );
  if (address.isShort) return <EmptyState title={<Trans>No group lacks firms right now</Trans>} action={all} />;
  return (
    <EmptyState title={<Trans>There are no groups here</Trans>} action={address.whose === 'own' ? all : undefined}>
      {isWhole && (
        <p>
          <Trans>
            A group takes a package together, with days, places and a waiting list. Look at what others have planned
            before you begin a new one: a group that can be joined helps a firm sooner.
          </Trans>
        </p>
      )}
    </EmptyState>
  );
}

type EditionsPageProps = { loaded: LoadedEditions; providers: readonly Provider[]; hrefs: EditionsHrefs };

/** The editions of the own providers, or of all: what is to come, under way and past. */
export function EditionsPage({ loaded, providers, hrefs }: EditionsPageProps) {
  const { t } = useLingui();
  const { address, municipalities, packages } = loaded;
  const { editions, hasMore, fetchMore, action } = useEditions(loaded);
  const spots = editions.flatMap(({ position, municipality }) => {
    const name = municipalities.find(({ code }) => code === municipality)?.name;
    return position === null || name === undefined ? [] : [{ ...position, name }];
  });
  return (
    <Page width="results">
      <PageHeader
        title={t`Groups`}
        lead={
          address.isShort
            ? t`Groups where too few have said yes for the smallest group, and the last day to apply has not passed. Planned ones are among them; they take firms when you open them.`
            : t`When and where packages are held, and where there is room. You see the groups of all providers, without their firms.`
        }
      />
      <NewButtons providers={providers} hrefs={hrefs} />
      <EditionFilter address={address} packages={packages} />
      {editions.length === 0 ? (
        <Nothing address={address} />
      ) : (
        <div className={styles.withMap}>
          <ul className={styles.list}>
            {editions.map((edition) => (
              <li key={edition.editionId}>
                <EditionCard edition={edition} municipalities={municipalities} editionHref={hrefs.edition} />
              </li>
            ))}
          </ul>
          <PlaceMap spots={spots} municipalities={municipalities} />
        </div>
      )}
      <FaultNotice fault={action.fault} />
      {hasMore && (
        <p>
          <Button variant="secondary" isBusy={action.isBusy} onClick={fetchMore}>
            <Trans>Show more</Trans>
          </Button>
        </p>
      )}
    </Page>
  );
}

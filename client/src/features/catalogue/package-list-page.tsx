import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import type { CatalogueDocument, EditingOrganisation } from '#shared/contracts/catalogue.ts';
import { mayDraft } from '#shared/domain/routing/drafting/package-rights.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatDate, formatShare, formatTime } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Link } from '../../ui/link/link.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { sendChange } from './api.ts';
import styles from './catalogue.module.css';
import { editorFor, useNames, useWorkshop } from './catalogue-context.tsx';
import { NewPackage } from './new-package.tsx';
import { useOverlaps } from './overlap-notice.tsx';
import { useCatalogueProblemWords } from './use-catalogue-problem-words.ts';

function Drafts({ drafts }: Pick<CatalogueDocument, 'drafts'>) {
  const { t } = useLingui();
  const language = useLanguage();
  const { hrefs, catalogue } = useWorkshop();
  if (drafts.length === 0) {
    return (
      <EmptyState title={<Trans>There are no drafts</Trans>}>
        <p>
          <Trans>Choose a package of yours below to change it, or make a new one.</Trans>
        </p>
      </EmptyState>
    );
  }
  const isInUse = (code: string) => catalogue.catalogue.packages.some((each) => each.code === code);
  return (
    <ul className={styles.list}>
      {drafts.map(({ packageDraftId, packageCode, content, changedAt, changedBy }) => {
        const moment = new Date(changedAt);
        const when = `${formatDate(moment, language)} ${formatTime(moment, language)}`;
        const by = changedBy ?? t`a colleague`;
        return (
          <li key={packageDraftId} className={styles.row}>
            <div className={styles.about}>
              <p>
                <Link to={hrefs.draft(packageDraftId)}>{content.name[language] || packageCode}</Link>{' '}
                <Tag tone="info">{isInUse(packageCode) ? <Trans>Change</Trans> : <Trans>New</Trans>}</Tag>
              </p>
              <p className={styles.muted}>
                <Trans>
                  Last changed {when} by {by}
                </Trans>
              </p>
              <Overlaps offer={content} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Overlaps({ offer }: { offer: Parameters<ReturnType<typeof useOverlaps>>[0] }) {
  const names = useNames();
  const found = useOverlaps()(offer);
  if (found.length === 0) return null;
  const list = listInWords(
    found.map(
      ({ with: other, overlap }) => `${names.package(other.code)} (${formatShare(overlap.total, names.language)})`,
    ),
    names.language,
  );
  return (
    <p>
      <Tag tone="warning">
        <Trans>Overlap</Trans>
      </Tag>{' '}
      <Trans>with {list}</Trans>
    </p>
  );
}

/** The organisation by which the person may change the package: the provider first, the coordination otherwise. */
function editorOf(organisations: readonly EditingOrganisation[], offer: Package): EditingOrganisation | undefined {
  const able = organisations.filter((each) => mayDraft(editorFor(each), offer));
  return able.find(({ kind }) => kind === 'provider') ?? able[0];
}

function PackageRow({ offer }: { offer: Package }) {
  const { t } = useLingui();
  const names = useNames();
  const navigate = useNavigate();
  const { catalogue, hrefs } = useWorkshop();
  const { isBusy, fault, run } = useAction(useCatalogueProblemWords());
  const organisation = editorOf(catalogue.organisations, offer);
  const name = offer.name[names.language];
  const givers = listInWords(offer.providers.map(names.provider), names.language);
  const edit = (organisationId: string) =>
    run(async () => {
      const draft = await sendChange(organisationId, offer.code);
      await navigate(hrefs.draft(draft.packageDraftId));
    });
  return (
    <li className={styles.row}>
      <div className={styles.about}>
        <p>
          {offer.isOutOfUse === true ? <strong>{name}</strong> : <Link to={hrefs.package(offer.code)}>{name}</Link>}{' '}
          {offer.isOutOfUse === true && (
            <Tag>
              <Trans>Out of use</Trans>
            </Tag>
          )}
          {offer.status === 'proposal' && (
            <Tag tone="warning">
              <Trans>Proposal</Trans>
            </Tag>
          )}
        </p>
        <p className={styles.muted}>
          <Trans>Given by {givers}</Trans>
        </p>
        <Overlaps offer={offer} />
        <FaultNotice fault={fault} />
      </div>
      <p className={styles.actions}>
        {organisation !== undefined && (
          <Button
            variant="secondary"
            isBusy={isBusy}
            aria-label={t`Change ${name}`}
            onClick={() => edit(organisation.organisationId)}
          >
            <Trans>Change</Trans>
          </Button>
        )}
        <Link to={hrefs.history(offer.code)} aria-label={t`History of ${name}`}>
          <Trans>History</Trans>
        </Link>
      </p>
    </li>
  );
}

function Packages({ packages }: { packages: readonly Package[] }) {
  return (
    <ul className={styles.list}>
      {packages.map((offer) => (
        <PackageRow key={offer.code} offer={offer} />
      ))}
    </ul>
  );
}

/** Every package there is, the own ones first, with what is being changed and what overlaps. */
export function PackageListPage() {
  const { t } = useLingui();
  const { catalogue } = useWorkshop();
  const { language } = useNames();
  const own = catalogue.organisations.filter(({ kind }) => kind === 'provider').map(({ code }) => code);
  const sorted = catalogue.catalogue.packages.toSorted((one, other) =>
    one.name[language].localeCompare(other.name[language], 'sv'),
  );
  const isOwn = ({ providers }: Package) => providers.some((code) => own.includes(code));
  const [mine, others] = [sorted.filter(isOwn), sorted.filter((offer) => !isOwn(offer))];
  const count = mine.length;
  return (
    <Page width="results">
      <PageHeader
        title={t`Edit packages`}
        lead={t`Those who give a package say what it is. What is published stays in its history, and the others who give it are told.`}
      />
      <Section title={<Trans>Drafts</Trans>}>
        <Drafts drafts={catalogue.drafts} />
        <NewPackage />
      </Section>
      {own.length > 0 && (
        <Section
          title={<Trans>Packages you give</Trans>}
          lead={<Plural value={count} one="# package" other="# packages" />}
        >
          {mine.length === 0 ? (
            <EmptyState title={<Trans>You give no package yet</Trans>}>
              <p>
                <Trans>Make a new one, or ask the providers of one below to add you.</Trans>
              </p>
            </EmptyState>
          ) : (
            <Packages packages={mine} />
          )}
        </Section>
      )}
      <Section title={own.length > 0 ? <Trans>Packages of others</Trans> : <Trans>All packages</Trans>}>
        <Packages packages={others} />
      </Section>
    </Page>
  );
}

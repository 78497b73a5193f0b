import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Comparable, FoundOverlap } from '#shared/domain/routing/overlap.ts';
import { findOverlaps } from '#shared/domain/routing/overlap.ts';
import type { Package } from '#shared/domain/routing/package.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { formatShare } from '../../lib/format.ts';
import { Details } from '../../ui/details/details.tsx';
import { type Fact, Facts } from '../../ui/facts/facts.tsx';
import { Link } from '../../ui/link/link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import styles from './catalogue.module.css';
import { useNames, useWorkshop } from './catalogue-context.tsx';

type Offer = Comparable & Pick<Package, 'complements'>;

/** Packages of all providers that are so alike that it should be said. */
export function useOverlaps(): (offer: Offer) => FoundOverlap<Package>[] {
  const {
    catalogue: { catalogue },
  } = useWorkshop();
  return (offer) => findOverlaps(offer, catalogue.packages, catalogue.overlap);
}

function useFacts(): (found: FoundOverlap<Package>) => Fact[] {
  const { t } = useLingui();
  const names = useNames();
  const list = (codes: readonly string[], nameOf: (code: string) => string): string =>
    codes.length === 0 ? t`nothing` : listInWords(codes.map(nameOf), names.language);
  return ({ overlap: { parts, shared } }) => {
    const share = (value: number) => formatShare(value, names.language);
    const needs = listInWords(
      shared.needs.map(({ dimension, bands }) => `${names.dimension(dimension)} (${bands.map(names.band).join(', ')})`),
      names.language,
    );
    return [
      { term: t`Need, ${share(parts.need)}`, detail: needs },
      {
        term: t`Firms, ${share(parts.firms)}`,
        detail: `${list(shared.sizeClasses, names.size)}; ${list(shared.branches, names.branch)}`,
      },
      { term: t`Counties, ${share(parts.counties)}`, detail: list(shared.counties, names.county) },
      { term: t`Forms of support, ${share(parts.supportForms)}`, detail: list(shared.supportForms, names.supportForm) },
      { term: t`Time, ${share(parts.duration)}`, detail: t`How much of the longer one the shorter one lasts` },
    ];
  };
}

function FoundItem({ found, own }: { found: FoundOverlap<Package>; own: readonly string[] }) {
  const names = useNames();
  const { hrefs } = useWorkshop();
  const factsOf = useFacts();
  const { code, providers } = found.with;
  const share = formatShare(found.overlap.total, names.language);
  const givers = listInWords(providers.map(names.provider), names.language);
  const isOwn = providers.some((provider) => own.includes(provider));
  return (
    <li className={styles.tight}>
      <p>
        <Link to={hrefs.package(code)}>{names.package(code)}</Link>:{' '}
        <Trans>
          overlaps by {share}. Given by {givers}.
        </Trans>
      </p>
      <p>
        {isOwn ? (
          <Trans>You give it already. Could this be a part of it?</Trans>
        ) : (
          <Trans>Could you join it instead? Ask one of its providers to add you to it.</Trans>
        )}
      </p>
      <Details summary={<Trans>In what they are alike</Trans>}>
        <Facts facts={factsOf(found)} />
      </Details>
    </li>
  );
}

/** The warning: with what, in what and how much. It never stands in the way of anything. */
export function OverlapNotice({ offer, own }: { offer: Offer; own: readonly string[] }) {
  const found = useOverlaps()(offer);
  const names = useNames();
  const {
    catalogue: { catalogue },
  } = useWorkshop();
  const count = found.length;
  const from = formatShare(catalogue.overlap?.warnFrom ?? 1, names.language);
  if (count === 0) {
    return (
      <p role="status" className={styles.muted}>
        <Trans>No other package overlaps by {from} or more.</Trans>
      </p>
    );
  }
  return (
    <Notice
      tone="warning"
      role="status"
      title={
        <Plural
          value={count}
          one="Another package meets much of the same need"
          other="# other packages meet much of the same need"
        />
      }
    >
      <ul className={styles.issues}>
        {found.map((each) => (
          <FoundItem key={each.with.code} found={each} own={own} />
        ))}
      </ul>
      <p className={styles.muted}>
        <Trans>
          The strategy asks that support is not doubled. That it is said from {from} is our proposal. It hinders
          nothing.
        </Trans>
      </p>
    </Notice>
  );
}

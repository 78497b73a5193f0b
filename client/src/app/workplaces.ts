import type { AccountDocument } from '#shared/contracts/visitor.ts';
import type { Role } from '#shared/domain/access/roles.ts';
import type { LocalisedText } from '#shared/domain/language.ts';
import { paths } from './paths.ts';

type Membership = AccountDocument['memberships'][number];

/** The pages that roles work on. */
export type WorkplaceKind = 'firm' | 'advisor' | 'organisations' | 'region' | 'editor';
export type Workplace = {
  readonly kind: WorkplaceKind;
  readonly href: string;
  /** Of a firm that has one. */
  readonly name: LocalisedText | null;
};

const kindsOf: Readonly<Record<Role, readonly WorkplaceKind[]>> = {
  owner: ['firm'],
  respondent: ['firm'],
  advisor: ['advisor'],
  manager: ['advisor', 'organisations'],
  analyst: ['region'],
  administrator: ['organisations'],
  editor: ['editor'],
};

const hrefOf: Readonly<Record<WorkplaceKind, (placeId: string) => string>> = {
  firm: paths.firm,
  advisor: paths.advisor,
  organisations: paths.organisations,
  region: () => paths.region(),
  editor: paths.editor,
};

/** Where one membership lets its holder work, the main place first. */
export function workplacesOfMembership({ role, place }: Membership): Workplace[] {
  return kindsOf[role].map((kind) => ({
    kind,
    href: hrefOf[kind](place.placeId),
    name: kind === 'firm' ? place.name : null,
  }));
}

/** Each once, in the order of the memberships. */
export function workplacesOf({ memberships }: AccountDocument): Workplace[] {
  const all = memberships.flatMap(workplacesOfMembership);
  return all.filter(({ href }, index) => all.findIndex((each) => each.href === href) === index);
}

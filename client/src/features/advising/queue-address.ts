import {
  type QueueOrder,
  type QueueView,
  queueFilterSchema,
  queueOrders,
  queueViews,
} from '#shared/contracts/advisor-queue.ts';
import {
  type Branch,
  branches,
  type County,
  counties,
  outsideRegion,
  type SizeClass,
  sizeClasses,
} from '#shared/domain/firm/firm-profile.ts';

export type FirmCounty = County | typeof outsideRegion;
export const firmCounties: readonly FirmCounty[] = [...counties, outsideRegion];

/** Which rows are wanted, as the address says it. The name that is searched for is never in it. */
export type QueueAddress = {
  readonly view: QueueView;
  readonly order: QueueOrder;
  readonly county: readonly FirmCounty[];
  readonly branch: readonly Branch[];
  readonly size: readonly SizeClass[];
  readonly package: readonly string[];
  readonly assigned: 'me' | 'nobody' | null;
};

/** What waits is read by its day, everything by what happened last. */
const firstOrder = (view: QueueView): QueueOrder => (view === 'all' ? 'newest' : 'due');

/** Nothing but the view, in its first order. */
export const wholeView = (view: QueueView): QueueAddress => ({
  view,
  order: firstOrder(view),
  county: [],
  branch: [],
  size: [],
  package: [],
  assigned: null,
});

const among = <Value extends string>(allowed: readonly Value[], given: string | null): Value[] =>
  allowed.filter((value) => given?.split(',').includes(value));

const isPackageCode = (code: string): boolean => queueFilterSchema.shape.package.safeParse(code).success;

/** What the address says of what does not exist is ignored. */
export function readQueueAddress(parameters: URLSearchParams): QueueAddress {
  const [view = 'to-answer'] = among(queueViews, parameters.get('view'));
  const [order = firstOrder(view)] = among(queueOrders, parameters.get('order'));
  const [assigned = null] = among(['me', 'nobody'] as const, parameters.get('assigned'));
  return {
    view,
    order,
    county: among(firmCounties, parameters.get('county')),
    branch: among(branches, parameters.get('branch')),
    size: among(sizeClasses, parameters.get('size')),
    package: (parameters.get('package') ?? '').split(',').filter(isPackageCode),
    assigned,
  };
}

/** The part after `?`, without what goes without saying; empty for the first view. */
export function writeQueueAddress(address: QueueAddress): string {
  const { view, order, assigned } = address;
  const said = new URLSearchParams();
  if (view !== 'to-answer') said.set('view', view);
  if (order !== firstOrder(view)) said.set('order', order);
  for (const name of ['county', 'branch', 'size', 'package'] as const) {
    if (address[name].length > 0) said.set(name, address[name].join(','));
  }
  if (assigned !== null) said.set('assigned', assigned);
  return said.toString();
}

/** How many of the filters hold something back. */
export function countFilters({ county, branch, size, package: packages, assigned }: QueueAddress): number {
  const lists = [county, branch, size, packages].filter((values) => values.length > 0);
  return lists.length + (assigned === null ? 0 : 1);
}

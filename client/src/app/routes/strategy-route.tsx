import { useLoaderData } from 'react-router';
import { fetchStrategy } from '../../features/strategy/api.ts';
import { StrategyPage } from '../../features/strategy/strategy-page.tsx';

export const loader = fetchStrategy;

/** A link within the page changes the address, not the strategy. */
export const shouldRevalidate = () => false;

export function Component() {
  return <StrategyPage strategy={useLoaderData<typeof loader>()} />;
}

import type { DataRouter, DataStrategyFunction } from 'react-router';
import { isAway } from '../lib/http/errors.ts';

type Shown = Pick<DataRouter['state'], 'initialized' | 'navigation' | 'loaderData'>;

/**
 * Loads what pages show. A page that is read again, and gets no answer, stays as it is: an error in its place would take
 * with it what is being written or done there.
 */
export function keepShown(shown: () => Shown): DataStrategyFunction {
  return async ({ matches }) => {
    const loading = matches.filter((match) => match.shouldCallHandler());
    const results = await Promise.all(loading.map((match) => match.resolve()));
    const { initialized, navigation, loaderData } = shown();
    const isReadAgain = initialized && navigation.state === 'idle';
    return Object.fromEntries(
      loading.map(({ route: { id } }, place) => {
        const result = results[place] ?? { type: 'data', result: undefined };
        const stays = isReadAgain && result.type === 'error' && isAway(result.result) && id in loaderData;
        return [id, stays ? { type: 'data', result: loaderData[id] } : result];
      }),
    );
  };
}

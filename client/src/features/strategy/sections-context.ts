import { createContext } from 'react';
import type { StrategyDocument } from '#shared/contracts/strategy.ts';

/** What the parts of the document are called that sources name by a short code. */
export const SectionsContext = createContext<StrategyDocument['outline']['sections']>([]);

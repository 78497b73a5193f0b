import type { ReactNode } from 'react';
import { formatNumber } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { useSteady } from '../../lib/use-steady.ts';
import type { Bar, BarScale } from '../../ui/charts/bar-chart.tsx';
import { LazyBarChart } from '../../ui/charts/lazy-bar-chart.tsx';

const ofAll: BarScale = { most: 100, low: '0\u00a0%', high: '100\u00a0%' };

type ShareBarsProps = {
  name: string;
  shares: readonly { readonly label: string; readonly share: number | null }[];
  /** The table with the same numbers. */
  children: ReactNode;
};

/** Shares in per cent as bars over their table; the table alone where all of them are hidden. */
export function ShareBars({ name, shares, children }: ShareBarsProps) {
  const language = useLanguage();
  const bars = useSteady(
    shares.flatMap(({ label, share }): Bar[] =>
      share === null ? [] : [{ label, value: share, shown: `${formatNumber(share, language)}\u00a0%` }],
    ),
  );
  return bars.length === 0 ? (
    children
  ) : (
    <LazyBarChart name={name} bars={bars} scale={ofAll}>
      {children}
    </LazyBarChart>
  );
}

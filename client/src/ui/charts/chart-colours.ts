export type ChartColours = {
  own: string;
  reference: string;
  ink: string;
  line: string;
  background: string;
  font: string;
  /** Of small text, as the reader has it, in pixels. */
  size: number;
  /** From little to much, each with the ink that is read on it. */
  ramp: readonly { fill: string; ink: string }[];
};

const rampSteps = [1, 2, 3, 4, 5, 6] as const;

/** A canvas knows no custom properties: the browser resolves each token for us on a real element. */
export function readChartColours(element: HTMLElement): ChartColours {
  const probe = document.createElement('span');
  // Where motion is reduced, a colour that is still on its way would be read as the one before.
  probe.style.setProperty('transition', 'none', 'important');
  element.parentElement?.append(probe);
  const resolve = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  // The steps are mixed of the reader's own colours, which would else be given back as one of them.
  probe.style.setProperty('forced-color-adjust', 'none');
  probe.style.fontSize = 'var(--text-1)';
  const { fontFamily, fontSize } = getComputedStyle(probe);
  const colours = {
    own: resolve('--chart-1'),
    reference: resolve('--chart-reference'),
    ink: resolve('--ink-muted'),
    line: resolve('--hairline'),
    background: resolve('--bg'),
    font: fontFamily,
    size: Number.parseFloat(fontSize) || 14,
    ramp: rampSteps.map((step) => ({ fill: resolve(`--ramp-${step}`), ink: resolve(`--on-ramp-${step}`) })),
  };
  probe.remove();
  return colours;
}

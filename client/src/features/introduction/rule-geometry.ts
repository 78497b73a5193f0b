export type Stick = { x: number; y: number; angle: number };

/** A folding rule half opened: each stick begins where the one before it ended. */
export function placeSticks(angles: readonly number[], length: number, start: { x: number; y: number }): Stick[] {
  let { x, y } = start;
  return angles.map((angle) => {
    const stick = { x, y, angle };
    const radians = (angle * Math.PI) / 180;
    x += length * Math.cos(radians);
    y += length * Math.sin(radians);
    return stick;
  });
}

/** Ticks of one stick as a path: a short one each step, longer every fifth and tenth. */
export function drawTicks(length: number, step: number, edge: number): string {
  const count = Math.floor(length / step);
  return Array.from({ length: count - 1 }, (_, index) => {
    const tick = index + 1;
    const height = tick % 10 === 0 ? 12 : tick % 5 === 0 ? 9 : 5;
    return `M${tick * step} ${edge}v${height}`;
  }).join('');
}

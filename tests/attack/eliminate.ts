/* Which sums of rows hold few columns: by elimination over the whole numbers modulo a prime, and without any solver. */

const prime = 67_108_859;

const reduce = (value: number): number => ((value % prime) + prime) % prime;

function inverse(value: number): number {
  let [result, base, exponent] = [1, value, prime - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
    exponent = Math.floor(exponent / 2);
  }
  return result;
}

/** The fraction with small numbers that is so much modulo the prime. (Wang 1981.) */
function fractionOf(value: number): { readonly top: number; readonly bottom: number } {
  const bound = Math.floor(Math.sqrt(prime / 2));
  let [one, other, up, down] = [prime, value, 0, 1];
  while (other > bound) {
    const times = Math.floor(one / other);
    [one, other, up, down] = [other, one - times * other, down, up - times * down];
  }
  return down < 0 ? { top: -other, bottom: -down } : { top: other, bottom: down };
}

/** How much of each row a sum takes, and what it holds of each column: whole numbers, by index. */
export type Combination = { readonly rows: ReadonlyMap<number, number>; readonly columns: ReadonlyMap<number, number> };

/**
 * Sums of the rows, each of which holds no column that could be cleared out of it: the columns are cleared in the given
 * order, so that what is left holds such as come late. Rows are of small whole numbers.
 */
export function clearColumns(rows: readonly (readonly number[])[], order: readonly number[]): Combination[] {
  const width = rows[0]?.length ?? 0;
  const work = rows.map((row, at) => {
    const line = new Float64Array(width + rows.length);
    line.set(row.map(reduce));
    line[width + at] = 1;
    return line;
  });
  const free = new Set(work.keys());
  const pivots: number[] = [];
  for (const column of order) {
    const at = free.values().find((row) => work[row]?.[column] !== 0);
    const pivot = at === undefined ? undefined : work[at];
    if (at === undefined || pivot === undefined) continue;
    free.delete(at);
    pivots.push(at);
    scale(pivot, inverse(pivot[column] ?? 0));
    for (const line of work) if (line !== pivot) subtract(line, pivot, line[column] ?? 0);
  }
  return pivots.flatMap((at) => read(work[at], rows, width));
}

function scale(line: Float64Array, factor: number): void {
  for (const [at, value] of line.entries()) line[at] = (value * factor) % prime;
}

function subtract(line: Float64Array, pivot: Float64Array, factor: number): void {
  if (factor === 0) return;
  for (let at = 0; at < line.length; at += 1) {
    const taken = pivot[at] ?? 0;
    if (taken !== 0) line[at] = reduce((line[at] ?? 0) - factor * taken);
  }
}

/** Reckoned once more with whole numbers: what holds only modulo the prime is none. */
function read(line: Float64Array | undefined, rows: readonly (readonly number[])[], width: number): Combination[] {
  if (line === undefined) return [];
  const taken = [...line.subarray(width).entries()].flatMap(([row, value]) =>
    value === 0 ? [] : [{ row, ...fractionOf(value) }],
  );
  const common = taken.reduce((least, { bottom }) => leastCommon(least, bottom), 1);
  const factors = new Map(taken.map(({ row, top, bottom }) => [row, (top * common) / bottom]));
  const columns = new Map<number, number>();
  for (let column = 0; column < width; column += 1) {
    const held = [...factors].reduce((sum, [row, factor]) => sum + factor * (rows[row]?.[column] ?? 0), 0);
    if (held !== 0) columns.set(column, held);
  }
  return common > 1000 || columns.size > line.subarray(0, width).filter((value) => value !== 0).length
    ? []
    : [{ rows: factors, columns }];
}

const greatestCommon = (one: number, other: number): number => (other === 0 ? one : greatestCommon(other, one % other));
const leastCommon = (one: number, other: number): number => (one * other) / greatestCommon(one, other);

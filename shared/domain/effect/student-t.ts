/**
 * How likely Student's t with whole degrees of freedom lies between -t and t: the finite series of Abramowitz and Stegun,
 * Handbook of Mathematical Functions (1964), 26.7.3 and 26.7.4.
 */
export function studentWithin(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const cosine = Math.cos(angle);
  const isOdd = degrees % 2 === 1;
  if (degrees === 1) return (2 * angle) / Math.PI;
  let term = isOdd ? cosine : 1;
  let sum = term;
  for (let power = isOdd ? 3 : 2; power < degrees; power += 2) {
    term *= ((power - 1) / power) * cosine * cosine;
    sum += term;
  }
  const series = Math.sin(angle) * sum;
  return isOdd ? (2 / Math.PI) * (angle + series) : series;
}

/** Halvings until nothing is left of a number's digits. */
const halvings = 100;

/** The t between whose negative and itself so large a part lies: the factor of a confidence interval. */
export function studentFactor(part: number, degrees: number): number {
  let high = 1;
  while (studentWithin(high, degrees) < part) high *= 2;
  let low = 0;
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2;
    if (studentWithin(middle, degrees) < part) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

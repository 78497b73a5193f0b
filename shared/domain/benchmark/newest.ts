type Dated = {
  /** The day after its period. */
  readonly until: string;
  readonly isSimulated: boolean;
  readonly number: number;
};

/**
 * Releases as figures are taken from them: of real firms before those that are made up, then the one whose period ended
 * last, then the one with the highest number. What was published last need not be the newest.
 */
export function newestFirst<Release extends Dated>(releases: readonly Release[]): Release[] {
  return releases.toSorted(
    (one, other) =>
      Number(one.isSimulated) - Number(other.isSimulated) ||
      other.until.localeCompare(one.until) ||
      other.number - one.number,
  );
}

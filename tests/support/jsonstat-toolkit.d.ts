declare module 'jsonstat-toolkit' {
  /** What the tests ask a reader of JSON-stat for. */
  type Row = {
    readonly measure: string;
    readonly figure: string;
    readonly value: number | null;
    readonly status: string | null;
  } & Readonly<Record<'county' | 'branch', string>>;
  type Read = {
    readonly class: string;
    readonly label: string;
    readonly length: number;
    Dataset(at: number): Read | null;
    Transform(options: { type: 'arrobj'; content: 'id'; status: true }): readonly Row[];
  };
  export default function JSONstat(response: unknown): Read;
}

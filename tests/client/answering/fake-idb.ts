/* Stands in for `idb-keyval` where there is no IndexedDB. */

const database = new Map<string, unknown>();

export const get = async (key: string): Promise<unknown> => database.get(key);

export const update = async (key: string, step: (value: unknown) => unknown): Promise<void> => {
  database.set(key, structuredClone(step(database.get(key))));
};

export const del = async (key: string): Promise<void> => {
  database.delete(key);
};

export const keys = async (): Promise<string[]> => [...database.keys()];

export const clear = async (): Promise<void> => database.clear();

import { useEffect, useState } from 'react';
import { fetchReleaseFiles, type ReleaseFiles } from './api.ts';

/** The files of a published release; null until they are there, a fault where they do not come. */
export function useReleaseFiles(number: number): { files: ReleaseFiles | null; failure: unknown } {
  const [files, setFiles] = useState<ReleaseFiles | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let isWanted = true;
    fetchReleaseFiles(number).then(
      (fetched) => isWanted && setFiles(fetched),
      (error: unknown) => isWanted && setFailure(error),
    );
    return () => {
      isWanted = false;
    };
  }, [number]);
  return { files, failure };
}

import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { getTargets, saveTargets, type TargetsDocument } from '#shared/contracts/targets.ts';
import { type FirmTarget, targetAreas } from '#shared/domain/scoring/targets.ts';
import { callEndpoint } from '../../lib/http/call-endpoint.ts';
import { useResult } from './result-context.tsx';

export const fetchTargets = (responseId: string): Promise<TargetsDocument> =>
  callEndpoint(getTargets, { params: { responseId } });

export const sendTargets = (
  responseId: string,
  body: Pick<TargetsDocument, 'targets' | 'revision'>,
): Promise<TargetsDocument> => callEndpoint(saveTargets, { params: { responseId }, body });

/** What the firm itself sees of its targets, and may do with them. */
export type OwnTargetsState = {
  readonly stored: TargetsDocument;
  /** What is stored now: everything that is drawn and said by the targets follows it. */
  readonly show: (newest: TargetsDocument) => void;
};

type TargetsState = {
  readonly targets: readonly FirmTarget[];
  /** Null for everybody else than the firm, and where they could not be fetched. */
  readonly own: OwnTargetsState | null;
  readonly isUnknown: boolean;
};

const proposed: TargetsState = { targets: [], own: null, isUnknown: false };
const unknown: TargetsState = { ...proposed, isUnknown: true };
const TargetsContext = createContext<TargetsState>(proposed);

/** Outside a firm's own result nothing is known of its targets, and what is proposed holds. */
export const useTargets = (): TargetsState => use(TargetsContext);

type OwnTargetsProps = { loaded: TargetsDocument | null; children: ReactNode };

/** What the firm itself aims at; null where that could not be fetched. */
export function OwnTargets({ loaded, children }: OwnTargetsProps) {
  const [stored, show] = useState(loaded);
  const value = useMemo(
    () => (stored === null ? unknown : { targets: stored.targets, own: { stored, show }, isUnknown: false }),
    [stored],
  );
  return <TargetsContext value={value}>{children}</TargetsContext>;
}

/** The areas that a target can be set for here: those that concern the firm. */
export function useTargetAreas(): readonly string[] {
  const { result } = useResult();
  return targetAreas(result.scoreProfile.dimensions);
}

/** Whether whoever reads may set targets here. */
export function useMaySetTargets(): boolean {
  const { own } = useTargets();
  return useTargetAreas().length > 0 && own?.stored.canChange === true;
}

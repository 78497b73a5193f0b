import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useReducer,
  useState,
} from 'react';
import { useLocation } from 'react-router';
import { RescuedWords } from './rescued-words.tsx';
import { noWords, type OwnWords, wordsReducer } from './words-reducer.ts';

type Keeping = {
  readonly hold: (form: string, words: readonly OwnWords[]) => void;
  readonly release: (form: string) => void;
  readonly rescue: () => void;
  readonly setHidden: (isHidden: boolean) => void;
};

const nothing = () => undefined;
const KeeperContext = createContext<Keeping>({ hold: nothing, release: nothing, rescue: nothing, setHidden: nothing });

/**
 * Tells the keeper around it what is written here and not stored. Only what the writer has written themselves may be
 * in it, labels included: it outlives what is shown of the firm.
 */
export function useOwnWords(words: readonly OwnWords[]): void {
  const { hold, release } = use(KeeperContext);
  const form = useId();
  const written = JSON.stringify(words.filter(({ text }) => text.trim() !== ''));
  useEffect(() => {
    hold(form, JSON.parse(written) as OwnWords[]);
  }, [hold, form, written]);
  useEffect(() => () => release(form), [release, form]);
}

/** For whoever takes a form off the page while somebody may be writing in it. */
export function useRescue(): Pick<Keeping, 'rescue' | 'setHidden'> {
  const { rescue, setHidden } = use(KeeperContext);
  return { rescue, setHidden };
}

type OwnWordsKeeperProps = {
  /** Whether what is written about may be shown still. When that ends, so do its forms. */
  isShown: boolean;
  children: ReactNode;
};

function Keeper({ isShown, children }: OwnWordsKeeperProps) {
  const [{ rescued }, dispatch] = useReducer(wordsReducer, noWords);
  const [isHidden, setHidden] = useState(false);
  const [wasShown, setWasShown] = useState(isShown);
  if (wasShown !== isShown) {
    // Before the forms are gone, and what they held with them.
    setWasShown(isShown);
    if (!isShown) dispatch({ kind: 'rescue' });
  }
  const hold = useCallback<Keeping['hold']>((form, words) => dispatch({ kind: 'hold', form, words }), []);
  const release = useCallback<Keeping['release']>((form) => dispatch({ kind: 'release', form }), []);
  const rescue = useCallback(() => dispatch({ kind: 'rescue' }), []);
  const keeper = useMemo(() => ({ hold, release, rescue, setHidden }), [hold, release, rescue]);
  return (
    <KeeperContext value={keeper}>
      {rescued.length > 0 && !(isHidden && isShown) && (
        <RescuedWords words={rescued} onForget={() => dispatch({ kind: 'forget' })} />
      )}
      {children}
    </KeeperContext>
  );
}

/**
 * Keeps what somebody is half through writing when the page they write on is taken away, and shows it to them until they
 * go to another page.
 */
export function OwnWordsKeeper(props: OwnWordsKeeperProps) {
  const { pathname } = useLocation();
  return <Keeper key={pathname} {...props} />;
}

import { afterEach, vi } from 'vitest';

const bytes = () => new Uint8Array([1, 2, 3]).buffer;

const credential = {
  id: 'AQID',
  rawId: bytes(),
  type: 'public-key',
  authenticatorAttachment: 'platform',
  getClientExtensionResults: () => ({}),
  response: {
    clientDataJSON: bytes(),
    authenticatorData: bytes(),
    signature: bytes(),
    attestationObject: bytes(),
    userHandle: bytes(),
    getTransports: () => ['internal'],
  },
};

afterEach(() => Reflect.deleteProperty(navigator, 'credentials'));

/** Gives the browser of the tests passkeys. `refuse` names the error with which it then breaks off. */
export function givePasskeys(): { refuse: (name: string) => void } {
  let refusal: string | undefined;
  const answer = async () => {
    if (refusal !== undefined) throw new DOMException('', refusal);
    return credential;
  };
  vi.stubGlobal('PublicKeyCredential', class {});
  Object.defineProperty(navigator, 'credentials', { configurable: true, value: { get: answer, create: answer } });
  return {
    refuse: (name) => {
      refusal = name;
    },
  };
}

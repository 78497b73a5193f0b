import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { cose, isoCBOR } from '@simplewebauthn/server/helpers';

/** What a reply can be wrong in. */
export type Flaws = {
  readonly origin?: string;
  readonly challenge?: string;
  /** The site the reply is made for; as the options name it unless given. */
  readonly relyingParty?: string;
  readonly type?: string;
  /** False: the person was there, and did not show finger, face or PIN. */
  readonly isUserVerified?: boolean;
  readonly counter?: number;
  /** Signs with the key of another one. */
  readonly signer?: SoftPasskey;
  /** Says to be another one. */
  readonly credentialId?: string;
};

type Options = Readonly<Record<string, unknown>>;

const flag = { userPresent: 0x01, userVerified: 0x04, hasCredential: 0x40 };
const bytesOfId = 16;

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** An authenticator in software: one passkey with a key on P-256. */
export class SoftPasskey {
  readonly credentialId = randomBytes(bytesOfId).toString('base64url');
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #counter = 0;

  /** The reply to the options of a registration. */
  register(options: Options, origin: string, flaws: Flaws = {}): Record<string, unknown> {
    const relyingParty = (options['rp'] as { id: string }).id;
    const authData = Buffer.concat([
      this.#authenticatorData(relyingParty, flag.hasCredential, flaws),
      Buffer.alloc(16),
      Buffer.from([0, bytesOfId]),
      Buffer.from(this.credentialId, 'base64url'),
      this.#publicKey(),
    ]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return this.#reply(flaws, {
      clientDataJSON: this.#clientData('webauthn.create', options, origin, flaws).toString('base64url'),
      attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
      transports: ['internal'],
    });
  }

  /** The reply to the options of an authentication. */
  authenticate(options: Options, origin: string, flaws: Flaws = {}): Record<string, unknown> {
    this.#counter += 1;
    const authData = this.#authenticatorData(String(options['rpId']), 0, flaws);
    const clientData = this.#clientData('webauthn.get', options, origin, flaws);
    const { signer = this } = flaws;
    return this.#reply(flaws, {
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signer.#sign(Buffer.concat([authData, sha256(clientData)])).toString('base64url'),
    });
  }

  #sign(data: Uint8Array): Buffer {
    return sign('sha256', data, this.#keys.privateKey);
  }

  #reply({ credentialId = this.credentialId }: Flaws, response: object): Record<string, unknown> {
    return { id: credentialId, rawId: credentialId, type: 'public-key', clientExtensionResults: {}, response };
  }

  #clientData(type: string, options: Options, origin: string, flaws: Flaws): Buffer {
    const { challenge } = options;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false, ...chosen(flaws) }));
  }

  #authenticatorData(relyingParty: string, flags: number, flaws: Flaws): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(flaws.counter ?? this.#counter);
    const verified = flaws.isUserVerified === false ? 0 : flag.userVerified;
    const shown = Buffer.from([flags | flag.userPresent | verified]);
    return Buffer.concat([sha256(flaws.relyingParty ?? relyingParty), shown, counter]);
  }

  #publicKey(): Uint8Array {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const key = new Map<number, unknown>([
      [cose.COSEKEYS.kty, cose.COSEKTY.EC2],
      [cose.COSEKEYS.alg, cose.COSEALG.ES256],
      [cose.COSEKEYS.crv, cose.COSECRV.P256],
      [cose.COSEKEYS.x, new Uint8Array(Buffer.from(x, 'base64url'))],
      [cose.COSEKEYS.y, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    return isoCBOR.encode(key as never);
  }
}

/** The flaws that show in what the browser says. */
function chosen({ origin, challenge, type }: Flaws): object {
  return {
    ...(origin === undefined ? {} : { origin }),
    ...(challenge === undefined ? {} : { challenge }),
    ...(type === undefined ? {} : { type }),
  };
}

import { cmac } from '@noble/ciphers/aes.js';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';

/*
 * The one place that calls the cipher. It is synchronous, as IndexedDB ends a transaction that waits for anything else:
 * XChaCha20-Poly1305, whose nonces are long enough to be drawn at random for each text.
 */

const NONCE = 24;
/** Bytes of the key of the texts, and of the one of the tags, which follows it. */
const TEXT_KEY = 32;
const TAG_KEY = 32;
/** Bytes of the data key. */
export const KEY_BYTES = TEXT_KEY + TAG_KEY;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export interface Cipher {
  /** Nonce and sealed text. `place` is authenticated and not stored. */
  seal: (text: string, place: string) => Uint8Array<ArrayBuffer>;
  /** @throws when a byte was changed, or it belongs to another place or key */
  open: (sealed: Uint8Array, place: string) => string;
  /** The same for the same text, and nothing can be told from it without the key: what an index finds instead of the text. */
  tag: (text: string, place: string) => string;
}

/** @throws on a key of another length */
export function cipherOf(key: Uint8Array): Cipher {
  if (key.length !== KEY_BYTES) throw new Error('a data key of another length');
  const textKey = key.slice(0, TEXT_KEY);
  const tagKey = key.slice(TEXT_KEY);
  return {
    seal(text, place) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
      const body = xchacha20poly1305(textKey, nonce, encoder.encode(place)).encrypt(encoder.encode(text));
      const sealed = new Uint8Array(NONCE + body.length);
      sealed.set(nonce);
      sealed.set(body, NONCE);
      return sealed;
    },
    open(sealed, place) {
      const cipher = xchacha20poly1305(textKey, sealed.slice(0, NONCE), encoder.encode(place));
      return decoder.decode(cipher.decrypt(sealed.slice(NONCE)));
    },
    tag(text, place) {
      const bytes = cmac(encoder.encode(`${place}\0${text}`), tagKey);
      return btoa(String.fromCharCode(...bytes)).slice(0, 22);
    },
  };
}

import { browser } from 'wxt/browser';
import type { MessageIn, MessageName, MessageOut, Reply } from './message-contract.ts';

/*
 * The page's end of the contract in message-contract.ts: types alone, no schema. What comes back was parsed
 * by the background on its way out, so the less trusted side has nothing to check but that it is an answer.
 */

export type { Card, MessageIn, MessageName, MessageOut, Reply, Spotted } from './message-contract.ts';

/**
 * Asks the background. The content script's only way out of the page.
 * The message leaves before the first await, so that a click's permission travels with it.
 * @returns the answer; `{ ok: false }` when it was refused, malformed, or the extension has gone away
 */
export async function send<N extends MessageName>(
  name: N,
  body: MessageIn<N>,
): Promise<Reply<MessageOut<N>>> {
  try {
    const answer: Reply<MessageOut<N>> | undefined = await browser.runtime.sendMessage({
      peerside: name,
      body,
    });
    return answer?.ok ? answer : { ok: false, error: answer?.error ?? 'no answer' };
  } catch (error) {
    return { ok: false, error: String(error) };
  }
}

/** The most events that one `spot` may hold. */
export const BATCH_MAX = 1_000;

/** Sent by the background to calendar pages: people or settings have changed, ask again. It carries nothing. */
export const REFRESH = 'peerside:refresh';

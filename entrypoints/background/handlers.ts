import type { Account, CalendarEvent } from '../../prep/calendar-event.ts';
import { counts } from '../../prep/counting.ts';
import { emailKey } from '../../prep/email-key.ts';
import { mailbox } from '../../prep/mailbox.ts';
import { pageText } from '../../prep/page-text.ts';
import { haveLeft, type Spotting, spot, unknownOther } from '../../prep/spot.ts';
import { readCardFacts } from '../../storage/card.ts';
import { readCovered } from '../../storage/cover.ts';
import { closeCurrentEvent, readCurrentEvent, writeCurrentEvent } from '../../storage/current-event.ts';
import { keepMeeting, type Seen } from '../../storage/keep-meeting.ts';
import { isLocked } from '../../storage/lock.ts';
import type { Card, Handlers, Sender } from '../../storage/message-contract.ts';
import { BATCH_MAX } from '../../storage/messages.ts';
import { dismissOffered, noteOffered } from '../../storage/offered.ts';
import { addPerson, changePerson, personByEmail, personDraft } from '../../storage/people.ts';
import { noteReading } from '../../storage/reader-report.ts';
import { forgetSeries } from '../../storage/series.ts';
import { readSettings } from '../../storage/settings.ts';
import { countKept, forgetSpotted, forgetVanished, keepSpotted } from '../../storage/spotted.ts';
import { learnSeries, readRoster, readSeries } from '../../storage/spotting.ts';
import { rememberTab } from './calendar-tabs.ts';

/** What the background does for each message of the contract; `opening` is the panel's, for `prepare`. */
export function handlers(opening: Promise<boolean> | undefined): Handlers {
  return {
    async hello(_body, sender) {
      await rememberTab(sender);
      if (await isLocked()) return { marks: false };
      const [settings, covered] = await Promise.all([readSettings(), readCovered()]);
      return { marks: settings.marks && !covered };
    },

    async spot({ account, events }, sender) {
      await rememberTab(sender);
      const [known, learnt] = await Promise.all([
        readRoster(account),
        readSeries([...new Set(events.map((event) => event.seriesKey))]),
      ]);
      const found: { key: string; sure: boolean }[] = [];
      const meetings: Seen[] = [];
      const noMeetings: string[] = [];
      for (const event of events) {
        const series = learnt.get(event.seriesKey);
        const spotting = spot(event, known, series);
        // Who is named in the title of whole days is asked about where the event is opened, and not before.
        const isNone = spotting ? event.allDay && !spotting.sure : !counts(event, known, series);
        if (isNone) noMeetings.push(event.key);
        if (!spotting || isNone) continue;
        found.push({ key: event.key, sure: spotting.sure });
        // Its hour may not be read; without a day it is nowhere.
        if (spotting.sure && event.day) meetings.push({ event, personIds: spotting.personIds });
      }
      await forgetSpotted(...noMeetings);
      await keepSpotted(meetings);
      return found;
    },

    async seen({ account, zone, view, days, keys, ...counts }) {
      const at = new Date().toISOString();
      const people = await countKept(keys);
      const seen = { at, ...counts, events: keys.length, people, days: days.length };
      await noteReading(({ views }) => ({
        account: account.email !== null,
        zone,
        views: { ...views, [view]: seen },
      }));
      const { signs, chips, known } = counts;
      // With one event that cannot be read, or more than a message holds, none can be told to be missing.
      const isWhole = signs <= known && chips === known && keys.length < BATCH_MAX;
      if (isWhole) await forgetVanished({ account, days, keys });
      return null;
    },

    async opened({ account, event, kind }, sender) {
      const { guests, guestsComplete: complete } = event;
      const at = new Date().toISOString();
      const found = { at, title: event.title !== '', day: event.day !== null, complete };
      await noteReading(() => ({ [kind]: { ...found, guests: guests?.length ?? null } }));
      if (event.declined) await forgetSpotted(event.key);
      return look(account, event, sender);
    },

    async closed({ key }, sender) {
      if (sender.tab) await closeCurrentEvent(sender.tab.windowId, key);
      return null;
    },

    async prepare({ account, event }, sender) {
      const spotting = await spotOne(account, event);
      if (spotting?.sure) {
        await keepMeeting(event, spotting.personIds, 'prepared');
        await stand(event, spotting, sender, new Date().toISOString());
      }
      return { panel: (await opening) ?? false };
    },

    async choose({ account, event, personId }, sender) {
      const spotting = await spotOne(account, event);
      // Only where the card asked, and only one of the people that it asked about, can be the answer.
      if (spotting?.sure === false && spotting.personIds.includes(personId))
        await learnSeries(event, [personId], 'chosen');
      return look(account, event, sender);
    },

    async ask({ account, event }, sender) {
      await forgetSeries(event.seriesKey, 'chosen');
      return look(account, event, sender);
    },

    async add({ account, event, email, name }, sender) {
      const other = unknownOther(event, await readRoster(account));
      // The page may only add the person that its own card offered.
      if (other && emailKey(other.email) === emailKey(email)) {
        const holder = await personByEmail(email);
        const title = pageText(name, 200) || emailKey(email);
        // Somebody archived is a peer again.
        if (holder) await changePerson(holder.id, { archivedAt: null });
        else await addPerson(personDraft(title, [email]));
      }
      return look(account, event, sender);
    },

    async dismiss({ email }) {
      await dismissOffered(email);
      return null;
    },
  };
}

async function spotOne(account: Account, event: CalendarEvent): Promise<Spotting | undefined> {
  const [known, learnt] = await Promise.all([readRoster(account), readSeries([event.seriesKey])]);
  return spot(event, known, learnt.get(event.seriesKey));
}

/** The panel of this window follows, and the popup guesses from, the event that stands open. */
async function stand(event: CalendarEvent, spotting: Spotting, sender: Sender, at: string): Promise<void> {
  if (!sender.tab) return;
  await writeCurrentEvent(sender.tab.windowId, { event, personIds: spotting.personIds, at, open: true });
}

/** When an event was opened that the page tells of, which it also does again, as when people have changed. */
async function standsSince({ key }: CalendarEvent, sender: Sender): Promise<string> {
  const known = sender.tab && (await readCurrentEvent(sender.tab.windowId));
  return known?.open && known.event.key === key ? known.at : new Date().toISOString();
}

async function look(account: Account, event: CalendarEvent, sender: Sender): Promise<Card> {
  const [known, learnt, settings, covered] = await Promise.all([
    readRoster(account),
    readSeries([event.seriesKey]),
    readSettings(),
    readCovered(),
  ]);
  // What was asked while the cover was being laid.
  if (covered) return { kind: 'none' };
  const series = learnt.get(event.seriesKey);
  const isOver = haveLeft(event, known, series);
  if (isOver) await forgetSeries(event.seriesKey, 'guests');
  const spotting = spot(event, known, isOver ? undefined : series);
  if (!spotting) {
    if (!counts(event, known, series)) {
      await forgetSpotted(event.key);
      // Learnt while it was of fewer, or more were allowed.
      if (counts({ ...event, guests: null }, known, series)) await forgetSeries(event.seriesKey, 'guests');
      return { kind: 'none' };
    }
    const other = unknownOther(event, known);
    if (!other || settings.notOffered.some((email) => mailbox(email) === mailbox(other.email)))
      return { kind: 'none' };
    await noteOffered(other.email);
    return { kind: 'unknown', email: other.email, name: other.name ?? other.email };
  }
  if (spotting.rule === 'guest') await learnSeries(event, spotting.personIds, 'guests');
  if (!spotting.sure) return which(spotting, event);
  await stand(event, spotting, sender, await standsSince(event, sender));
  const facts = await readCardFacts(spotting.personIds, event);
  return { kind: 'peers', ...facts, ...(spotting.rule === 'chosen' && { chosen: true }) };
}

async function which(spotting: Spotting, event: CalendarEvent): Promise<Card> {
  const { people } = await readCardFacts(spotting.personIds, event);
  return { kind: 'which', candidates: people.slice(0, 6) };
}

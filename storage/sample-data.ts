import type { ActionItem, Owner } from '../prep/records/action-item.ts';
import type { Capture } from '../prep/records/capture.ts';
import type { Fact } from '../prep/records/fact.ts';
import type { Meeting } from '../prep/records/meeting.ts';
import type { Note } from '../prep/records/note.ts';
import type { Person } from '../prep/records/person.ts';
import type { Asking } from '../prep/records/question.ts';
import type { Topic } from '../prep/records/topic.ts';
import { personDraft } from './people.ts';
import { localDay } from './record.ts';

/** What every id of a made-up record starts with. */
export const SAMPLE = 'sample:';

/** Made-up people and what there is to know of them. */
export interface SampleData {
  people: Person[];
  meetings: Meeting[];
  notes: Note[];
  facts: Fact[];
  actionItems: ActionItem[];
  topics: Topic[];
  askings: Asking[];
  captures: Capture[];
}

type About = Partial<Omit<Person, 'id' | 'name' | 'emails'>>;

/** Everybody: role and team, and what the user has set. */
const PEOPLE: Record<string, About & { name: string }> = {
  'steve.tan': {
    name: 'Steve Tan',
    role: 'Director of Quality',
    team: 'Platform',
    connections: ['collaborate', 'hand-work', 'receive-work'],
    trust: 'working',
    cadence: { ideal: 14, latest: 28 },
    goal: 'work-better',
  },
  'ana.lima': {
    name: 'Ana Lima',
    role: 'Head of Product',
    team: 'Growth',
    connections: ['collaborate', 'same-manager', 'shared-problem'],
    trust: 'working',
    cadence: { ideal: 7, latest: 14 },
    goal: 'shared-problem',
  },
  'ana.roth': { name: 'Ana Roth', role: 'Brand Designer', team: 'Marketing', connections: ['hand-work'] },
  'pedro.costa': {
    name: 'Pedro Costa',
    role: 'Support Lead',
    team: 'Customer Care',
    connections: ['hand-work', 'shared-problem'],
    trust: 'working',
    cadence: { ideal: 42, latest: 56 },
    goal: 'shared-problem',
  },
  'noor.haddad': {
    name: 'Noor Haddad',
    role: 'Design Lead',
    team: 'Checkout',
    connections: ['collaborate', 'support'],
    trust: 'trusted',
    cadence: { ideal: 21, latest: 28 },
  },
  'rui.alves': {
    name: 'Rui Alves',
    role: 'Data Lead',
    team: 'Insights',
    connections: ['share-resources'],
    trust: 'working',
    cadence: { ideal: 42, latest: 56 },
  },
  'tomas.vidal': {
    name: 'Tomás Vidal',
    role: 'Sales Lead',
    team: 'Iberia',
    connections: ['receive-work'],
    cadence: { ideal: 28, latest: 42 },
  },
  'mei.chen': {
    name: 'Mei Chen',
    role: 'Tech Lead',
    team: 'Mobile',
    connections: ['collaborate', 'share-resources'],
    trust: 'working',
    cadence: { ideal: 14, latest: 28 },
  },
  'amelie.roux': {
    name: 'Amelie Roux',
    role: 'Finance Partner',
    team: 'Finance',
    connections: ['share-resources'],
  },
};

/** Past meetings: days ago, who, and what was said. */
const PAST: [days: number, who: string[], said?: string][] = [
  [
    91,
    ['steve.tan'],
    'First talk since the teams were split. Most of the friction is about when work is done.',
  ],
  [70, ['steve.tan'], 'Walked through the release week. Quality hears about scope changes two days late.'],
  [56, ['steve.tan'], 'Checkout tests fail about twice a week, and neither team owns them.'],
  [
    42,
    ['steve.tan'],
    'Flaky tests: list them first, then decide who fixes which. Friday hotfix came up again.',
  ],
  [21, ['steve.tan'], 'Agreed to try one shared bug board for a month, then decide on {in a week}.'],
  [42, ['ana.lima']],
  [
    35,
    ['ana.lima'],
    'Growth plans the quarter in week 10; we plan in week 12. That is why we are always late.',
  ],
  [28, ['ana.lima']],
  [
    21,
    ['ana.lima'],
    'Pricing test is moving to January. Support should hear it from us, not from customers.',
  ],
  [14, ['ana.lima']],
  [7, ['ana.lima'], 'The launch week is still open: Ana wants the second one, I want the third.'],
  [
    112,
    ['pedro.costa'],
    'Tickets double in a launch week. A page of plain answers beforehand would halve that.',
  ],
  [63, ['pedro.costa'], 'Last launch reached support on the same morning. Wants two weeks of notice.'],
  [54, ['noor.haddad'], 'New checkout flow: happy with it, tired of defending it.'],
  [26, ['noor.haddad'], 'Trying office hours instead of reviews. Would like someone to think aloud with.'],
  [119, ['rui.alves']],
  [63, ['rui.alves'], 'Two analysts are leaving; dashboards will be slow until spring.'],
  [35, ['tomas.vidal'], 'Customers in Iberia ask for invoices by month. Will send three examples.'],
  [38, ['mei.chen']],
  [10, ['mei.chen'], 'Mobile freezes on the 15th. Anything for the launch has to be in by then.'],
  [30, ['amelie.roux'], 'Budget round starts in two weeks; wants our estimate as a range.'],
];

/** Promises: owner, who, words, days from now (null: no date), made so many days ago. */
const PROMISES: [owner: Owner, who: string[], text: string, due: number | null, made: number][] = [
  ['me', ['steve.tan'], 'Send the launch calendar', -6, 21],
  ['me', ['steve.tan'], 'Name a tester for the beta', 1, 21],
  ['them', ['steve.tan'], 'List the flaky checkout tests', 5, 21],
  ['both', ['steve.tan'], 'Draft one release checklist', 14, 21],
  ['me', ['pedro.costa'], 'Share the support rota', 0, 63],
  ['them', ['ana.lima'], 'Send the pricing draft', 1, 7],
  ['both', ['ana.lima', 'pedro.costa'], 'Agree the launch week', 12, 7],
  ['me', ['rui.alves'], 'Drop the reports nobody opens', null, 63],
  ['them', ['tomas.vidal'], 'Send three invoice examples', 9, 35],
  ['them', ['mei.chen'], 'Share the freeze dates', 6, 10],
];

/** Topics: who, words, since so many days; carried by every meeting with the first of them since then. */
const TOPICS: [who: string[], text: string, since: number][] = [
  [['steve.tan'], 'Who signs off a Friday hotfix?', 60],
  [['steve.tan'], 'Sharing our quarter plan earlier', 2],
  [['ana.lima', 'pedro.costa'], 'How much notice support gets before a launch', 16],
  [['ana.lima', 'pedro.costa'], 'One page on why we launch in January', 1],
  [['mei.chen'], 'Whose design tokens count on mobile', 12],
];

/** Facts: who, kind, words, learnt so many days ago. */
const FACTS: [who: string, kind: Fact['kind'], text: string, days: number][] = [
  ['steve.tan', 'family', 'Daughter Lia took up the cello', 42],
  ['steve.tan', 'hobby', 'Training for the Porto half marathon', 400],
  ['ana.lima', 'music', 'Plays the surdo in a samba band', 90],
  ['pedro.costa', 'family', 'Twins started school in September', 63],
  ['noor.haddad', 'hobby', 'Grows chillies on the balcony', 54],
  ['rui.alves', 'place', 'From Coimbra, goes back every Easter', 119],
  ['mei.chen', 'food', 'Knows every noodle place near the office', 38],
];

/** Questions asked of somebody: which, words, answer, days ago. */
const ASKED: [who: string, id: string, text: string, answer: string, days: number][] = [
  [
    'steve.tan',
    'question:our-teams-9',
    'When work arrives from us, what is usually missing?',
    'The why. Tests can be guessed from the how, but not from the why.',
    215,
  ],
  [
    'steve.tan',
    'question:load-and-process-5',
    'When your team is overloaded, what slips first?',
    'Exploratory testing, and nobody notices until a customer does.',
    56,
  ],
];

const INBOX: [text: string, hours: number][] = [
  ['? Who swaps on-call over the holidays?', 20],
  ['Nobody seems to read the release notes', 3],
];

/** All of it, placed around `now` in the zone of this browser; the same for the same now. */
export function sampleData(now: Date): SampleData {
  const at = (daysAgo: number, hour = 10) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo, hour).toISOString();
  const day = (daysAgo: number) => localDay(new Date(at(daysAgo, 12)));
  const base = (kind: string, name: string | number, daysAgo: number) => ({
    id: `${SAMPLE}${kind}:${name}`,
    createdAt: at(daysAgo, 11),
    updatedAt: at(daysAgo, 11),
  });
  const ids = (who: readonly string[]) => who.map((name) => `${SAMPLE}person:${name}`);

  const people = Object.entries(PEOPLE).map(([key, { name, ...about }]) => ({
    ...personDraft(name, [`${key}@example.com`]),
    ...base('person', key, 120),
    ...about,
    sample: true,
  }));
  const meetings = PAST.map(([days, who], index) => ({
    ...base('meeting', index, days),
    eventKey: null,
    seriesKey: null,
    title: `With ${who.map((key) => PEOPLE[key]?.name).join(', ')}`,
    day: day(days),
    start: at(days),
    end: new Date(Date.parse(at(days)) + 30 * 60_000).toISOString(),
    personIds: ids(who),
    goal: null,
    source: 'logged' as const,
    sample: true,
  }));
  const inAWeek = new Date(at(-7, 12)).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
  const notes = PAST.flatMap(([days, who, said], index) =>
    said === undefined
      ? []
      : {
          ...base('note', index, days),
          personIds: ids(who),
          meetingId: `${SAMPLE}meeting:${index}`,
          kind: 'said' as const,
          text: said.replace('{in a week}', inAWeek),
          at: at(days),
          origin: null,
        },
  );
  const facts = FACTS.map(([who, kind, text, days], index) => ({
    ...base('fact', index, days),
    personId: `${SAMPLE}person:${who}`,
    text,
    kind,
    learntOn: day(days),
    confirmedOn: day(days),
    shownAt: null,
  }));
  const actionItems = PROMISES.map(([owner, who, text, due, made], index) => ({
    ...base('promise', String(index).padStart(2, '0'), made),
    personIds: ids(who),
    owner,
    text,
    due: due === null ? null : day(-due),
    meetingId: meetings.find((met) => met.day === day(made) && met.personIds[0] === ids(who)[0])?.id ?? null,
    state: 'open' as const,
    closedAt: null,
  }));
  const topics = TOPICS.map(([who, text, since], index) => ({
    ...base('topic', index, since),
    personIds: ids(who),
    text,
    state: 'open' as const,
    closedAt: null,
    raisedIn: meetings
      .filter((met) => met.day >= day(since) && met.personIds[0] === ids(who)[0])
      .map((met) => met.id),
  }));
  const askings = ASKED.map(([who, questionId, text, answer, days], index) => ({
    ...base('asking', index, days),
    personId: `${SAMPLE}person:${who}`,
    questionId,
    meetingId: meetings.find((met) => met.day === day(days))?.id ?? null,
    text,
    state: 'asked' as const,
    level: null,
    answer,
    at: at(days),
  }));
  const captures = INBOX.map(([text, hours], index) => {
    const caught = new Date(now.getTime() - hours * 3_600_000).toISOString();
    return {
      id: `${SAMPLE}capture:${index}`,
      createdAt: caught,
      updatedAt: caught,
      text,
      origin: null,
      filedAt: null,
    };
  });
  return { people, meetings, notes, facts, actionItems, topics, askings, captures };
}

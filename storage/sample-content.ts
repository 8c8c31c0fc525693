import type { Owner } from '../prep/records/action-item.ts';
import type { Fact } from '../prep/records/fact.ts';
import type { Person } from '../prep/records/person.ts';

/* What the made-up people are and said; sample-data.ts places it around a day. People are named by their address. */

type About = Partial<Omit<Person, 'id' | 'name' | 'emails'>>;

/** Everybody: role and team, and what the user has set. */
export const PEOPLE: Record<string, About & { name: string }> = {
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
export const PAST: [days: number, who: string[], said?: string][] = [
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
export const PROMISES: [owner: Owner, who: string[], text: string, due: number | null, made: number][] = [
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
export const TOPICS: [who: string[], text: string, since: number][] = [
  [['steve.tan'], 'Who signs off a Friday hotfix?', 60],
  [['steve.tan'], 'Sharing our quarter plan earlier', 2],
  [['ana.lima', 'pedro.costa'], 'How much notice support gets before a launch', 16],
  [['ana.lima', 'pedro.costa'], 'One page on why we launch in January', 1],
  [['mei.chen'], 'Whose design tokens count on mobile', 12],
];

/** Facts: who, kind, words, learnt so many days ago. */
export const FACTS: [who: string, kind: Fact['kind'], text: string, days: number][] = [
  ['steve.tan', 'family', 'Daughter Lia took up the cello', 42],
  ['steve.tan', 'hobby', 'Training for the Porto half marathon', 400],
  ['ana.lima', 'music', 'Plays the surdo in a samba band', 90],
  ['pedro.costa', 'family', 'Twins started school in September', 63],
  ['noor.haddad', 'hobby', 'Grows chillies on the balcony', 54],
  ['rui.alves', 'place', 'From Coimbra, goes back every Easter', 119],
  ['mei.chen', 'food', 'Knows every noodle place near the office', 38],
];

/** Questions asked of somebody: which, words, answer, days ago. */
export const ASKED: [who: string, id: string, text: string, answer: string, days: number][] = [
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

/** Captures that wait: words, caught so many hours ago. */
export const INBOX: [text: string, hours: number][] = [
  ['? Who swaps on-call over the holidays?', 20],
  ['Nobody seems to read the release notes', 3],
];

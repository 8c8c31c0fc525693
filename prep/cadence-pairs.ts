import { words } from './fold.ts';
import type { Cadence, Connection } from './records/person.ts';

/** What somebody does, as far as a cadence hangs on it. */
const ROLES = {
  engineering: [
    'engineer',
    'engineering',
    'developer',
    'architect',
    'quality',
    'qa',
    'sre',
    'devops',
    'platform',
  ],
  product: ['product', 'pm', 'owner'],
  design: ['design', 'designer', 'ux'],
  sales: ['sales', 'account'],
  success: ['success', 'support', 'care'],
  marketing: ['marketing', 'marketer', 'brand'],
} as const;
type Role = keyof typeof ROLES;

/** Close work every two weeks, four at the latest; sales and customer success every six to eight (Evanish, METHOD 12 to 18, 48). */
const CLOSE: Cadence = { ideal: 14, latest: 28 };
const WIDE: Cadence = { ideal: 42, latest: 56 };
const PAIRS: readonly [Role, Role, Cadence][] = [
  ['engineering', 'engineering', CLOSE],
  ['product', 'engineering', CLOSE],
  ['product', 'design', CLOSE],
  ['design', 'engineering', CLOSE],
  ['product', 'product', CLOSE],
  ['design', 'design', CLOSE],
  ['marketing', 'design', { ideal: 28, latest: 42 }],
  ['product', 'success', { ideal: 28, latest: 42 }],
  ['sales', 'success', WIDE],
  ['marketing', 'sales', WIDE],
];

/**
 * The cadence by how two connect: weekly when work goes both ways or a problem is shared, every two weeks when it goes one
 * way, monthly for the rest (Relationships, METHOD 49: by how much the teams depend on each other).
 */
const byConnection = (connections: readonly Connection[]): Cadence | undefined => {
  const has = (...all: Connection[]) => all.every((one) => connections.includes(one));
  if (has('hand-work', 'receive-work') || has('shared-problem')) return { ideal: 7, latest: 14 };
  if (has('hand-work') || has('receive-work') || has('collaborate')) return CLOSE;
  return connections.length > 0 ? { ideal: 28, latest: 42 } : undefined;
};

/**
 * The cadence that suits two peers: by the pair of their roles where it is known, else by how they connect; undefined when
 * nothing is known. Roles are as people write them ("Director of Quality").
 */
export function presetFor(
  ownRole: string,
  role: string,
  connections: readonly Connection[],
): { cadence: Cadence; why: 'roles' | 'connection' } | undefined {
  const [mine, theirs] = [roleOf(ownRole), roleOf(role)];
  const pair = PAIRS.find(([a, b]) => (a === mine && b === theirs) || (a === theirs && b === mine));
  if (pair) return { cadence: pair[2], why: 'roles' };
  const cadence = byConnection(connections);
  return cadence && { cadence, why: 'connection' };
}

function roleOf(text: string): Role | undefined {
  const said = words(text);
  return (Object.keys(ROLES) as Role[]).find((role) =>
    said.some((word) => (ROLES[role] as readonly string[]).includes(word)),
  );
}

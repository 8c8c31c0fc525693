import { frontMatter, ownText, plainLine } from '../../prep/formats/markdown.ts';
import type { ActionItem } from '../../prep/records/action-item.ts';
import type { Agenda } from '../../prep/records/agenda.ts';
import type { Decision } from '../../prep/records/decision.ts';
import type { Fact } from '../../prep/records/fact.ts';
import type { Meeting } from '../../prep/records/meeting.ts';
import type { Note } from '../../prep/records/note.ts';
import type { Person } from '../../prep/records/person.ts';
import type { Project } from '../../prep/records/project.ts';
import type { Asking } from '../../prep/records/question.ts';
import type { Topic } from '../../prep/records/topic.ts';
import { localDay } from '../record.ts';
import { t } from '../words.ts';

/** Everything about one person that a page of Markdown shows; each list in the order to show. */
export interface AboutPerson {
  person: Person;
  /** Newest first. */
  meetings: Meeting[];
  /** Newest first. */
  notes: Note[];
  actionItems: ActionItem[];
  topics: Topic[];
  facts: Fact[];
  /** Those that were asked, newest first. */
  askings: Asking[];
  decisions: Decision[];
  projects: Project[];
  agendas: Agenda[];
  /** The names of others, by id: whom a promise or a topic is shared with. */
  names: ReadonlyMap<string, string>;
}

const day = (instant: string) => localDay(new Date(instant));

/** The page of one person: front matter that Obsidian reads, then everything there is, under plain headings. */
export function personPage(about: AboutPerson, today: string): string {
  const { person } = about;
  const met = about.meetings.find(({ start }) => start !== null && day(start) <= today);
  const head = frontMatter({
    aliases: person.aliases,
    tags: ['peer'],
    emails: person.emails,
    role: person.role,
    team: person.team,
    trust: person.trust,
    connections: person.connections,
    cadence: person.cadence ? `${person.cadence.ideal}-${person.cadence.latest}` : '',
    last_met: met?.start ? day(met.start) : '',
    archived: person.archivedAt ? day(person.archivedAt) : '',
    exported: today,
  });
  const sections = [
    section(
      t('format_mdPromises'),
      about.actionItems.map((one) => promise(one, about)),
    ),
    section(
      t('format_mdTopics'),
      about.topics.map((one) => topic(one, about)),
    ),
    section(t('format_mdFacts'), about.facts.map(fact)),
    section(t('format_mdDecisions'), about.decisions.map(decision)),
    section(t('format_mdProjects'), about.projects.map(project)),
    section(t('format_mdQuestions'), about.askings.map(asking)),
    ...meetingsPart(about),
  ].filter(Boolean);
  return `${head}\n# ${plainLine(person.name)}\n\n${sections.join('\n')}`;
}

/** The page of thoughts that are not filed, or that are about nobody. */
export function loosePage(texts: readonly { text: string; at: string }[]): string {
  const parts = texts.map(({ text, at }) => `## ${day(at)}\n\n${ownText(text)}\n`);
  return `# ${t('format_mdInbox')}\n\n${parts.join('\n')}`;
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${heading}\n\n${lines.join('\n')}\n`;
}

/** A row of a list: what follows its first line hangs below it. */
function row(text: string, mark = ''): string {
  return `- ${mark}${text.replaceAll('\n', '\n  ')}`;
}

function remarks(...parts: string[]): string {
  const said = parts.filter(Boolean).join(', ');
  return said ? ` (${said})` : '';
}

function others(personIds: readonly string[], { person, names }: AboutPerson): string {
  const found = personIds.filter((id) => id !== person.id).map((id) => names.get(id) ?? '');
  return found.filter(Boolean).map(plainLine).join(', ');
}

function promise(item: ActionItem, about: AboutPerson): string {
  const whose = { me: t('format_mdMine'), them: t('format_mdTheirs'), both: t('format_mdBoth') }[item.owner];
  const shared = others(item.personIds, about);
  const said = remarks(
    shared && t('format_mdWith', shared),
    item.due ? t('format_mdDue', item.due) : '',
    item.state === 'dropped' ? t('format_mdDropped') : '',
    item.closedAt ? t('format_mdClosed', day(item.closedAt)) : '',
  );
  return row(`${whose}: ${plainLine(item.text)}${said}`, item.state === 'open' ? '[ ] ' : '[x] ');
}

function topic(one: Topic, about: AboutPerson): string {
  const shared = others(one.personIds, about);
  const said = remarks(
    shared && t('format_mdWith', shared),
    one.state === 'dropped' ? t('format_mdDropped') : '',
    one.closedAt ? t('format_mdClosed', day(one.closedAt)) : '',
  );
  return row(`${plainLine(one.text)}${said}`, one.state === 'open' ? '[ ] ' : '[x] ');
}

function fact(one: Fact): string {
  return row(`${plainLine(one.text)}${remarks(one.kind, one.learntOn)}`);
}

function decision(one: Decision): string {
  const said = remarks(
    one.againOn ? t('format_mdAgain', one.againOn) : '',
    one.state === 'standing' ? '' : t('format_mdNoLonger'),
  );
  return row(`${day(one.at)}${said}: ${ownText(one.text)}`);
}

function project(one: Project): string {
  const said = remarks(
    `${one.startedOn} / ${one.targetOn}`,
    one.state === 'dropped' ? t('format_mdDropped') : '',
  );
  const steps = [
    one.myNext && `${t('format_mdMine')}: ${plainLine(one.myNext)}`,
    one.theirNext && `${t('format_mdTheirs')}: ${plainLine(one.theirNext)}`,
    one.outcome && ownText(one.outcome),
  ].filter(Boolean);
  const mark = one.state === 'open' ? '[ ] ' : '[x] ';
  return row([`${plainLine(one.title)}${said}`, ...steps].join('\n\n'), mark);
}

function asking(one: Asking): string {
  const question = `${day(one.at)}: **${plainLine(one.text)}**`;
  return row(one.answer ? `${question}\n\n${ownText(one.answer)}` : question);
}

/** The meetings with what was written for them, then thoughts of their own. */
function meetingsPart({ meetings, notes, agendas }: AboutPerson): string[] {
  const known = new Set(meetings.map(({ id }) => id));
  const byMeeting = new Map<string, Note[]>();
  for (const note of notes) {
    const key = note.meetingId && known.has(note.meetingId) ? note.meetingId : '';
    const all = byMeeting.get(key);
    if (all) all.push(note);
    else byMeeting.set(key, [note]);
  }
  const parts = meetings.map((meeting) => {
    const when = meeting.start ? day(meeting.start) : (meeting.day ?? '');
    const title = [when, plainLine(meeting.title)].filter(Boolean).join(' ');
    const texts = (byMeeting.get(meeting.id) ?? []).toReversed().map((note) => noteText(note));
    const agenda = agendas.filter(({ meetingIds }) => meetingIds.at(-1) === meeting.id).map(agendaText);
    return [`### ${title}\n`, ...agenda, ...texts].join('\n');
  });
  const thoughts = (byMeeting.get('') ?? []).map((note) => `### ${day(note.at)}\n\n${noteBody(note)}\n`);
  return [
    ...(parts.length > 0 ? [`## ${t('format_mdMeetings')}\n\n${parts.join('\n')}`] : []),
    ...(thoughts.length > 0 ? [`## ${t('format_mdNotes')}\n\n${thoughts.join('\n')}`] : []),
  ];
}

function noteText(note: Note): string {
  const heading = {
    before: t('format_mdBefore'),
    said: t('format_mdSaid'),
    thought: t('format_mdThought'),
  }[note.kind];
  return `#### ${heading}\n\n${noteBody(note)}\n`;
}

/** A note, and the page it was taken from as text: no link that a slip of the finger opens. */
function noteBody({ text, origin }: Note): string {
  return origin ? `${ownText(text)}\n\n${plainLine(`${origin.title} ${origin.url}`)}` : ownText(text);
}

function agendaText(agenda: Agenda): string {
  const steps = agenda.steps.map((step) =>
    row(plainLine(step.text), step.state === 'open' ? '[ ] ' : '[x] '),
  );
  const options = agenda.options.map((one) => row(`${plainLine(one.text)}${remarks(one.verdict)}`));
  const views = [
    agenda.myView && `${t('format_mdMine')}: ${ownText(agenda.myView)}`,
    agenda.theirView && `${t('format_mdTheirs')}: ${ownText(agenda.theirView)}`,
    ...Object.values(agenda.matters).map(plainLine),
    plainLine(agenda.allies),
  ].filter(Boolean);
  const lists = [steps, options].filter((list) => list.length > 0).map((list) => list.join('\n'));
  return [`#### ${plainLine(agenda.title)}`, ...lists, ...views, ''].join('\n\n');
}

import type { Person } from '../../prep/records/person.ts';
import { t } from '../../storage/words.ts';
import { Beginnings } from '../beginnings/Beginnings.tsx';
import { CadencePlan } from '../cadence/CadencePlan.tsx';
import { ProjectPart } from '../project/ProjectPart.tsx';
import { Folded } from '../ui/Folded.tsx';

/** On a person's page, folded: how often to meet, something small together, and how it begins. */
export function PersonPlan({ person, today }: { person: Person; today: string }) {
  return (
    <section class="sec" aria-label={t('planTitle')}>
      <Folded title={t('planCadence')}>
        <CadencePlan person={person} today={today} />
      </Folded>
      <Folded title={t('planProject')}>
        <ProjectPart person={person} today={today} />
      </Folded>
      <Folded title={t('planBeginnings')}>
        <Beginnings person={person} today={today} />
      </Folded>
    </section>
  );
}

import type { ComponentProps } from 'preact';
import { namesText } from '../ui/dates.ts';
import styles from './Brief.module.css';
import { When } from './Head.tsx';
import { Tabs } from './Tabs.tsx';

/** Over the brief of several peers: who they are, and whose brief is shown. */
export function GroupTop({ now, ...tabs }: ComponentProps<typeof Tabs> & { now: Date }) {
  const { data } = tabs;
  return (
    <>
      <section class={styles.group}>
        <h1 class="name">
          <bdi>{namesText(data.peers.map(({ person }) => person.name))}</bdi>
        </h1>
        <div class="row">
          <p class="meta grow">
            <bdi>{data.title}</bdi>
          </p>
          <When start={data.start} end={data.end} day={data.day} planned now={now} />
        </div>
      </section>
      <Tabs {...tabs} />
    </>
  );
}

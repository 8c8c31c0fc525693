import type { ComponentChildren, ComponentProps } from 'preact';
import { namesText } from '../ui/dates.ts';
import styles from './Brief.module.css';
import { Tabs } from './Tabs.tsx';

/** Over the brief of several peers: who they are, when (`children`), and whose brief is shown. */
export function GroupTop({
  children,
  ...tabs
}: ComponentProps<typeof Tabs> & { children: ComponentChildren }) {
  const { data } = tabs;
  const names = namesText(data.peers.map(({ person }) => person.name));
  return (
    <>
      <section class={styles.group}>
        <h1 class="name" title={names}>
          <bdi>{names}</bdi>
        </h1>
        <div class="row">
          <p class="meta grow">
            <bdi>{data.title}</bdi>
          </p>
          {children}
        </div>
      </section>
      <Tabs {...tabs} />
    </>
  );
}

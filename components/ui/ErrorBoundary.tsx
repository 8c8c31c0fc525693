import { Component, type ComponentChildren } from 'preact';
import { t } from '../../storage/words.ts';
import { Icon } from './Icon.tsx';

/** At the root of each page: what a broken component shows instead of nothing. What was typed is stored as it is typed. */
export class ErrorBoundary extends Component<{ children: ComponentChildren }, { error: unknown }> {
  override state = { error: undefined as unknown };

  override componentDidCatch(error: unknown): void {
    console.error('peerside', error);
    this.setState({ error: error ?? new Error('unknown') });
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <main class="main">
        <div class="banner danger" role="alert">
          <Icon name="warning" />
          <h3>{t('uiBroken')}</h3>
          <p>{t('uiBrokenSafe')}</p>
          <p class="meta">{String(this.state.error)}</p>
          <div class="acts">
            <button type="button" class="btn primary" onClick={() => location.reload()}>
              {t('uiReload')}
            </button>
          </div>
        </div>
      </main>
    );
  }
}

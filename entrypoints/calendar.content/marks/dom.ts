type Attributes = Record<string, string | number>;

function dress<E extends Element>(element: E, attributes: Attributes, children: (Node | string)[]): E {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** An element with attributes and children; strings become text, never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  return dress(document.createElement(name), attributes, children);
}

/** A drawing of 16 by 16 units at a size in pixels, in the ink of the text around it; no label means decoration. */
export function svg(size: number, d: string, stroke?: number, label?: string): SVGElement {
  const make = (name: string, attributes: Attributes, ...children: Node[]) =>
    dress(document.createElementNS('http://www.w3.org/2000/svg', name) as SVGElement, attributes, children);
  const ink = 'currentColor';
  const path = make('path', {
    d,
    ...(stroke ? { fill: 'none', stroke: ink, 'stroke-width': stroke } : { fill: ink }),
  });
  const name: Attributes = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' };
  return make('svg', { width: size, height: size, viewBox: '0 0 16 16', ...name }, path);
}

/**
 * A host of ours: an element without name, class or id, whose shadow root the page cannot open
 * (in the build for tests it can). The content is in the root before the host is in the page.
 */
export function host(...content: Node[]): { element: HTMLElement; root: ShadowRoot } {
  const element = document.createElement('div');
  const root = element.attachShadow({ mode: __OPEN_ROOTS__ ? 'open' : 'closed' });
  root.append(...content);
  return { element, root };
}

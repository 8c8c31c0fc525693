/**
 * Which nodes the page made itself, and the attributes it set on them. Like the real page, the stand-in reuses its nodes
 * for other events and leaves what others put there alone, until a bubble's first opening strips it.
 */
const own = new WeakMap<Node, Set<string>>();

/** Marks a tree as made by the page. */
export function adopt<T extends Node>(root: T): T {
  own.set(root, new Set(root instanceof Element ? root.getAttributeNames() : []));
  for (const child of root.childNodes) adopt(child);
  return root;
}

/** Whether the page made this node. */
export function isOwn(node: Node): boolean {
  return own.has(node);
}

/** The first element of some markup, marked as the page's own. */
export function build(html: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  const element = template.content.firstElementChild;
  if (!(element instanceof HTMLElement)) throw new Error('no element in the markup');
  return adopt(document.importNode(element, true));
}

function morphAttributes(from: Element, to: Element): void {
  const set = own.get(from) ?? new Set<string>();
  const wanted = to.getAttributeNames();
  for (const name of set) if (!to.hasAttribute(name)) from.removeAttribute(name);
  for (const name of wanted) {
    const value = to.getAttribute(name) ?? '';
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
  own.set(from, new Set(wanted));
}

function fits(from: Node, to: Node): boolean {
  if (from.nodeName !== to.nodeName) return false;
  return (
    !(from instanceof Element && to instanceof Element) ||
    from.id === to.id ||
    from.closest('[role=grid]') !== null
  );
}

function morphChild(parent: Element, from: Node | undefined, to: Node): void {
  if (!from) parent.append(adopt(document.importNode(to, true)));
  else if (!fits(from, to)) parent.replaceChild(adopt(document.importNode(to, true)), from);
  else if (from instanceof Element && to instanceof Element) morph(from, to);
  else if (from.nodeValue !== to.nodeValue) from.nodeValue = to.nodeValue;
}

/** Makes the page's own part of one tree equal to another, keeping nodes in place wherever their kind allows it. */
export function morph(from: Element, to: Element): void {
  morphAttributes(from, to);
  const mine = [...from.childNodes].filter(isOwn);
  const wanted = [...to.childNodes];
  wanted.forEach((child, index) => {
    morphChild(from, mine[index], child);
  });
  for (const surplus of mine.slice(wanted.length)) surplus.remove();
}

/** The nodes under a root that others put there, outermost only. */
export function foreign(root: Element): ChildNode[] {
  return [...root.childNodes].flatMap((child) => {
    if (!isOwn(child)) return [child];
    return child instanceof Element ? foreign(child) : [];
  });
}

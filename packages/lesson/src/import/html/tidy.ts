/** A page's content with what Markdown needs: formulas as TeX, code with its language, boxes as callouts, nothing else. */

import type { Element, ElementContent, Nodes, RootContent } from 'hast';
import type { Guess } from '../draft.js';
import { quoted } from '../words.js';
import { calloutName, calloutTitle, type CalloutLabel } from '../refine/callout-label.js';
import { codeBlock, tabledCode } from './code.js';
import { furnitureKind } from './content.js';
import { attribute, classes, element, find, isElement, lineText, text } from './elements.js';
import { formulaElement, readFormula, splitFormulas } from './formulas.js';
import { choiceList } from './choices.js';
import type { Marks } from './marks.js';

export class Tidier {
  readonly leftOut: string[] = [];
  readonly #explained = new Set<string>();
  readonly #ancestors: Element[] = [];

  constructor(
    private readonly marks: Marks,
    /** The page draws formulas between dollar signs. */
    private readonly withDollars: boolean,
    /** Its pictures are to be had at their addresses. */
    private readonly hasAddress: boolean
  ) {}

  children(nodes: readonly RootContent[]): ElementContent[] {
    return choiceList(nodes.flatMap((node) => this.#node(node)));
  }

  #node(node: Nodes): ElementContent[] {
    if (node.type === 'text') {
      return this.#isCode() ? [node] : splitFormulas(node.value, this.withDollars);
    }
    if (node.type !== 'element') return [];
    const formula = readFormula(node);
    if (formula === 'preview') return [];
    if (formula !== null) {
      if (formula.tex !== null) return [formulaElement(formula.tex, formula.display)];
      return [text(formula.shown + this.marks.add(lostFormula(formula.shown)))];
    }
    const furniture = furnitureKind(node);
    if (furniture !== null) {
      if (furniture === 'furniture') this.leftOut.push(lineText(node));
      return [];
    }
    return this.#content(node);
  }

  #isCode(): boolean {
    return this.#ancestors.some(({ tagName }) => /^(?:code|kbd|samp|tt)$/.test(tagName));
  }

  #content(node: Element): ElementContent[] {
    switch (node.tagName) {
      case 'pre':
        return [codeBlock(node, this.#ancestors)];
      case 'table': {
        const code = tabledCode(node);
        if (code !== null) return [codeBlock(code, [...this.#ancestors, node])];
        return this.#table(node);
      }
      case 'abbr':
        return this.#abbreviation(node);
      case 'img':
        return this.#picture(node);
      case 'iframe':
      case 'video':
      case 'audio':
      case 'embed':
        return this.#embedded(node);
      case 'dl':
        return this.#definitions(node);
      case 'legend':
      case 'caption':
        return [element('p', {}, this.#inside(node))];
      case 'p':
        return splitAtDisplays(this.#inside(node));
      case 'svg':
      case 'canvas':
        return [];
      default: {
        const callout = this.#callout(node);
        return [callout ?? { ...node, children: this.#inside(node) }];
      }
    }
  }

  #inside(node: Element): ElementContent[] {
    this.#ancestors.push(node);
    const children = this.children(node.children);
    this.#ancestors.pop();
    return children;
  }

  /** A table's caption goes in front of it: Markdown's tables have none. */
  #table(node: Element): ElementContent[] {
    const caption = node.children.find((child) => isElement(child) && child.tagName === 'caption');
    const rest = node.children.filter((child) => child !== caption);
    const table = { ...node, children: this.#inside({ ...node, children: rest }) };
    return caption === undefined ? [table] : [...this.#node(caption), table];
  }

  /** The first time, with what it stands for. */
  #abbreviation(node: Element): ElementContent[] {
    const children = this.#inside(node);
    const title = attribute(node, 'title')?.trim() ?? '';
    if (title === '' || this.#explained.has(title) || lineText(node).includes(title))
      return children;
    this.#explained.add(title);
    return [...children, text(` (${title})`)];
  }

  #picture(node: Element): ElementContent[] {
    const written = attribute(node, 'dataSrc') ?? attribute(node, 'src') ?? '';
    const src = written.replace(/^\/\//, 'https://');
    const picture = { ...node, properties: { ...node.properties, src } };
    if (src === '' || /^(?:https?|data):/.test(src) || this.hasAddress) return [picture];
    return [picture, text(this.marks.add(localPicture(src)))];
  }

  #embedded(node: Element): ElementContent[] {
    const source = find(node, (inner) => attribute(inner, 'src') !== null);
    const address = (source === null ? '' : (attribute(source, 'src') ?? '')).replace(
      /^\/\//,
      'https://'
    );
    if (address === '') return this.#inside({ ...node, tagName: 'div' });
    const title = attribute(node, 'title') ?? address;
    const mark = text(this.marks.add(embedded(title)));
    return [element('p', {}, [element('a', { href: address }, [text(title)]), mark])];
  }

  /** MediaWiki indents with definition lists that define nothing. */
  #definitions(node: Element): ElementContent[] {
    if (find(node, ({ tagName }) => tagName === 'dt') !== null) {
      return [{ ...node, children: this.#inside(node) }];
    }
    return node.children.flatMap((child): ElementContent[] => {
      if (!isElement(child) || child.tagName !== 'dd') return this.#node(child);
      const children = this.#inside(child);
      const [only, ...more] = children.filter(
        (inner) => inner.type !== 'text' || inner.value.trim() !== ''
      );
      if (more.length === 0 && isElement(only) && only.tagName === 'lectern-formula') {
        return [{ ...only, properties: { ...only.properties, display: 'block' } }];
      }
      return [element('div', {}, children)];
    });
  }

  #callout(node: Element): Element | null {
    if (!/^(?:div|aside|section|blockquote|details)$/.test(node.tagName)) return null;
    if (this.#ancestors.some(({ tagName }) => /^(?:li|td|th|blockquote|dd)$/.test(tagName)))
      return null;
    const name = calloutOf(classes(node));
    if (name === null) return null;
    const title = node.children.find((child) => isElement(child) && isCalloutTitle(child));
    const label = title === undefined ? '' : lineText(title);
    const rest = node.children.filter((child) => child !== title);
    const shown = label === '' || calloutName(label) === name ? calloutTitle(label, name) : label;
    const properties = { name, title: shown ?? '', mark: this.marks.add(callout(name)) };
    return element('lectern-callout', properties, this.#inside({ ...node, children: rest }));
  }
}

function calloutOf(names: readonly string[]): CalloutLabel['name'] | null {
  const isBox = names.some((name) =>
    /^(?:admonition|alert|callout|markdown-alert|theme-admonition|infobox-note)\b/i.test(name)
  );
  if (!isBox) return null;
  for (const name of names) {
    const kind = name
      .toLowerCase()
      .replace(/^(?:admonition|alert|callout|markdown-alert|theme-admonition)-+/, '');
    const found = calloutName(kind === 'success' ? 'tip' : kind);
    if (found !== null && found !== 'try-it') return found;
  }
  return null;
}

function isCalloutTitle(node: Element): boolean {
  return (
    node.tagName === 'summary' || classes(node).some((name) => /(?:title|heading)/i.test(name))
  );
}

/** A displayed formula is a block of its own in Markdown. */
function splitAtDisplays(children: ElementContent[]): ElementContent[] {
  const blocks: ElementContent[] = [];
  let run: ElementContent[] = [];
  const flush = (): void => {
    if (run.some((child) => child.type !== 'text' || child.value.trim() !== '')) {
      blocks.push(element('p', {}, run));
    }
    run = [];
  };
  for (const child of children) {
    const isDisplay =
      isElement(child) &&
      child.tagName === 'lectern-formula' &&
      attribute(child, 'display') === 'block';
    if (!isDisplay) {
      run.push(child);
      continue;
    }
    flush();
    blocks.push(child);
  }
  flush();
  return blocks;
}

function lostFormula(shown: string): Guess {
  return {
    rule: 'import/lost-formula',
    message: `The page does not hold the source of the formula ${quoted(shown)}.`,
    remedy: 'Write it as `$…$`.'
  };
}

function localPicture(src: string): Guess {
  return {
    rule: 'import/picture',
    message: `The picture ${quoted(src)} is named relative to its page.`,
    remedy: 'Put a copy beside the lesson, under that name.'
  };
}

function embedded(title: string): Guess {
  return {
    rule: 'import/embedded',
    message: `${quoted(title)} was embedded in the page; here is a link to it.`,
    remedy: 'Say what is to be seen there.'
  };
}

function callout(name: string): Guess {
  return {
    rule: 'import/callout',
    message: `This was a box of the page, so it is a \`:::${name}\`.`,
    remedy: 'Check its kind.'
  };
}

// What a reader would call broken, in the window as it is now: a list of sentences. Called with {minimum, paper}: the
// smallest text in CSS pixels, and whether this is the width of a sheet, where nothing can be scrolled.
({ minimum, paper }) => {
  const found = [];
  const width = paper ? document.documentElement.clientWidth : innerWidth;
  const style = new Map();
  const css = (element) => style.get(element) ?? (style.set(element, getComputedStyle(element)), style.get(element));
  const name = (element) => {
    const id = element.id ? `#${element.id}` : '';
    const kind = element.getAttribute('class') ? '.' + element.getAttribute('class').trim().split(/\s+/).join('.') : '';
    const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return `<${element.localName}${id}${kind}>${text ? ` "${text}"` : ''}`;
  };
  const say = (what, elements, limit = 5) => {
    for (const element of elements.slice(0, limit)) found.push(`${what(element)}: ${name(element)}`);
    if (elements.length > limit) found.push(`${what(elements[limit])}: ${elements.length - limit} more`);
  };
  const clips = (value) => value === 'hidden' || value === 'clip';
  const scrolls = (value) => value === 'auto' || value === 'scroll';
  // Meant for screen readers alone: a pixel wide, clipped away, or moved far out.
  const offstage = (element) => {
    for (let node = element; node && node !== document.body; node = node.parentElement) {
      const box = node.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || box.right < -500 || css(node).clipPath === 'inset(50%)') return true;
    }
    return false;
  };
  const scroller = (element) => {
    for (let node = element.parentElement; node && node !== document.documentElement; node = node.parentElement)
      if (scrolls(css(node).overflowX) || clips(css(node).overflowX)) return node;
    return null;
  };
  const all = [...document.body.querySelectorAll('*')].filter((element) =>
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
    !['script', 'style', 'template'].includes(element.localName));
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const pixels = (length) => Math.round(length);

  // 1. The page is no wider than the window.
  const over = document.documentElement.scrollWidth - width;
  if (over > 0) {
    const wide = all.filter((element) => element.getBoundingClientRect().right > width + 0.5 && !scroller(element) && !offstage(element));
    const inner = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    if (inner.length) say((element) => `${pixels(element.getBoundingClientRect().right - width)} px beside the ${paper ? 'sheet' : 'window'}`, inner);
    else found.push(`the page is ${over} px wider than the ${paper ? 'sheet' : 'window'}`);
  }
  say(() => 'lies left of the window', all.filter((element) => {
    const box = element.getBoundingClientRect();
    return hasText(element) && box.left < -0.5 && box.right > -500 && !scroller(element) && !offstage(element);
  }));

  // 2. What scrolls sideways says what it is, and the keyboard reaches it; on paper nothing scrolls.
  for (const element of all.filter((one) => scrolls(css(one).overflowX) && one.scrollWidth > one.clientWidth + 1)) {
    if (paper) { found.push(`cut on paper, ${element.scrollWidth - element.clientWidth} px: ${name(element)}`); continue; }
    if (element.localName === 'textarea' || element.localName === 'input') continue;
    const label = element.getAttribute('aria-label') ||
      (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join('');
    if (element.tabIndex < 0 || !label.trim() || !element.getAttribute('role'))
      found.push(`scrolls sideways without role, label and tabindex: ${name(element)}`);
  }

  // 3. No text is cut, or runs out of its box into the next.
  const boxed = all.filter((element) => !(element instanceof SVGElement) && element.clientWidth > 0 && !offstage(element) &&
    element.localName !== 'body' && css(element).display !== 'inline');
  const inputs = boxed.filter((element) => element.localName === 'input' && element.type === 'text' && element.scrollWidth > element.clientWidth + 1);
  say(() => 'text does not fit the field', inputs);
  const texts = boxed.filter((element) => element.localName !== 'input' && (element.textContent ?? '').trim());
  say((element) => `text cut, ${element.scrollWidth - element.clientWidth} px to the side`, texts.filter((element) =>
    clips(css(element).overflowX) && element.scrollWidth > element.clientWidth + 1));
  say((element) => `text cut, ${element.scrollHeight - element.clientHeight} px below`, texts.filter((element) =>
    (clips(css(element).overflowY)) && element.scrollHeight > element.clientHeight + 1));
  say((element) => `text runs ${element.scrollWidth - element.clientWidth} px out of its box`, texts.filter((element) =>
    css(element).overflowX === 'visible' && hasText(element) && element.scrollWidth > element.clientWidth + 1 &&
    !(element.localName === 'table')));

  // 4. In a drawing: text stays inside, and no text lies on another.
  for (const svg of all.filter((element) => element.localName === 'svg' && element.getBoundingClientRect().width > 1)) {
    const frame = svg.getBoundingClientRect();
    const words = [...svg.querySelectorAll('text')].filter((text) => text.checkVisibility() && text.textContent.trim());
    const boxes = words.map((text) => text.getBoundingClientRect());
    const out = (box) => Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
    // A text's box is as high as its line: a third of it may stand out without a letter being touched.
    const slack = (box) => Math.max(1, box.height / 3);
    if (clips(css(svg).overflowX)) words.forEach((text, i) => {
      if (Math.max(frame.left - boxes[i].left, boxes[i].right - frame.right) > 1 || out(boxes[i]) > slack(boxes[i]))
        found.push(`text cut at the drawing's edge, ${pixels(out(boxes[i]))} px: ${name(text)}`);
    });
    for (let i = 0; i < words.length; i++) for (let j = i + 1; j < words.length; j++) {
      const [a, b] = [boxes[i], boxes[j]];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > Math.min(a.height, b.height) / 3) found.push(`text on text in a drawing: ${name(words[i])} and ${name(words[j])}`);
    }
  }

  // 5. Text can be read: letters are not too small, drawings' text with its scale.
  const size = (element) => {
    const own = parseFloat(css(element).fontSize);
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
    return matrix ? own * Math.hypot(matrix.b, matrix.d) : own;
  };
  const small = all.filter((element) => hasText(element) && !offstage(element) && size(element) < minimum - 0.05);
  say((element) => `text of ${size(element).toFixed(1)} px, smaller than ${minimum}`, small, 3);

  // 6. Words are whole: a column narrower than its words breaks them anywhere. Addresses and digests may break.
  const range = document.createRange();
  const broken = [];
  for (const element of all.filter((one) => !(one instanceof SVGElement) && hasText(one) && !offstage(one) && one.localName !== 'code')) {
    for (const node of element.childNodes) if (node.nodeType === 3) {
      for (const match of node.data.matchAll(/(?<![\p{L}\p{N}\/.:@_-])\p{L}{3,24}(?![\p{L}\p{N}\/.:@_-])/gu)) {
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (lines.size > 1) broken.push([match[0], element]);
      }
    }
  }
  for (const [word, element] of broken.slice(0, 3)) found.push(`the word "${word}" is broken: ${name(element)}`);
  if (broken.length > 3) found.push(`${broken.length - 3} more words are broken`);
  return found;
}

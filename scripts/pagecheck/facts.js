// What a page is made of, beside its looks: links, what it would load, what is inconsistent in it.
() => {
  const all = [...document.querySelectorAll('*')];
  const defects = [];
  const local = (value) => !value || value.startsWith('#') || value.startsWith('data:');
  const say = (element, name, value) => defects.push(`would load ${value.slice(0, 80)}: ${name} of <${element.localName}>`);

  // Everything that a browser fetches without being asked. Hints such as preconnect cause no request that could be seen.
  for (const element of all) {
    for (const name of ['src', 'srcset', 'poster', 'data', 'background', 'manifest', 'ping', 'formaction', 'action'])
      if (element.hasAttribute(name) && !local(element.getAttribute(name).trim())) say(element, name, element.getAttribute(name));
    if (element.localName === 'link' && !local(element.getAttribute('href'))) say(element, 'href', element.getAttribute('href'));
    if (element.localName === 'meta' && /^refresh$/i.test(element.httpEquiv)) defects.push('the page reloads itself: <meta http-equiv=refresh>');
    if (['use', 'image', 'feImage'].includes(element.localName)) {
      const href = element.getAttribute('href') ?? element.getAttribute('xlink:href');
      if (!local(href)) say(element, 'href', href);
    }
    const style = element.localName === 'style' ? element.textContent : element.getAttribute('style');
    for (const [, url] of (style ?? '').matchAll(/url\(\s*["']?([^"')]+)/gi)) if (!local(url)) say(element, 'style', url);
    for (const [rule] of (style ?? '').matchAll(/@import[^;]*/gi)) say(element, 'style', rule);
  }

  // Names that are used inside: no two alike, none missing.
  const ids = new Map();
  for (const element of all) if (element.id) ids.set(element.id, (ids.get(element.id) ?? 0) + 1);
  for (const [id, count] of ids) if (count > 1) defects.push(`id ${JSON.stringify(id)} is given ${count} times`);
  for (const element of all) {
    for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers'])
      for (const id of (element.getAttribute(name) ?? '').split(/\s+/))
        if (id && !ids.has(id)) defects.push(`${name} of <${element.localName}> names ${JSON.stringify(id)}, which is not there`);
    if (element instanceof SVGElement) for (const attribute of element.attributes)
      for (const [, id] of attribute.value.matchAll(/url\(\s*["']?#([^"')]+)/g))
        if (!ids.has(id)) defects.push(`${attribute.name} of <${element.localName}> names ${JSON.stringify(id)}, which is not there`);
  }

  // Markup that was escaped where it should not have been, or the other way round.
  for (const element of all) for (const attribute of element.attributes)
    if (/["'<]/.test(attribute.name) || (attribute.name === 'class' && /["'<&]/.test(attribute.value)))
      defects.push(`broken attribute ${attribute.name}=${attribute.value} of <${element.localName}>`);

  const pages = document.querySelector('meta[name="drill-pages"]')?.content;
  const body = document.body.cloneNode(true);
  for (const one of body.querySelectorAll('style, script, template')) one.remove();
  const text = body.textContent;
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSPageRule && !rule.selectorText);
  const property = (name) => rules.map((rule) => rule.style.getPropertyValue(name)).filter(Boolean).at(-1) ?? '';
  return {
    defects,
    hrefs: all.filter((one) => one.localName === 'a' || one.localName === 'area').map((one) => one.getAttribute('href') ?? one.getAttribute('xlink:href')).filter((href) => href !== null),
    title: document.title.trim(),
    language: document.documentElement.lang,
    policy: !!document.querySelector('meta[http-equiv="Content-Security-Policy" i]'),
    dark: /prefers-color-scheme/.test([...document.querySelectorAll('style')].map((style) => style.textContent).join('')),
    marking: text.match(/TLP:(?:RED|AMBER\+STRICT|AMBER|GREEN|CLEAR)/)?.[0] ?? null,
    exercise: /EXERCISE/.test(text),
    pages: pages === undefined ? null : Number(pages),
    form: !!document.querySelector('#save') && !!document.querySelector('.question'),
    size: property('size'),
    margins: { left: property('margin-left'), right: property('margin-right') },
  };
}

"""Pages broken on purpose. Each must be found guilty of its own defect, and the sound one of nothing."""

import asyncio
import dataclasses
import tempfile
from pathlib import Path

from . import links
from .visit import Settings, browser, check_all

HEAD = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">'
STYLE = """
@page { margin: 15mm; @top-left { content: "EXERCISE TLP:AMBER"; } }
:root { color-scheme: light dark; } body { font: 16px/1.4 sans-serif; color: #111; background: #fff; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #111; } a { color: #9cf; } }
"""


def page(body, head="", style="", policy=HEAD, marking="<p>EXERCISE TLP:AMBER</p>", title="<title>Sample</title>"):
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">{policy}{title}{head}<style>{STYLE}{style}</style></head>
<body><main><h1>Sample</h1>{marking}{body}</main></body></html>"""


@dataclasses.dataclass
class Case:
    name: str
    # Text that one of the failures must contain; None: no failure at all.
    expected: str | None
    html: str
    # Files beside it.
    files: dict = dataclasses.field(default_factory=dict)


LONG = "incomprehensibilities" * 12
DRAWING = '<svg role="img" aria-label="Sample" width="200" height="60" viewBox="0 0 200 60">'
FORM = """<form>
<fieldset class="question"><legend>Backups?</legend><div class="choices">
<label><input type="radio" name="a" value="none"> none</label> <label><input type="radio" name="a" value="offline"> offline</label>
<label><input type="radio" name="a" value="unknown"> unknown</label></div><label class="note">Note <input type="text"></label></fieldset>
<p id="count" role="status">0 of 1 answered</p><button type="button" id="save">Save</button></form>"""
FORM_POLICY = HEAD.replace("style-src", "script-src 'unsafe-inline'; style-src")


def script(text):
    return f"<script>{text}</script>"


SAVE = """
const chosen = () => document.querySelector('.choices input:checked')?.value ?? '';
document.addEventListener('input', () => { document.getElementById('count').textContent = '1 of 1 answered'; });
document.getElementById('save').addEventListener('click', () => {
  const note = document.querySelector('.note input').value.replaceAll('"', '""');
  const text = 'id,section,question,answers allowed,answer,note\\r\\na,b,c,d,' + chosen() + ',"' + note + '"\\r\\n';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['\\ufeff' + text])); link.download = 'answers.csv'; link.click();
});
"""

CASES = [
    Case("sound", None, page('<p>All is well. <a href="#end">Down</a> <a href="beside.csv">rows</a> <a href="https://example.org/">a source</a></p>'
         '<div role="region" aria-label="Wide table" tabindex="0" style="overflow-x: auto"><table style="width: 2000px; table-layout: fixed">'
         '<tr><th scope="col">A</th><th scope="col">B</th></tr></table></div><h2 id="end">End</h2>',
         style="@media print { [role=region] { overflow: visible !important } table { width: 100% !important } }"), {"beside.csv": "a,b\r\n"}),
    Case("sound-form", None, page(FORM + script(SAVE), policy=FORM_POLICY)),
    Case("picture", "request to http", page('<img src="http://example.org/a.png" alt="A">', policy="")),
    Case("picture-blocked", "console error", page('<img src="http://example.org/a.png" alt="A">')),
    Case("picture-beside", "request to file", page('<img src="beside.png" alt="A">', policy=""), {"beside.png": ""}),
    Case("font", "would load https", page("<p>Text</p>", style='@font-face { font-family: x; src: url("https://example.org/x.woff2"); }')),
    Case("import", "would load @import", page("<p>Text</p>", head='<style>@import "https://example.org/x.css";</style>')),
    Case("hint", "would load https", page("<p>Text</p>", head='<link rel="preconnect" href="https://example.org">')),
    Case("fetch", "request to https", page("<p>Text</p>" + script("fetch('https://example.org/').catch(() => {})"), policy="")),
    Case("socket", "example.org", page("<p>Text</p>" + script("try { new WebSocket('wss://example.org/') } catch {}"), policy="")),
    Case("policy", "Content Security Policy", page("<p>Text</p>" + script("1"))),
    Case("no-policy", "no content security policy", page("<p>Text</p>", policy="")),
    Case("reload", "reloads itself", page("<p>Text</p>", head='<meta http-equiv="refresh" content="600">')),
    Case("warning", "console warning: careful", page("<p>Text</p>" + script("console.warn('careful')"), policy=FORM_POLICY)),
    Case("exception", "script error", page("<p>Text</p>" + script("undefined.x"), policy=FORM_POLICY)),
    Case("contrast", "desk: axe serious", page('<p style="color: #aaa; background: #fff">Hard to read</p>')),
    Case("contrast-dark", "dark: axe serious", page('<p style="color: #333">Only on white</p>')),
    Case("contrast-phone", "phone: axe serious", page('<p class="x">Text</p>', style="@media (max-width: 40rem) { .x { color: #aaa; background: #fff; } }")),
    Case("no-label", "axe critical", page('<input type="text">')),
    Case("no-alternative", "axe serious", page('<svg role="img" width="9" height="9"></svg>')),
    Case("scroll", "without role, label and tabindex", page('<div style="overflow-x: auto"><p style="width: 3000px">Wide</p></div>')),
    Case("wide", "beside the window", page('<p style="width: 1300px">Wide</p>')),
    Case("wide-phone", "phone 380 px: ", page('<p style="width: 500px">Wide</p>')),
    Case("cut", "text cut", page('<p style="overflow: hidden; width: 9em; white-space: nowrap">Words that go on for longer</p>')),
    Case("cut-below", "px below", page('<p style="overflow: hidden; height: 1em; width: 9em">Words that go on for longer</p>')),
    Case("spill", "out of its box", page(f'<table style="table-layout: fixed; width: 100%"><tr><td>{LONG[:90]}</td><td>B</td><td>C</td><td>D</td></tr></table>')),
    Case("broken-word", 'word "Management" is broken', page('<p style="width: 3em; overflow-wrap: anywhere">Management</p>')),
    Case("drawing-cut", "drawing's edge", page(f'{DRAWING}<text x="150" y="30">Longer than that</text></svg>')),
    Case("drawing-overlap", "text on text", page(f'{DRAWING}<text x="10" y="30">One word</text><text x="40" y="30">other</text></svg>')),
    Case("small", "smaller than", page('<p style="font-size: 8px">Small print</p>')),
    Case("drawing-small", "smaller than", page('<svg role="img" aria-label="A" width="100" height="30" viewBox="0 0 400 120"><text x="9" y="60">Text</text></svg>')),
    Case("missing-file", "no such file", page('<a href="gone.html">Gone</a>')),
    Case("missing-anchor", "has no #gone", page('<a href="#gone">Gone</a>')),
    Case("missing-far-anchor", "has no #gone", page('<a href="other.html#gone">Gone</a>'), {"other.html": page("<p>Text</p>")}),
    Case("folder", "is a folder", page('<a href="sub/">Sub</a>'), {"sub/x.csv": ""}),
    Case("outside", "leads out of the folder", page('<a href="../sound/page.html">Elsewhere</a>')),
    Case("absolute", "no other machine", page('<a href="/etc/hosts">Root</a>')),
    Case("script-link", "no other machine", page('<a href="javascript:void 0">Do</a>')),
    Case("empty-link", "leads nowhere", page('<a href="#">Top</a>')),
    Case("twice", "given 2 times", page('<p id="a">A</p><p id="a">A</p>')),
    Case("dangling", "which is not there", page('<p aria-describedby="gone">A</p>')),
    Case("dangling-fill", "which is not there", page(f'{DRAWING}<rect width="9" height="9" fill="url(#gone)"/></svg>')),
    Case("escaped", "broken attribute", page('<p class=&quot;x&quot;>Text</p>')),
    Case("lost", "no link leads here", page("<p>Text</p>"), {"index.html": page("<p>Nothing to follow</p>")}),
    Case("no-marking", "no TLP marking", page("<p>Text</p>", marking="")),
    Case("no-title", "no title", page("<p>Text</p>", title="")),
    Case("unmarked-sheet", "does not carry TLP:AMBER", page('<p style="break-before: page">Second sheet, with enough words on it to be one.</p>',
         style='@page { @top-left { content: "EXERCISE"; } }')),
    Case("two-sheets", "2 sheets where 1 are promised", page('<p style="break-before: page">Second sheet, with enough words on it to be one.</p>',
         head='<meta name="drill-pages" content="1">')),
    Case("empty-sheet", "is empty", page('<div style="height: 10px; break-before: page"></div><div style="break-after: page"></div>')),
    Case("wide-paper", "A4: ", page('<p class="x">Text</p>', style="@media print { .x { width: 900px; } }")),
    Case("wide-letter", "Letter: ", page('<p class="x">Text</p>', style="@page { size: letter; } @media print { .x { width: 900px; } }")),
    Case("scroll-paper", "cut on paper", page('<div class="x" role="region" aria-label="A" tabindex="0"><p>Text</p></div>',
         style="@media print { .x { overflow-x: auto; } .x p { width: 900px; } }")),
    Case("small-paper", "smaller than 8", page('<p class="x">Text</p>', style="@media print { .x { font-size: 4pt; } }")),
    Case("form-deaf", "count stays", page(FORM + script(SAVE.replace("1 of 1", "0 of 1")), policy=FORM_POLICY)),
    Case("form-columns", "columns are", page(FORM + script(SAVE.replace("id,section", "section,id")), policy=FORM_POLICY)),
    Case("form-note", "note was saved", page(FORM + script(SAVE.replace(".replaceAll('\"', '\"\"')", ".trim().toLowerCase().replaceAll('\"', '\"\"')")), policy=FORM_POLICY)),
    Case("form-mark", "byte order mark", page(FORM + script(SAVE.replace("'\\ufeff' + ", "")), policy=FORM_POLICY)),
    Case("form-empty", "answers saved", page(FORM + script(SAVE.replace("chosen() +", "")), policy=FORM_POLICY)),
]


async def run():
    with tempfile.TemporaryDirectory(prefix="drill-pages-self-") as folder:
        root = Path(folder)
        for case in CASES:
            for name, text in ({"page.html": case.html} | case.files).items():
                file = root / case.name / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
        found = {}
        settings = Settings(pictures=root / "pictures")
        gate = asyncio.Semaphore(3)

        async def judge(chromium, case):
            site = links.Site([root / case.name])
            site.pages = [root / case.name / "page.html"] + [p for p in site.pages if p.name == "index.html"]
            async with gate:
                results = await check_all(chromium, site, settings, jobs=1)
            found[case.name] = [failure for result in results for failure in result.failures]

        async with browser() as chromium:
            await asyncio.gather(*(judge(chromium, case) for case in CASES))
    wrong = 0
    for case in CASES:
        failures = found[case.name]
        good = not failures if case.expected is None else any(case.expected in failure for failure in failures)
        if not good:
            wrong += 1
            print(f"FAIL  {case.name}: expected {case.expected or 'nothing'}, found:")
            print("\n".join(f"        {failure}" for failure in failures) or "        nothing")
    print(f"self-test: {len(CASES) - wrong} of {len(CASES)} pages judged right")
    return 1 if wrong else 0

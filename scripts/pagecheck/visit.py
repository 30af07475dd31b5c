"""One page in the browser: loaded, looked at in each size and colour scheme, printed."""

import asyncio
import contextlib
import dataclasses
import os
import shutil
import sys
from pathlib import Path

from playwright.async_api import Error, async_playwright

from . import form, paper
from .layout import facts, layout

# Width in CSS pixels, colour scheme, whether axe looks too; the smallest text there.
VIEWS = [
    ("desk", 1280, "light", True),
    ("dark", 1280, "dark", True),
    ("phone", 380, "light", True),
    ("wide", 1600, "light", False),
]
SMALLEST = 10
# Seconds for a page.
TIMEOUT = 300
SERIOUS = ("serious", "critical")


@dataclasses.dataclass
class Settings:
    pictures: Path
    all_pictures: bool = False
    answers: Path | None = None


@dataclasses.dataclass
class Result:
    """What was found about one page."""

    path: Path
    failures: list[str] = dataclasses.field(default_factory=list)
    notes: list[str] = dataclasses.field(default_factory=list)
    said: list[str] = dataclasses.field(default_factory=list)
    external: list[str] = dataclasses.field(default_factory=list)

    def report(self):
        head = f"{'FAIL' if self.failures else 'ok  '}  {self.path}  {' · '.join(self.said)}"
        lines = [f"        {failure}" for failure in dict.fromkeys(self.failures)]
        return "\n".join([head] + lines + [f"        note: {note}" for note in dict.fromkeys(self.notes)])


def executable():
    chosen = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not chosen:
        print("check-pages: Chromium is needed (Debian: apt-get install chromium fonts-liberation)", file=sys.stderr)
        sys.exit(69)
    return chosen


@contextlib.asynccontextmanager
async def browser():
    """Debian's Chromium, without a way to any network."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(
            executable_path=executable(),
            args=["--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking", "--force-color-profile=srgb"],
        )
        try:
            yield chromium
        finally:
            await chromium.close()


def axe_source():
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


async def check_all(chromium, site, settings, jobs, show=lambda result: None):
    """All pages of a site, so many at once; shown in the order of the site."""
    axe = axe_source()
    gate = asyncio.Semaphore(jobs)

    async def one(path):
        async with gate:
            visit = Visit(chromium, path, site, settings, axe)
            try:
                await asyncio.wait_for(visit.run(), TIMEOUT)
            except (Error, asyncio.TimeoutError) as error:
                visit.result.failures.append(f"the browser gave up: {str(error).splitlines()[0] if str(error) else f'{TIMEOUT} s'}")
            return visit.result

    tasks = [asyncio.create_task(one(path)) for path in site.pages]
    results = []
    for task in tasks:
        results.append(await task)
        show(results[-1])
    by_path = {result.path.resolve(): result for result in results}
    for page, start in site.unreachable():
        if page in by_path:
            by_path[page].failures.append(f"no link leads here from {start.name}")
            show(dataclasses.replace(by_path[page], failures=by_path[page].failures[-1:], notes=[], said=[]))
    return results


class Visit:
    def __init__(self, chromium, path, site, settings, axe):
        self.chromium, self.path, self.site, self.settings, self.axe = chromium, path, site, settings, axe
        self.url = path.resolve().as_uri()
        self.result = Result(path)
        self.name = str(path).strip("/").replace("/", "-").removesuffix(".html")

    async def run(self):
        fail = self.result.failures
        context = await self.chromium.new_context(accept_downloads=True, service_workers="block")
        try:
            page = await context.new_page()
            await self._listen(context, page)
            await page.goto(self.url)
            known = await facts(page)
            fail += known["defects"]
            if not known["title"]:
                fail.append("the page has no title")
            if not known["policy"]:
                fail.append("the page has no content security policy")
            if not known["marking"]:
                fail.append("the page carries no TLP marking")
            broken, self.result.external = self.site.check(self.path, known["hrefs"])
            fail += broken
            self.result.said.append(f"{len(known['hrefs'])} links")
            # Folded parts are read, too.
            await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
            await page.evaluate(self.axe)
            for view, width, scheme, with_axe in VIEWS:
                if view == "dark" and not known["dark"]:
                    continue
                await self._look(page, view, width, scheme, with_axe)
            await self._print(page, known)
            if known["form"]:
                self.result.said.append("form filled in")
                fail += await form.drive(page, self.settings.answers)
        finally:
            await context.close()

    async def _listen(self, context, page):
        """Records every attempt to load something else; lets none of them out."""
        fail = self.result.failures

        async def route(route):
            url = route.request.url.split("#")[0]
            if url == self.url:
                await route.continue_()
            else:
                fail.append(f"request to {url[:120]}")
                await route.abort()

        def log(message):
            if message.type in ("error", "warning", "assert"):
                fail.append(f"console {message.type}: {message.text[:200]}")

        await context.route("**/*", route)
        page.on("console", log)
        page.on("pageerror", lambda error: fail.append(f"script error: {error}"))
        page.on("crash", lambda _: fail.append("the page crashed"))
        page.on("websocket", lambda socket: fail.append(f"request to {socket.url}"))
        page.on("popup", lambda _: fail.append("the page opens a window"))

    async def _look(self, page, view, width, scheme, with_axe):
        await page.emulate_media(media="screen", color_scheme=scheme)
        await page.set_viewport_size({"width": width, "height": 900})
        found = [f"{view} {width} px: {defect}" for defect in await layout(page, SMALLEST)] if view != "dark" else []
        if with_axe:
            found += await self._axe(page, view)
        self.result.failures += found
        self.result.said.append(f"{width}{' dark' if scheme == 'dark' else ''}")
        if found or self.settings.all_pictures:
            self.settings.pictures.mkdir(parents=True, exist_ok=True)
            await page.screenshot(path=self.settings.pictures / f"{self.name}.{view}.png", full_page=True)

    async def _axe(self, page, view):
        # Only colours differ in the dark.
        only = ", runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}" if view == "dark" else ""
        answer = await page.evaluate(f"axe.run(document, {{resultTypes: ['violations'], preload: false{only}}})")
        found = []
        for violation in answer["violations"]:
            nodes = violation["nodes"]
            where = ", ".join(str(node["target"][-1]) for node in nodes[:3]) + (f" and {len(nodes) - 3} more" if len(nodes) > 3 else "")
            text = f"{view}: axe {violation['impact']}: {violation['help']} ({violation['id']}): {where}"
            if violation["impact"] in SERIOUS:
                detail = (nodes[0].get("failureSummary") or "").splitlines()
                found.append(text + (f" - {detail[1].strip()}" if len(detail) > 1 else ""))
            else:
                self.result.notes.append(text)
        return found

    async def _print(self, page, known):
        # Folded parts unfold by themselves on paper, or they are missing there.
        await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = false; })")
        printed = {}
        defects, said = await paper.check(page, known, keep=printed.__setitem__)
        self.result.failures += defects
        self.result.said += said
        if defects or self.settings.all_pictures:
            self.settings.pictures.mkdir(parents=True, exist_ok=True)
            for sheet, pdf in printed.items():
                (self.settings.pictures / f"{self.name}.{sheet}.pdf").write_bytes(pdf)

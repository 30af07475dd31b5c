#!/usr/bin/env python3
"""Checks pages in a real browser: headless Chromium, driven by Playwright.

    scripts/check-pages.py FOLDER|FILE…       every .html in the folders, recursively
    scripts/check-pages.py --self-test        pages broken on purpose: does each check find its defect?

A page is loaded from disk. What is checked, one module each in scripts/pagecheck:

    requests  it asks for nothing: no request, no reference to load, nothing on the console    (visit.py)
    access    axe finds nothing serious: at a desk in light and dark, on a phone              (visit.py)
    layout    nothing beside the window, no text cut, none too small: 380, 1280, 1600 px      (layout.js)
    links     every file and anchor that it names is there; the web is listed, never asked    (links.py)
    paper     A4 and Letter: nothing beside the sheet, its marking on each, the promised
              number of sheets: <meta name="drill-pages" content="1">                         (paper.py)
    form      the questionnaire is filled in and saved, where there is one                    (form.py)

Exit status: 0 nothing found, 1 something found, 64 wrong usage, 69 the browser or a package is missing.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
try:
    from pagecheck import links, selftest
    from pagecheck.visit import Settings, browser, check_all
except ModuleNotFoundError as missing:
    print(f"check-pages: {missing}; 'scripts/check web' installs what is needed into .venv", file=sys.stderr)
    sys.exit(69)


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="FOLDER|FILE")
    parser.add_argument("--self-test", action="store_true", help="check the checks")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="where pictures of failing pages go (default: a new temporary folder)")
    parser.add_argument("--all-pictures", action="store_true", help="pictures of every page: desk, dark, phone, wide, each sheet of paper")
    parser.add_argument("--answers", type=Path, metavar="FILE", help="keep what the questionnaire saves")
    parser.add_argument("--jobs", type=int, default=3, metavar="N", help="pages at once (default: 3)")
    chosen = parser.parse_args()
    if not chosen.paths and not chosen.self_test:
        parser.error("which pages?")
    return chosen


async def main():
    chosen = arguments()
    if chosen.self_test:
        return await selftest.run()
    site = links.Site(chosen.paths)
    if not site.pages:
        print("check-pages: no .html there", file=sys.stderr)
        return 1
    pictures = chosen.pictures or Path(tempfile.mkdtemp(prefix="drill-pages-"))
    settings = Settings(pictures=pictures, all_pictures=chosen.all_pictures, answers=chosen.answers)
    begin = time.monotonic()
    async with browser() as chromium:
        results = await check_all(chromium, site, settings, jobs=chosen.jobs, show=lambda result: print(result.report()))
    bad = [result for result in results if result.failures]
    elsewhere = sorted({url for result in results for url in result.external})
    print(f"\n{len(results)} pages in {time.monotonic() - begin:.0f} s: {len(results) - len(bad)} good, {len(bad)} with defects")
    if elsewhere:
        print(f"{len(elsewhere)} addresses on the web are named, and were not asked:")
        for url in elsewhere:
            print(f"  {url}")
    if pictures.exists() and any(pictures.iterdir()):
        print(f"pictures: {pictures}")
    elif not chosen.pictures:
        pictures.rmdir()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))

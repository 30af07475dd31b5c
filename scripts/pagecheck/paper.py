"""Pages on paper: how many sheets, what stands on each, and whether all of it fits."""

import asyncio
import io
import re

from pypdf import PdfReader

from .layout import layout

# Width and height in millimetres.
SHEETS = {"A4": (210, 297), "Letter": (215.9, 279.4)}
UNITS = {"px": 1, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "pt": 96 / 72, "": 0}
# Chromium's own margin where a page states none: 0.4 in.
DEFAULT_MARGIN = 0.4 * 96
# The smallest text on paper: 6 pt.
SMALLEST = 8


def pixels(length):
    match = re.fullmatch(r"\s*([0-9.]+)([a-z]*)\s*", length or "")
    return float(match[1]) * UNITS.get(match[2], 0) if match else DEFAULT_MARGIN


def text_width(sheet, facts):
    """CSS pixels between the margins."""
    width, height = SHEETS[sheet]
    across = height if "landscape" in facts["size"] else width
    return across * UNITS["mm"] - pixels(facts["margins"]["left"]) - pixels(facts["margins"]["right"])


def sheets_to_check(facts):
    """One paper only, where the style sheet names it."""
    named = [name for name in SHEETS if name.lower() in facts["size"].lower()]
    return named or list(SHEETS)


def squeezed(text):
    """Text without spaces: a PDF's text is drawn in pieces."""
    return re.sub(r"\s+", "", text)


async def check(page, facts, keep=None):
    """The defects, and a word on each paper: "A4 2 p"."""
    defects, said = [], []
    await page.emulate_media(media="print", color_scheme="light")
    for sheet in sheets_to_check(facts):
        width = text_width(sheet, facts)
        # Half a pixel is the rounding of millimetres.
        await page.set_viewport_size({"width": int(width + 0.5), "height": 1000})
        defects += [f"{sheet}: {defect}" for defect in await layout(page, minimum=SMALLEST, paper=True)]
        pdf = await page.pdf(format=sheet, prefer_css_page_size=True, print_background=True)
        if keep:
            keep(sheet, pdf)
        found, count = await asyncio.to_thread(inspect, pdf, sheet, facts)
        defects += [f"{sheet}: {defect}" for defect in found]
        said.append(f"{sheet} {count} p")
    await page.emulate_media(media="screen")
    return defects, said


def inspect(pdf, sheet, facts):
    defects = []
    sheets = PdfReader(io.BytesIO(pdf)).pages
    wanted = [squeezed(word) for word in (facts["marking"], "EXERCISE" if facts["exercise"] else None) if word]
    for number, one in enumerate(sheets, 1):
        size = sorted((float(one.mediabox.width) / 72 * 25.4, float(one.mediabox.height) / 72 * 25.4))
        if any(abs(a - b) > 1 for a, b in zip(size, sorted(SHEETS[sheet]))):
            defects.append(f"sheet {number} is {size[0]:.0f} × {size[1]:.0f} mm")
        right = float(one.mediabox.width)
        beside = []

        def visit(text, cm, tm, font, font_size):
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            if text.strip() and not -1 < x < right + 1:
                beside.append(text.strip())

        text = squeezed(one.extract_text(visitor_text=visit))
        if beside:
            defects.append(f"sheet {number}: beside the sheet: {beside[0][:40]!r}")
        for word in wanted:
            if word not in text:
                defects.append(f"sheet {number} does not carry {word}")
        # The marking and page number alone.
        if len(text) < 20 + sum(len(word) for word in wanted) and len(sheets) > 1:
            defects.append(f"sheet {number} is empty")
    if facts["pages"] is not None and len(sheets) != facts["pages"]:
        defects.append(f"{len(sheets)} sheets where {facts['pages']:g} are promised")
    return defects, len(sheets)

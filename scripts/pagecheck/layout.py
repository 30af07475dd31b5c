"""The layout check, run in the page."""

from pathlib import Path

HERE = Path(__file__).parent
LAYOUT = (HERE / "layout.js").read_text(encoding="utf-8")
FACTS = (HERE / "facts.js").read_text(encoding="utf-8")


def expression(source):
    """The function of a file, without the comment at its head."""
    return "\n".join(line for line in source.splitlines() if not line.startswith("//"))


async def layout(page, minimum, paper=False):
    """What a reader would call broken at the window's present size."""
    return await page.evaluate(expression(LAYOUT), {"minimum": minimum, "paper": paper})


async def facts(page):
    """What the page is made of: links, what it would load, its marking, its paper."""
    return await page.evaluate(expression(FACTS))

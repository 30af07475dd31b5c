"""The questionnaire, as somebody uses it: answer, save, look at what was saved."""

import csv

COLUMNS = ["id", "section", "question", "answers allowed", "answer", "note"]
NOTE = 'Ask "IT", first; then\u00a0sign'


async def drive(page, keep=None):
    """Answers every question by keyboard and pointer, and saves. The defects."""
    count = page.locator("#count")
    before = await count.text_content()
    for question in await page.locator(".question").all():
        if await question.is_hidden():
            continue
        choices = question.locator(".choices input")
        if number := await choices.count():
            # The strongest answer: the last before "unknown".
            await choices.nth(max(0, number - 2)).check()
        else:
            field = question.locator("input.number, input.name")
            await field.fill("240" if await field.get_attribute("inputmode") == "numeric" else "Mill & Söhne")
    await page.locator(".note input").first.fill(NOTE)
    after = await count.text_content()
    defects = []
    if before == after:
        defects.append(f"form: the count stays at {before!r} while questions are answered")
    async with page.expect_download(timeout=10_000) as waiting:
        await page.locator("#save").focus()
        await page.keyboard.press("Enter")
    download = await waiting.value
    with open(await download.path(), "rb") as file:
        saved = file.read()
    if keep:
        keep.write_bytes(saved)
    rows = list(csv.reader(saved.decode("utf-8-sig").splitlines()))
    asked = await page.locator(".question").count()
    if not saved.startswith(b"\xef\xbb\xbf"):
        defects.append("form: the saved sheet has no byte order mark, so spreadsheets misread it")
    if rows[0] != COLUMNS:
        defects.append(f"form: the saved sheet's columns are {rows[0]}")
    if len(rows) != asked + 1:
        defects.append(f"form: {len(rows) - 1} rows saved of {asked} questions")
    if rows[1][5] != NOTE:
        defects.append(f"form: the note was saved as {rows[1][5]!r}")
    answered = sum(1 for row in rows[1:] if row[4])
    if answered < asked / 2:
        defects.append(f"form: {answered} answers saved of {asked}")
    return defects

async def run():
    return 0

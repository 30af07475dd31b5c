"""Which pages there are, what they link to, and whether it is there."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Names(HTMLParser):
    """The fragments that a page can be opened at."""

    def __init__(self, text):
        super().__init__()
        self.ids = set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if value and (name == "id" or (tag == "a" and name == "name")):
                self.ids.add(value)


class Site:
    """Folders and files that belong together: links may not lead out of them."""

    def __init__(self, paths):
        self.roots = [path.resolve() for path in paths]
        self.pages = []
        for path in paths:
            self.pages += sorted(path.rglob("*.html")) if path.is_dir() else [path]
        self._ids = {}
        # Page → pages that it links to.
        self.graph = {page.resolve(): set() for page in self.pages}

    def root(self, page):
        for root in self.roots:
            if root == page or root in page.parents:
                return root if root.is_dir() else root.parent
        return page.parent

    def ids(self, page):
        if page not in self._ids:
            self._ids[page] = Names(page.read_text(encoding="utf-8")).ids
        return self._ids[page]

    def check(self, page, hrefs):
        """The defects of a page's links, and the addresses elsewhere that it names."""
        page = page.resolve()
        defects, external = [], []
        for href in dict.fromkeys(hrefs):
            try:
                parts = urlsplit(href)
            except ValueError as error:
                defects.append(f"link {href!r} is no address: {error}")
                continue
            if parts.scheme in ("http", "https", "mailto", "tel"):
                external.append(href)
            elif parts.scheme or parts.netloc or href.startswith("/"):
                defects.append(f"link {href!r} works on no other machine")
            else:
                defect = self._inside(page, href, parts)
                if defect:
                    defects.append(f"link {href!r}: {defect}")
        return defects, external

    def _inside(self, page, href, parts):
        if not href or href == "#":
            return "leads nowhere"
        target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        root = self.root(page)
        if root != target and root not in target.parents:
            return f"leads out of the folder {root.name}"
        if target.is_dir():
            return "is a folder: opened from disk it shows a list of files"
        if not target.exists():
            return "there is no such file"
        if target in self.graph:
            self.graph[page].add(target)
        if parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in self.ids(target):
            return f"{target.name} has no #{parts.fragment}"
        return None

    def unreachable(self):
        """Pages below an index.html that no chain of links leads to; to be asked when all pages are checked."""
        pages = set(self.graph)
        lost = []
        starts = [page for page in pages if page.name == "index.html" and not self._has_index_above(page, pages)]
        for start in starts:
            seen, todo = {start}, [start]
            while todo:
                fresh = self.graph[todo.pop()] - seen
                seen |= fresh
                todo += fresh
            lost += [(page, start) for page in pages if start.parent in page.parents and page not in seen]
        return sorted(lost)

    @staticmethod
    def _has_index_above(page, pages):
        return any(folder / "index.html" in pages for folder in page.parent.parents)

#!/usr/bin/python3
"""Does what cacheck wrote fit what it should? One check for each kind of file; prints what does not fit, exits 1.

usage: fits.py sarif|report|lines|claims|gitlab SCHEMA FILE...
       fits.py csv|markdown FILE...
"""
import csv
import html.parser
import json
import subprocess
import sys

import jsonschema


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def validator(schema):
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema, format_checker=jsonschema.FormatChecker())


def complaints(valid, value):
    for error in valid.iter_errors(value):
        yield "/".join(map(str, error.absolute_path)) + ": " + error.message[:300]


def check_json(schema, path):
    yield from complaints(validator(schema), load(path))


def check_sarif(schema, path):
    """The schema, and what it cannot say: every index and link leads somewhere, every URI can be read as one."""
    log = load(path)
    yield from complaints(validator(schema), log)
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        for result in run["results"]:
            if not result["locations"]:
                yield result["ruleId"] + ": no location"
            if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
                yield result["ruleId"] + ": its index is of another rule"
            ids = [place["id"] for place in result["relatedLocations"]]
            if ids != list(range(1, len(ids) + 1)) or any(f"]({id})" not in result["message"]["text"] for id in ids):
                yield result["ruleId"] + ": the message does not lead to all related locations"
            for place in result["locations"] + result["relatedLocations"]:
                uri = place["physicalLocation"]["artifactLocation"]["uri"]
                if not uri.isascii() or any(c in uri for c in ' "<>\\^`{|}#?:' if not uri.startswith("file:///")):
                    yield uri + ": not percent-encoded"


def check_lines(schema, path):
    """ndjson: the findings and the coverage of one report."""
    *findings, last = lines(path)
    yield from complaints(validator(schema), {"schema_version": 1, "findings": findings, **last})


def check_claims(schema, path):
    """Readers take other keys; what is written by cacheck has none."""
    defs = schema["$defs"]
    valid, other = {}, validator(schema)
    for kind in ("source", "claim"):
        defs[kind]["additionalProperties"] = False
        valid[kind] = validator({"$schema": schema["$schema"], "$defs": defs, "$ref": "#/$defs/" + kind})
    for number, line in enumerate(lines(path), 1):
        for complaint in complaints(valid.get(line.get("k"), other), line):
            yield f"line {number}: {complaint}"


def check_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
    if not text.endswith("\r\n") or text.count("\n") != len(rows):
        yield "lines do not end in CR LF, or a cell has more than one"
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            yield f"row {number} has {len(row)} cells, not {len(rows[0])}"
        for cell in row:
            if cell.lstrip()[:1] in tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20"):
                yield f"row {number}: a spreadsheet would run {cell[:40]}"


class Page(html.parser.HTMLParser):
    """What became of Markdown: only elements that the report itself writes, and nothing mentioned or linked."""

    KNOWN = set("h3 p table thead tbody tr th td details summary blockquote br b strong ul li pre code".split())

    def __init__(self):
        super().__init__()
        self.bad, self.open, self.rows, self.cells = [], [], [], 0

    def handle_starttag(self, tag, attrs):
        if tag not in self.KNOWN:
            self.bad.append(f"an element <{tag}>")
        self.open.append(tag)
        if tag == "tr":
            self.rows.append(0)
        if tag in ("td", "th"):
            self.rows[-1] += 1

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        for sign in ("@", "#"):
            at = data.find(sign)
            if "code" not in self.open and at >= 0 and data[at + 1 : at + 2].isalnum():
                self.bad.append(f"{data[at:at + 12]!r} could be a mention or an issue")
        if "\\" in data.replace("\\x", "").replace("\\u{", "") and "code" not in self.open:
            self.bad.append(f"an escape is seen: {data[:60]!r}")


def check_markdown(path):
    command = ["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough", path]
    page = Page()
    page.feed(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    yield from page.bad
    if set(page.rows) - {4}:
        yield "a row of the table has other than four cells"
    with open(path, encoding="utf-8") as file:
        if len(file.read()) > 65536:
            yield "longer than a comment may be"


def main():
    kind, rest = sys.argv[1], sys.argv[2:]
    if kind in ("csv", "markdown"):
        check = globals()["check_" + kind]
    else:
        schema = load(rest.pop(0))
        of_kind = {"sarif": check_sarif, "lines": check_lines, "claims": check_claims}.get(kind, check_json)
        check = lambda path: of_kind(schema, path)
    bad = [f"{path}: {complaint}" for path in rest for complaint in check(path)]
    print("\n".join(bad[:20]), end="\n" if bad else "")
    sys.exit(1 if bad else 0)


main()

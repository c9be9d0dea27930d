#!/usr/bin/env python3
"""Makes the files of this folder from the report in seeds/documents: the same words, written by other programs.

    apt-get install pandoc libreoffice-writer chromium qpdf poppler-utils img2pdf ocrmypdf
    tests/formats/make.py

The files are committed, since the programs write another file each time, and tests must not need them. Links are expected
to be those of the text; `tests/formats.rs` compares.
"""
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
SEED = HERE.parent.parent / "seeds/documents/sg-report-2015-ict-replies.md"
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A/70/172 - Developments in the field of information security</title>
<style>body {{ font-family: serif; {style} }}</style><script>var menu = "<p>not text</p>";</script></head><body>
{head}<main><article>
{body}
</article></main>
{foot}</body></html>
"""
SITE = """<header><a href="/">Ministry of Canada to the United Nations</a></header>
<nav><ul><li>Canada joined the Global Forum on Cyber Expertise</li><li>Contact</li></ul></nav>
"""


def run(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def markdown(text):
    """The report as pandoc's Markdown: headings marked, lists set apart."""
    lines = text.split("\n")
    heads = {i for i, line in enumerate(lines) if line and line[0] != "[" and any("[Original" in n for n in lines[i + 1 : i + 3])}
    out, contents = [], False
    for i, line in enumerate(lines):
        line = line.replace("<i>Page</i>", "Page")
        contents = contents and not line.startswith("* [") or line == "Contents"
        if contents:
            out += [re.sub(r"^(I+)\.", r"\1\\.", line.strip()).replace("\t", " ........ "), ""]
            continue
        if re.match(r"(I|II)\. ", line):
            line = "# " + line
        elif i in heads:
            line = "## " + line
        elif i < 20 and line.startswith("Developments in the field"):
            line = "# " + line
        line = re.sub(r"^\* \[", r"\\* [", re.sub(r"^- (\([a-z]\) )", r"\1", line))
        item = re.compile(r"- |\([a-z]\) ")
        if item.match(line) and out and out[-1] and not item.match(out[-1]):
            out.append("")
        out.append(line)
    return "\n".join(out)


def with_heads(source, target):
    """A Word file with a running head and a foot with page numbers on each page."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    parts = {
        "header": "<w:r><w:t>A/70/172</w:t></w:r>",
        "footer": f'<w:r><w:t xml:space="preserve">15-12404 </w:t></w:r>{field}<w:r><w:t>/18</w:t></w:r>',
    }
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name).decode() if name.endswith((".xml", ".rels")) else old.read(name)
            if name == "[Content_Types].xml":
                extra = "".join(
                    f'<Override PartName="/word/{part}9.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{part}+xml"/>'
                    for part in parts
                )
                data = data.replace("</Types>", extra + "</Types>")
            if name == "word/_rels/document.xml.rels":
                extra = "".join(f'<Relationship Id="r{part}" Type="{kind}/{part}" Target="{part}9.xml"/>' for part in parts)
                data = data.replace("</Relationships>", extra + "</Relationships>")
            if name == "word/document.xml":
                extra = "".join(f'<w:{part}Reference w:type="default" r:id="r{part}" {relations}/>' for part in parts)
                data = re.sub(r"<w:sectPr\s*/>|<w:sectPr>", f"<w:sectPr>{extra}", data)
                if "<w:sectPr>" in data and "</w:sectPr>" not in data:
                    data = data.replace(extra, extra + "</w:sectPr>")
            new.writestr(name, data)
        for part, text in parts.items():
            tag = {"header": "hdr", "footer": "ftr"}[part]
            new.writestr(f"word/{part}9.xml", f"<w:{tag} {space}><w:p>{text}</w:p></w:{tag}>")


def scans(work):
    """Two pages of the report as a scanner makes them; one of them after a page of text; and both with their text recognised."""
    run("pdftoppm", "-r", "200", "-mono", "-f", "6", "-l", "7", HERE / "libreoffice.pdf", work / "scan")
    run("img2pdf", "--imgsize", "200dpix200dpi", *sorted(work.glob("scan-*.pbm")), "-o", HERE / "scanned.pdf")
    run("ocrmypdf", "-l", "eng", "--output-type", "pdf", "-O", "0", HERE / "scanned.pdf", HERE / "recognised.pdf")
    run("qpdf", "--empty", "--pages", HERE / "libreoffice.pdf", "6", HERE / "scanned.pdf", "2", "--", HERE / "mixed.pdf")


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        (work / "report.md").write_text(markdown(SEED.read_text(encoding="utf-8")), encoding="utf-8")
        read = ("pandoc", "-f", "markdown+hard_line_breaks-tex_math_dollars", work / "report.md")
        run(*read, "-o", work / "plain.docx")
        with_heads(work / "plain.docx", HERE / "pandoc.docx")
        run(*read, "-o", work / "body.html")
        body = (work / "body.html").read_text(encoding="utf-8")
        foot = "<footer>Copyright of Canada</footer>"
        (HERE / "page.html").write_text(PAGE.format(style="", head=SITE, body=body, foot=foot), encoding="utf-8")
        # LibreOffice writes its own Word file, and a PDF with heads and feet.
        shutil.copy(HERE / "pandoc.docx", work / "report.docx")
        run("soffice", "--headless", "--convert-to", "pdf", "--outdir", work, work / "report.docx")
        shutil.copy(work / "report.pdf", HERE / "libreoffice.pdf")
        run("soffice", "--headless", "--convert-to", "odt", "--outdir", work, work / "report.docx")
        (work / "again").mkdir()
        run("soffice", "--headless", "--convert-to", "docx", "--outdir", work / "again", work / "report.odt")
        shutil.copy(work / "again/report.docx", HERE / "libreoffice.docx")
        # Chromium prints the page, in one column and in two.
        for name, style in [("chromium", ""), ("columns", "column-count: 2; column-gap: 8mm; font-size: 10pt; text-align: justify; hyphens: auto")]:
            page = work / f"{name}.html"
            page.write_text(PAGE.format(style=style, head="", body=body, foot=""), encoding="utf-8")
            run("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={HERE / name}.pdf", page)
        page = work / "small.html"
        page.write_text("<p>Canada joined the Global Forum on Cyber Expertise in 2015.</p>")
        run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={work / 'small.pdf'}", page)
        run("qpdf", "--encrypt", "secret", "owner", "256", "--", work / "small.pdf", HERE / "encrypted.pdf")
        run("qpdf", "--encrypt", "", "owner", "128", "--use-aes=y", "--", work / "small.pdf", HERE / "protected.pdf")
        scans(work)


main()

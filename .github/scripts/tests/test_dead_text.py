"""What came from a pull request is shown as it is, and does nothing."""

import html
import re
import unittest

import dead_text


class LogLineTest(unittest.TestCase):
    def test_a_workflow_command_is_none_any_more(self):
        for line in ("::error::x", "  ::add-mask::x", "\u00a0::x::", "| ::stop-commands::x", "\ufeff::x::", "\r::x::"):
            with self.subTest(line=line):
                self.assertNotRegex(dead_text.log_line(line), r"^\W*::")

    def test_the_older_notation_is_none_anywhere_in_a_line(self):
        self.assertNotIn("##[", dead_text.log_line("text ##[error]x"))

    def test_it_is_one_line_without_colours(self):
        self.assertEqual("red next", dead_text.log_line("\x1b[31mred\x1b[0m\nnext\n"))

    def test_other_text_stays_as_it_is(self):
        for line in ("  expected  Foo::bar at A.java:3", "✓  6/6  topic.created — größer"):
            self.assertEqual(line, dead_text.log_line(line))

    def test_a_path_that_is_not_utf_8_can_be_printed(self):
        dead_text.log_line(b"\xff.java".decode(errors="surrogateescape")).encode()

    def test_a_long_line_is_cut(self):
        self.assertEqual(2000, len(dead_text.log_line("x" * 9000)))


class MarkdownTest(unittest.TestCase):
    def plain(self, text: str) -> str:
        """Returns what a reader of the page sees: entities are characters again, what is invisible is not there."""
        return self.page(text).replace("\u200b", "")

    def page(self, text: str) -> str:
        """Returns the page's text as GitHub's search for mentions and references gets it."""
        return html.unescape(dead_text.markdown(text))

    def test_a_reader_sees_the_text(self):
        for text in ("*a* [b](c) <d> & `e` | # 1. ~f~ \\", "Expected 3 partitions, found 1.", "größer → λ"):
            self.assertEqual(text, self.plain(text))

    def test_nothing_of_it_is_markdown_or_html(self):
        self.assertNotRegex(
            re.sub(r"&#\d+;", "", dead_text.markdown("<b>**x**</b> [a](http://b) `c` | &amp; ![i](j) $m$ #h")),
            r"[^\w ]",
        )

    def test_mentions_references_and_addresses_are_dead(self):
        for text, live in (
            ("@octocat", r"@\w"),
            ("see #12", r"#\d"),
            ("course/lab#12", r"#\d"),
            ("GH-12", r"GH-\d"),
            ("ABC-7", r"ABC-\d"),
            ("https://example.org", r"://"),
            ("www.example.org", r"(?i)www\."),
            ("WWW.example.org", r"(?i)www\."),
            ("a@example.org", r"@\w"),
            (":tada:", r":tada:"),
            ("de0fac2e4500dabe0009e67214ff5f5447ce83dd", r"[0-9a-f]{7}"),
        ):
            with self.subTest(text=text):
                self.assertRegex(text, live)
                self.assertNotRegex(self.page(text), live)

    def test_it_is_one_line(self):
        self.assertEqual("a # b", self.plain("a\n# b"))

    def test_it_is_cut_before_it_is_escaped(self):
        self.assertEqual("&#60;" * 9 + "…", dead_text.markdown("<" * 50, 10))

    def test_marks_that_reorder_text_are_visible(self):
        self.assertIn("\ufffd", dead_text.markdown("a\u202eb"))

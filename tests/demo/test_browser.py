"""The page in a real browser, from the first step of its guide to the last."""

from datetime import timedelta

import pytest

from tests.demo.stage import MONDAY, staged
from tests.support.browser import chromium, open_page

pytestmark = pytest.mark.skipif(chromium() is None, reason="no Chromium on this machine")


async def test_somebody_who_only_reads_the_page_gets_to_an_acknowledged_flag() -> None:
    async with staged() as stage, open_page(stage.demo.page_url) as tab:
        stage.plan.append(MONDAY + timedelta(hours=4))
        await tab.click(".therapist .chips button.suggested")
        await tab.click(".therapist .qr.suggested")
        await tab.click(".patient .keyboard button.suggested", "I agree")
        await tab.click("#jump.suggested")
        await tab.click(".patient .chips button.suggested")
        await tab.click(".staff .keyboard button.suggested", "Acknowledge")
        await tab.until("document.querySelector('.staff .log').textContent.includes('Acknowledged by Nora')")
        await tab.until("document.querySelectorAll('#steps .done').length === 6")
        assert tab.problems == []


async def test_what_people_write_is_never_taken_for_markup() -> None:
    async with staged() as stage, open_page(stage.demo.page_url) as tab:
        words = "<img src=x onerror=alert(1)> <b>sore</b> & tired"
        await tab.until("!!document.querySelector('.patient input')")
        await tab.type(".patient input", words)
        await tab.until("document.querySelector('.staff .log').textContent.includes('onerror')")
        assert await tab.run("document.querySelectorAll('.staff .log img, .staff .log .text b').length") == 0
        assert tab.problems == []


async def test_the_phones_stand_below_each_other_on_a_narrow_screen() -> None:
    async with staged() as stage, open_page(stage.demo.page_url, 420, 800) as tab:
        await tab.until("document.querySelectorAll('.phone').length === 3")
        widths = await tab.run("[...document.querySelectorAll('.phone')].map(p => p.getBoundingClientRect().left)")
        assert len(set(widths)) == 1
        assert await tab.run("document.documentElement.scrollWidth <= 420")

"""Pictures that repeat the words beside them."""

import lxml.etree

from plantext.model.progress import Point
from plantext.report.charts import life_line, series_chart
from tests.factories.follow import sample_history, sample_progress


def points(*values):
    return [
        Point(report=f"report-{place}.pdf", status="missed", actual=value, target=-8, unit="per cent") for place, value in enumerate(values)
    ]


def test_a_chart_has_a_dot_a_figure_and_says_its_numbers():
    picture = lxml.etree.fromstring(series_chart(points(-2.0, None, -6.1), "spills & <oil>"))
    names = [lxml.etree.QName(part).localname for part in picture]
    assert names.count("circle") == 2
    assert names.count("line") == 1  # what was aimed at
    assert picture[0].text == "spills & <oil>: report-0.pdf: -2; report-2.pdf: -6.1; aimed at -8"


def test_one_figure_makes_no_chart():
    assert series_chart(points(-2.0), "spills") == ""
    assert series_chart(points(None, None), "spills") == ""


def test_level_figures_stand_within_the_picture():
    picture = lxml.etree.fromstring(series_chart(points(-8, -8, -8), "spills"))
    assert all(0 <= float(part.get("cy")) <= 90 for part in picture.iter("{*}circle"))


def test_a_life_has_a_dot_for_each_document_that_has_it():
    history = sample_history()
    counts = [len(list(lxml.etree.fromstring(life_line(life, history.chapters)).iter("{*}circle"))) for life in history.lives]
    assert counts == [3, 2, 1]
    dropped = lxml.etree.fromstring(life_line(history.lives[1], history.chapters))
    assert [part.get("fill") for part in dropped.iter("{*}circle")][-1] == "#fff"


def test_the_sample_has_a_series():
    assert series_chart(sample_progress().milestones[0].series, "burglary")

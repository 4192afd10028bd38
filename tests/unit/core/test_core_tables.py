"""Tables as people read them on a telephone."""

import pytest

from core.disclosure.tables import MAX_CELL, MAX_COLUMNS, MAX_ROWS, Table, is_amount, row_by_row, side_by_side, width_of

pytestmark = pytest.mark.unit


def test_narrow_tables_stand_side_by_side_with_amounts_at_the_right() -> None:
    table = Table.of([["项目", "支出"], ["电梯维修", "19,600.00"], ["办公", "812.60"]])

    assert table is not None
    assert side_by_side(table) == "项目           支出\n电梯维修  19,600.00\n办公         812.60"


def test_wide_tables_are_read_row_by_row() -> None:
    table = Table.of([["姓名", "所在楼栋和单元", "救助种类", ""], ["王某某家", "三号楼二单元", "临时救助", ""]])

    assert table is not None
    assert side_by_side(table) is None
    assert row_by_row(table) == "▪️ 王某某家\n所在楼栋和单元: 三号楼二单元\n救助种类: 临时救助"


def test_a_table_of_heads_alone_is_one_line() -> None:
    table = Table.of([["姓名", "楼栋"]])

    assert table is not None
    assert row_by_row(table) == "▪️ 姓名  楼栋"


def test_a_row_without_a_first_cell_is_called_by_the_first_head() -> None:
    table = Table((("项目", "", "备注"), ("", "三", "")))

    assert row_by_row(table) == "▪️ 项目\n三"


def test_empty_rows_and_columns_go_and_cells_stand_on_one_line() -> None:
    table = Table.of([["", "", ""], ["项目", "", " 支\n出 "], ["电梯"], []])

    assert table == Table((("项目", "支 出"), ("电梯", "")))


def test_of_nothing_there_is_no_table() -> None:
    assert Table.of([]) is None
    assert Table.of([["", " "], []]) is None


def test_what_is_too_much_is_cut_and_said_so() -> None:
    wide = Table.of([["x" * (MAX_CELL + 5)] * (MAX_COLUMNS + 1)])
    long = Table.of([["x"]] * (MAX_ROWS + 1))

    assert wide is not None
    assert long is not None
    assert (len(wide.rows[0]), len(wide.rows[0][0]), wide.cut) == (MAX_COLUMNS, MAX_CELL, True)
    assert (len(long.rows), long.cut) == (MAX_ROWS, True)
    assert Table.from_json(long.to_json()) == long


@pytest.mark.parametrize("cell", ["1", "1,234.50", "-3", "12%", "￥30", "１２", "0.5"])
def test_amounts_are_known(cell: str) -> None:
    assert is_amount(cell)


@pytest.mark.parametrize("cell", ["", "电梯", "1.2.3", "3 楼", "-"])
def test_what_is_no_amount_is_none(cell: str) -> None:
    assert not is_amount(cell)


def test_a_chinese_character_is_twice_as_wide() -> None:
    assert width_of("电a") == 3
    assert width_of("e\u0301") == 1

namespace Gongkai.Rules.Tests;

public sealed class HolidayImportTests
{
    const string Json = """
        {"$schema": "x", "year": 2027, "papers": ["https://www.gov.cn/zhengce/zhengceku/202611/content_1.htm", "javascript:alert(1)"],
         "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}, {"name": "元旦", "date": "2027-01-03", "isOffDay": false}]}
        """;

    [Fact]
    public void The_JSON_that_is_passed_around_is_read_with_its_papers()
    {
        var (notice, faults) = HolidayNotice.FromJson(2027, Json);

        Assert.Empty(faults);
        Assert.Equal([new(new(2027, 1, 1), true, "元旦"), new SpecialDay(new(2027, 1, 3), false, "元旦")], notice!.Days);
        Assert.Equal(["https://www.gov.cn/zhengce/zhengceku/202611/content_1.htm"], notice.Sources.Select(source => source.Url));
        Assert.Equal(notice.Sources, HolidayNotice.Read(2027, notice.Text).Sources);
    }

    [Theory]
    [InlineData("[{\"name\": \"元旦\", \"date\": \"2027-01-01\", \"isOffDay\": true}]")]
    [InlineData("{\"days\": [{\"name\": \"元旦\", \"date\": \"2027-01-01\", \"isOffDay\": \"true\"}]}")]
    public void A_bare_list_is_enough(string json) => Assert.Equal(new(2027, 1, 1), Assert.Single(HolidayNotice.FromJson(2027, json).Notice!.Days).Day);

    [Theory]
    [InlineData("不是", "这不是 JSON 文件，请检查文件是否选错或已损坏。")]
    [InlineData("{}", "文件里没有 days 这一项，请使用 {name, date, isOffDay} 的 JSON 格式。")]
    [InlineData("1", "文件里没有 days 这一项，请使用 {name, date, isOffDay} 的 JSON 格式。")]
    [InlineData("[]", "文件里没有一天是放假或调休上班，请检查文件是否选错。")]
    [InlineData("{\"year\": 2026, \"days\": []}", "文件写的是 2026 年，要导入的是 2027 年。请选对文件，或改要导入的年份。")]
    [InlineData("[1, 2]", "文件里没有一天是放假或调休上班，请检查文件是否选错。")]
    [InlineData("[{\"name\": \"元旦\", \"date\": \"2026-01-01\", \"isOffDay\": true}]", "第 1 行：2026-01-01 不在 2027 年的安排里，请检查年份。")]
    [InlineData("[{\"name\": \"元旦\", \"date\": \"2027-01-04\", \"isOffDay\": false}]", "第 1 行：2027-01-04 本来就是工作日，调休上班只会在周六、周日，请检查日期。")]
    public void A_wrong_file_says_what_is_wrong_with_it(string json, string fault) => Assert.Equal([fault], HolidayNotice.FromJson(2027, json).Faults);

    [Fact]
    public void A_table_is_read_whatever_its_dates_and_words()
    {
        var reading = HolidayNotice.FromRows(2027, [["名称", "日期", "安排"], ["元旦", "2027/1/1", "放假"], ["元旦", "2027年1月3日", "上班"], [], ["春节", "2027-02-05 00:00:00", "TRUE"], ["春节", "46424", "休"]]);

        Assert.Empty(reading.Faults);
        Assert.Equal([(1, true), (3, false), (5, true), (6, true)], reading.Notice!.Days.Select(day => (day.Day.Day, day.Off)));
    }

    [Fact]
    public void Every_wrong_row_is_told()
    {
        var reading = HolidayNotice.FromRows(2027, [["元旦", "2027-01-01", "放假"], ["元旦", "2027-13-01", "放假"], ["元旦", "2027-01-02", "随便"], ["元旦", "2027-01-03", "放假"], ["元旦", "2027-01-03", "上班"]]);

        Assert.Null(reading.Notice);
        Assert.Equal(
        [
            "第 2 行的日期“2027-13-01”看不懂，请写成 2027-01-01。",
            "第 3 行没有说清放假还是上班，请在第三列写“放假”或“上班”。",
            "第 5 行：2027-01-03 在前面已写成放假，请只留一行。",
        ], reading.Faults);
    }

    [Fact]
    public void A_calendar_of_every_day_is_no_notice() =>
        Assert.Equal(["超过 150 行，不像是一年的节假日安排，请检查文件是否选错。"],
            HolidayNotice.FromRows(2027, Enumerable.Range(0, 365).Select(IReadOnlyList<string> (day) => ["", $"{new DateOnly(2027, 1, 1).AddDays(day):yyyy-MM-dd}", "放假"])).Faults);

    [Fact]
    public void What_comes_back_from_a_form_is_looked_at_again()
    {
        Assert.Null(HolidayNotice.BuiltIn[^1].ToImport());
        Assert.Equal("2026-10-12 本来就是工作日，调休上班只会在周六、周日，请检查日期。", HolidayNotice.Read(2026, "on 2026-10-12 国庆节").ToImport()?.Reason);
        Assert.Equal("节假日安排里没有一天，请重新选择文件。", HolidayNotice.Read(2026, "").ToImport()?.Reason);
    }
}

using System.Text;
using System.Text.Json;
using CsCheck;
using Gongkai.Documents.Printing;
using Gongkai.Documents.Reading;
using Gongkai.Rules.AnnualReports;

namespace Gongkai.Documents.Tests.Printing;

public class ReportJsonTests
{
    static readonly Gen<CellValue> Cells = Gen.OneOf(
        Gen.Decimal.Select(number => (CellValue)number),
        Gen.Int[0, 500].Select(number => (CellValue)number),
        Gen.Select(Gen.String, Gen.Int, Gen.Bool, (raw, number, has) => CellValue.Text(raw, has ? number : null)),
        Gen.Const(CellValue.Blank),
        Gen.Const(CellValue.Unread),
        Gen.Const(default(CellValue)));

    // Half a surrogate pair is no text; JSON cannot carry it.
    static readonly Gen<string> Texts = Gen.String[Gen.OneOf(Gen.Char['一', '龥'], Gen.Char[' ', '~'], Gen.Const('\n')), 0, 30];

    static readonly Gen<Report> Reports =
        from edition2 in Gen.OneOf(Gen.Const(2019), Gen.Const(2021))
        from edition3 in Gen.OneOf(Gen.Const(2019), Gen.Const(2021))
        from cells in Cells.Array[200]
        from absent in Gen.Bool.Array[5]
        from texts in Texts.Array[6]
        from year in Gen.Int[2019, 2030]
        from named in Gen.Bool
        let form = ReportForm.Of(edition2, edition3)
        let clean = cells.Select(cell => cell.Raw is { } raw && raw.Any(char.IsSurrogate) ? CellValue.Text("-", cell.Number) : cell).ToList()
        select new Report
        {
            Form = form,
            Agency = named ? texts[0] : null,
            Year = named ? year : null,
            Title = named ? texts[1] : null,
            Introduction = [texts[2]],
            Sections = [new(3, texts[3], [texts[4], texts[5]]), new(3, texts[5], [])],
            Cells = new(form, form.Cells.Select(cell => absent[cell.Table.Number] ? default : clean[cell.Index % clean.Count])),
            Notes = [texts[0]],
        };

    [Fact]
    public void A_report_comes_back_as_it_was() => Reports.Sample(report =>
    {
        using var file = Printed.File(report, PrintFormat.Json);
        Same(report, ReportJson.Read(file));
    }, iter: 200);

    [Fact]
    public void It_is_the_contract_s_object()
    {
        var json = Parse(SampleReports.Odd(SampleReports.Of2019));
        Assert.Equal("某区住房和城乡建设局", json.GetProperty("agency").GetString());
        Assert.Equal(2019, json.GetProperty("year").GetInt32());
        Assert.Equal(2019, json.GetProperty("form").GetInt32());
        Assert.Equal((1, "一、总体情况"), (json.GetProperty("sections")[0].GetProperty("number").GetInt32(), json.GetProperty("sections")[0].GetProperty("heading").GetString()));
        Assert.True(json.GetProperty("sections")[0].GetProperty("characters").GetInt32() > 0);
        Assert.Equal(ReportForm.Of2019.Cells.Select(cell => cell.Key), json.GetProperty("cells").EnumerateObject().Select(cell => cell.Name));
        Assert.Equal(78504912.2m, json.GetProperty("cells").GetProperty("t2.fees.previous").GetDecimal());
        Assert.Equal(98, json.GetProperty("cells").GetProperty("t2.penalties.change").GetDecimal());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("cells").GetProperty("t2.rules.total").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("cells").GetProperty("t3.publication.otherBody").ValueKind);
        Assert.Equal("+1", json.GetProperty("raw").GetProperty("t2.licences.change").GetString());
        Assert.False(json.GetProperty("raw").TryGetProperty("t2.fees.previous", out _));
        Assert.Equal(0, json.GetProperty("notes").GetArrayLength());
    }

    [Fact]
    public void In_a_hybrid_the_keys_of_its_edition_stand_beside_those_that_it_has()
    {
        var cells = Parse(SampleReports.Hybrid).GetProperty("cells");
        Assert.All(ReportForm.Of2021.Cells, cell => Assert.True(cells.TryGetProperty(cell.Key, out _), cell.Key));
        Assert.Equal(3, cells.GetProperty("t3.otherHandling.person").GetDecimal());
        Assert.Equal(JsonValueKind.Null, cells.GetProperty("t3.noPayment.person").ValueKind);
        Assert.Equal(2021, Parse(SampleReports.Hybrid).GetProperty("form").GetInt32());
        Assert.Equal(JsonValueKind.Null, Parse(SampleReports.LateHybrid).GetProperty("cells").GetProperty("t3.otherHandling.total").ValueKind);
    }

    [Fact]
    public void A_table_that_is_absent_has_only_nulls()
    {
        var json = Parse(SampleReports.Without(SampleReports.Of2021, 3));
        Assert.All(json.GetProperty("cells").EnumerateObject().Where(cell => cell.Name.StartsWith("t3.", StringComparison.Ordinal)), cell => Assert.Equal(JsonValueKind.Null, cell.Value.ValueKind));
        Assert.Empty(json.GetProperty("readings").EnumerateObject());
    }

    [Fact]
    public void Chinese_stays_Chinese() => Assert.DoesNotContain("\\u", Printed.Text(SampleReports.Odd(SampleReports.Of2019), PrintFormat.Json));

    [Fact]
    public void The_contract_s_own_keys_are_enough_to_be_read()
    {
        var report = ReportJson.Read(new MemoryStream(Encoding.UTF8.GetBytes("""
            {"agency": null, "year": 2019, "form": 2019, "sections": [{"number": 1, "heading": "一、总体情况", "characters": 3}],
             "cells": {"t2.rules.made": 0, "t2.licences.change": 1, "t3.granted.total": null}, "raw": {"t2.licences.change": "+1"}, "notes": []}
            """)));
        Assert.Equal(0, report["t2.rules.made"].Number);
        Assert.Equal(CellValue.Text("+1", 1), report["t2.licences.change"]);
        Assert.Equal(CellValue.Blank, report["t3.granted.total"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"form": 2019}""")]
    [InlineData("""{"form": 1999, "cells": {}}""")]
    [InlineData("""{"form": 2019, "cells": {"t2.rules.made": "three"}}""")]
    [InlineData("""{"form": 2019, "cells": {"t2.rules.made": 1e99}}""")]
    [InlineData("""{"form": 2019, "cells": [], "raw": 7}""")]
    [InlineData("""{"form": 2019, "cells": {}, "readings": {"t2.rules.made": "seen"}}""")]
    public void What_is_no_report_is_refused_in_one_sentence(string text) =>
        Assert.Equal("这个 JSON 文件不是年度报告：请使用 report read --json 或 report print 输出的文件。",
            Assert.Throws<UnreadableReportException>(() => ReportJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))).Message);

    static JsonElement Parse(Report report) => JsonDocument.Parse(Printed.Bytes(report, PrintFormat.Json)).RootElement;

    static void Same(Report expected, Report actual)
    {
        Assert.Same(expected.Form, actual.Form);
        Assert.Equal(expected.Cells.All.ToArray(), actual.Cells.All.ToArray());
        Assert.Equal((expected.Agency, expected.Year, expected.Title), (actual.Agency, actual.Year, actual.Title));
        Assert.Equal(expected.Introduction, actual.Introduction);
        Assert.Equal(expected.Notes, actual.Notes);
        Assert.Equal(expected.Sections.Select(s => (s.Number, s.Heading, string.Join('\0', s.Paragraphs))), actual.Sections.Select(s => (s.Number, s.Heading, string.Join('\0', s.Paragraphs))));
    }
}

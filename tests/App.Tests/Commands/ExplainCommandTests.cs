using System.Text.Json;
using Gongkai.App.Commands;

namespace Gongkai.App.Tests.Commands;

/// <summary><c>gongkai report explain</c>: what stands behind a cell, and honestly what does not yet.</summary>
public sealed class ExplainCommandTests : IDisposable
{
    readonly Folder folder = new();

    [Fact]
    public async Task A_cell_is_shown_with_every_sum_it_takes_part_in()
    {
        await Answer.To("store", "seed", "--store", folder.Store);

        var answer = await Answer.To("report", "explain", "--agency", "zjj", "--year", "2024", "t3.total.person", "--store", folder.Store);

        Assert.Equal((Terminal.Fine, ""), (answer.Status, answer.Error));
        var value = Folder.Report(2024)["t3.total.person"].Number;
        Assert.Contains($"表三“（七）总计”“自然人”（t3.total.person）：{value}\n这个数由机关填报，下面是登记簿现在的记录。\n\n登记簿现在计入这一格的共 {value} 件：\n  2", answer.Output, StringComparison.Ordinal);
        foreach (var rule in (string[])["balance", "outcome-sum", "row-sum"]) Assert.Contains($"  [{rule}] ", answer.Output, StringComparison.Ordinal);
        Assert.Contains("，成立\n", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_says_that_the_figure_was_declared()
    {
        await Answer.To("store", "seed", "--store", folder.Store);

        var answer = await Answer.To("report", "explain", "--agency", "zjj", "--year", "2019", "t2.fees.previous", "--store", folder.Store, "--json");

        var told = JsonDocument.Parse(answer.Output).RootElement;
        Assert.Equal(78504912.2m, told.GetProperty("value").GetDecimal());
        // What was declared stays what it was; the item that the register has beside it is named.
        Assert.Equal(("declared", 1), (told.GetProperty("source").GetString(), told.GetProperty("records").GetArrayLength()));
        Assert.Equal("unit", told.GetProperty("findings")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public async Task A_cell_lists_the_records_behind_it_and_nothing_personal()
    {
        await Answer.To("store", "seed", "--store", folder.Store);

        var answer = await Answer.To("report", "explain", "--agency", "zjj", "--year", "2024", "t3.granted.person", "--store", folder.Store, "--json");

        var told = JsonDocument.Parse(answer.Output).RootElement;
        var records = told.GetProperty("records").EnumerateArray().ToList();
        Assert.Equal(told.GetProperty("value").GetInt32(), records.Count);
        Assert.False(told.GetProperty("recordsFrozen").GetBoolean());
        Assert.All(records, record =>
        {
            Assert.Equal(["kind", "number", "handle"], record.EnumerateObject().Select(property => property.Name));
            Assert.Equal(("request", 13, 26), (record.GetProperty("kind").GetString(), record.GetProperty("number").GetString()!.Length, record.GetProperty("handle").GetString()!.Length));
        });
    }

    [Fact]
    public async Task A_cell_that_the_form_has_not_is_refused()
    {
        await Answer.To("store", "seed", "--store", folder.Store);

        (await Answer.To("report", "explain", "--agency", "zjj", "--year", "2024", "t2.fees.previous", "--store", folder.Store)).Refuses(
            "2021年格式没有“t2.fees.previous”这个单元格，名称要写成 t3.received.person 这样，全部名称见 gongkai report read FILE --json。");
    }

    public void Dispose() => folder.Dispose();
}

using Gongkai.Records.AnnualReports;
using Gongkai.Records.Organizations;
using Gongkai.Rules.AnnualReports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Tests;

/// <summary>Drafts of annual reports in the store: prepared, edited by several at once, signed, published, corrected.</summary>
public sealed class ReportDraftTests(TestStores stores)
{
    static readonly Agency Bureau = new() { Code = "zjj", Name = "某区住房和城乡建设局" };
    static readonly Pen Pen = new(Guid.Parse("0198a000-0000-7000-8000-000000000001"), "审核", TestActs.Now);
    static readonly Pen Leader = new(Guid.Parse("0198a000-0000-7000-8000-000000000002"), "分管领导", TestActs.Now);
    static readonly DateOnly Day = new(2026, 1, 20);
    const int Year = 2025;

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static ReportForm Form => ReportForm.For(Year);

    /// <summary>Cells that are written, and not summed.</summary>
    static List<FormCell> Written => [.. Form.Cells.Where(cell => Form.TotalOf(cell) is null)];

    /// <summary>A store with a draft in which nothing is written yet, and the draft's handle.</summary>
    async Task<(string Connection, Handle Draft)> Begun(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        await using var store = StoreChoice.Open(connection);
        store.Add(Bureau);
        var file = await store.BeginDraft(Bureau, Year, Pen);
        await store.Save(TestActs.Test);
        return (connection, file.Draft.Handle);
    }

    static async Task<DraftFile> Open(Store store, Handle draft) => (await store.OpenDraft(Bureau.Id, draft))!;

    /// <summary>Opens the draft anew, changes it, and saves.</summary>
    static async Task Do(string connection, Handle draft, Func<Store, DraftFile, Task> work)
    {
        await using var store = StoreChoice.Open(connection);
        await work(store, await Open(store, draft));
        await store.Save(TestActs.Test);
    }

    static Task Do(string connection, Handle draft, Action<Store, DraftFile> work) => Do(connection, draft, (store, file) =>
    {
        work(store, file);
        return Task.CompletedTask;
    });

    static void Put(Store store, DraftFile file, FormCell cell, CellValue value, string? note = null)
    {
        if (file.Write(cell, value, note, Pen) is { } added) store.Add(added);
    }

    static void Tell(Store store, DraftFile file, int section, string text)
    {
        if (file.Write(section, text, Pen) is { } added) store.Add(added);
    }

    /// <summary>Zero in every cell, and words in every part.</summary>
    static void Fill(Store store, DraftFile file)
    {
        foreach (var cell in Written) Put(store, file, cell, 0m);
        for (var section = 1; section <= 6; section++) Tell(store, file, section, $"第{section}部分的文字。");
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Cells_and_texts_come_back_as_they_were_written(StoreKind kind)
    {
        var (connection, draft) = await Begun(kind);
        CellValue[] values = [1.50m, 78504912.20m, CellValue.Text("增98", 98m), CellValue.Unread, CellValue.Blank, -3m];
        var digest = "";
        await Do(connection, draft, (store, file) =>
        {
            foreach (var (cell, value) in Written.Zip(values)) Put(store, file, cell, value, "核对过");
            store.AddRange(file.Supply(CellSource.CarriedOver, [new(Written[8].Key, 7m, "2024年度报告（第1版）结转下年度")], Pen));
            Tell(store, file, 1, " 第一段，𠮷野家。\r\n　第二段“引号”。\r\n\r\n第三段。 ");
            digest = file.Digest;
        });

        await using var again = StoreChoice.Open(connection);
        var found = await Open(again, draft);
        Assert.Equal(values, Written.Zip(values).Select(pair => found.Find(pair.First)!.Value));
        // As it is printed too: 1.50 is not 1.5.
        Assert.Equal(values.Select(value => value.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture)), Written.Zip(values).Select(pair => found.Find(pair.First)!.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(("核对过", "审核", Pen.Account, Pen.At), (found.Find(Written[0])!.Note, found.Find(Written[0])!.ByRole, found.Find(Written[0])!.By, found.Find(Written[0])!.At));
        Assert.Equal((7m, CellSource.CarriedOver, "2024年度报告（第1版）结转下年度"), (found.Find(Written[8])!.Number, found.Find(Written[8])!.Source, found.Find(Written[8])!.SuppliedFrom));
        Assert.Equal(["第一段，𠮷野家。", "第二段“引号”。", "第三段。"], found.Find(1)!.Paragraphs);
        Assert.Equal(digest, found.Digest);
        Assert.Equal([Pen.Account!.Value], found.Draft.Hands);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_year_is_begun_once(StoreKind kind)
    {
        var (connection, _) = await Begun(kind);
        await using var store = StoreChoice.Open(connection);

        Assert.Equal("2025年度报告已经开始编制，请在列表中打开。", (await store.ToBeginning(Bureau.Id, Year, 2026))!.Reason);
        await store.BeginDraft(await store.Agencies.SingleAsync(Cancelled), Year, Pen);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => store.Save(TestActs.Test));
        Assert.Equal(1, await store.ReportDrafts.CountAsync(Cancelled));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Of_two_who_write_into_one_cell_the_second_is_told_and_two_cells_do_not_disturb_each_other(StoreKind kind)
    {
        var (connection, draft) = await Begun(kind);
        await Do(connection, draft, Fill);
        await using var one = StoreChoice.Open(connection);
        await using var other = StoreChoice.Open(connection);
        var (mine, theirs) = (await Open(one, draft), await Open(other, draft));

        Put(one, mine, Written[0], 1m);
        await one.Save(TestActs.Test);
        Put(other, theirs, Written[1], 2m);
        await other.Save(TestActs.Test);
        Put(other, theirs, Written[0], 3m);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.Save(TestActs.Test));

        await using var again = StoreChoice.Open(connection);
        var found = await Open(again, draft);
        Assert.Equal((1m, 2m), (found.Find(Written[0])!.Number, found.Find(Written[1])!.Number));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task What_is_signed_is_what_is_published_and_a_correction_stands_beside_it(StoreKind kind)
    {
        var (connection, draft) = await Begun(kind);
        await Do(connection, draft, Fill);
        await Do(connection, draft, (_, file) => file.Draft.HandOver(file.Digest, Pen));
        await Do(connection, draft, (_, file) => file.Draft.Sign(file.Digest, Leader));
        await Do(connection, draft, (store, file) => Tell(store, file, 6, "审签以后悄悄改的。"));
        await Do(connection, draft, (_, file) => Assert.StartsWith("审签以后内容有改动", file.Preparation.ToPublishing()!.Reason, StringComparison.Ordinal));
        await Do(connection, draft, (store, file) => Tell(store, file, 6, "第6部分的文字。"));
        await Do(connection, draft, async (store, file) =>
        {
            Assert.Null(file.Preparation.ToPublishing());
            await store.PublishDraft(file, Day);
        });

        Handle correction = default;
        await using (var store = StoreChoice.Open(connection))
        {
            var published = await store.AnnualReports.OfAgency(Bureau.Id).OfYear(Year).Newest.SingleAsync(Cancelled);
            correction = store.BeginCorrection(published, "第六部分漏写，据实补写。", Pen).Handle;
            await store.Save(TestActs.Test);
        }
        await Do(connection, correction, (store, file) =>
        {
            Assert.Equal((2, CellSource.Published, 0m), (file.Draft.Version, file.Find(Written[0])!.Source, file.Find(Written[0])!.Number));
            Tell(store, file, 6, "补写的文字。");
        });
        await Do(connection, correction, async (store, file) =>
        {
            file.Draft.Sign(file.Digest, Leader);
            await store.PublishDraft(file, Day.AddDays(9));
        });

        await using var again = StoreChoice.Open(connection);
        var versions = await again.AnnualReports.OfAgency(Bureau.Id).OfYear(Year).OrderBy(report => report.Version).ToListAsync(Cancelled);
        Assert.Equal([1, 2], versions.Select(report => report.Version));
        Assert.Equal(["第6部分的文字。", "补写的文字。"], versions.Select(report => report.ToReport().Prose.Single(part => part.Section == 6).Paragraph));
        var first = (await Open(again, draft)).Draft;
        Assert.Equal((DraftState.Published, versions[0].Id, Day), (first.State, first.ReportId, first.PublishedOn));
    }
}

using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Gongkai.App.Office;
using Gongkai.App.Office.Jobs;
using Gongkai.App.Office.SelfCheck;
using Gongkai.App.Tests.Office.Works;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Records.Jobs;
using Gongkai.Records.Numbers;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Organizations;
using Gongkai.Records.Registers;
using Gongkai.Records.Requests;
using Gongkai.Records.Reviews;
using Gongkai.Rules.Registers;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office;

/// <summary>Every file that leaves the program for a spreadsheet, cell by cell, with hostile names in the store: none begins a formula (reliability S8).</summary>
/// <remarks>Lists are found by walking every page of the menu: one that is added later is looked at too.</remarks>
[Collection(Workshop.Line)]
public sealed class ExportTests(Platform platform)
{
    const string Triggers = "=+-@\t\r\n＝＋－＠";

    static readonly string[] Hostile = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "＝1+1", "＋1", "－1", "＠A1", " =cmd|' /C calc'!A0"];

    /// <summary>Every list of the office; what is added here is planted below.</summary>
    static readonly string[] Lists =
    [
        "/office/accounts",
        "/office/batches",
        "/office/catalogue",
        "/office/channels/handovers",
        "/office/channels/statistics",
        "/office/channels/watch",
        "/office/channels",
        "/office/cleanup",
        "/office/duties",
        "/office/items",
        "/office/meetings",
        "/office/numbers",
        "/office/people",
        .. Enum.GetValues<RegisterKind>().Select(kind => $"/office/registers/{kind.Code}").Order(StringComparer.Ordinal),
        "/office/requests",
        "/office/reviews",
        "/office/selfcheck",
        "/office/suggestions",
        "/office/tasks",
    ];

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_cell_of_any_list_begins_a_formula()
    {
        await Plant();
        await PlantSelfCheck();
        SortedSet<string> seen = [];
        var planted = 0;
        foreach (var role in Enum.GetValues<Role>())
        {
            var officer = await platform.As(role, "zljd");
            foreach (var entry in Menu.All.Select(entry => entry.Path).Append("/office/people").Concat(Lists.Where(list => list.StartsWith("/office/registers/", StringComparison.Ordinal))))
            {
                var page = await officer.GetAsync(entry, Cancelled);
                if (!page.IsSuccessStatusCode) continue;
                foreach (var link in (await page.Html()).QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!).Where(IsFile).Where(link => seen.Add(link)))
                {
                    var file = await officer.GetAsync(link, Cancelled);
                    Assert.True(file.IsSuccessStatusCode, $"{link}: {file.StatusCode}");
                    planted += await Look(link, await file.Content.ReadAsByteArrayAsync(Cancelled));
                }
            }
        }
        // Each in both forms.
        Assert.Equal(Lists, seen.Select(link => link.Split('?')[0]).Distinct());
        Assert.Equal(2 * Lists.Length, seen.Count);
        Assert.True(planted >= 2 * Lists.Length * Hostile.Length, $"Only {planted} of the hostile cells were met.");
    }

    [Fact]
    public async Task No_cell_of_a_file_that_a_job_leaves_begins_a_formula()
    {
        var (auditor, _) = await platform.Officer(Role.SecurityAuditor, "wygl");
        foreach (var name in Hostile)
            await platform.In(store => store.Note(new(new("test.hostile", "测试"), new(auditor.Id, name, name), Platform.Now, auditor.AgencyId, name), name));
        var desk = await platform.As(auditor);
        foreach (var code in (string[])[ExportTrail.Kind, VerifyTrail.Kind])
        {
            var kind = platform.Services.GetServices<IJobKind>().Single(one => one.Code == code);
            var job = new Job { Kind = code, Name = kind.Name, Parameters = code == ExportTrail.Kind ? $"{{\"Chain\":\"{auditor.AgencyId:D}\"}}" : "{}", OwnerId = auditor.Id, OwnerName = auditor.Name, AgencyId = auditor.AgencyId, OrderedAt = Platform.Now };
            await platform.In(store => store.Order(job, new(JobDeeds.Ordered, new(auditor.Id, auditor.Name, "127.0.0.1"), Platform.Now)));
            await platform.WorkOff();
            var met = await Look($"{code}.csv", await desk.GetByteArrayAsync($"/office/jobs/{job.Handle}/result", Cancelled));
            if (code == ExportTrail.Kind) Assert.True(met >= 3 * Hostile.Length, $"Only {met}.");
        }
    }

    [Fact]
    public async Task No_cell_of_what_the_portal_offers_begins_a_formula()
    {
        var visitor = platform.Visitor();
        var list = await (await visitor.GetAsync("/zfxxgk/nb", Cancelled)).Html();
        var report = list.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!).First(link => link.Contains("/nb/", StringComparison.Ordinal));
        var files = list.QuerySelectorAll("a[href]").Concat((await (await visitor.GetAsync(report, Cancelled)).Html()).QuerySelectorAll("a[href]")).Select(link => link.GetAttribute("href")!).Where(IsFile).Distinct().ToList();
        Assert.Contains(files, file => file.EndsWith(".xlsx", StringComparison.Ordinal));
        foreach (var file in files) await Look(file, await visitor.GetByteArrayAsync(file, Cancelled));
    }

    /// <summary>The control: the same look finds what a writer without care would have written.</summary>
    [Theory, InlineData("\"=1+1\"\r\n"), InlineData("=1+1\r\n"), InlineData("甲,\"＋1\"\r\n"), InlineData("-1+1\r\n")]
    public async Task A_cell_that_nobody_escaped_is_found(string csv) =>
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Look("a.csv", Encoding.UTF8.GetBytes(csv)));

    static bool IsFile(string link) => link.Contains("export=", StringComparison.Ordinal) || link.EndsWith(".csv", StringComparison.Ordinal) || link.EndsWith(".xlsx", StringComparison.Ordinal);

    /// <summary>Parses a file anew, with nothing of ours.</summary>
    /// <returns>How many cells had to be kept from being calculated.</returns>
    static Task<int> Look(string file, byte[] bytes) => Task.FromResult(bytes is [(byte)'P', (byte)'K', ..] ? Workbook(file, bytes) : Lines(file, Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF')));

    static int Workbook(string file, byte[] bytes)
    {
        var met = 0;
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        var formats = workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        foreach (var cell in workbook.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()))
        {
            Assert.True(cell.CellFormula is null, $"{file} {cell.CellReference}");
            if (cell.DataType?.Value is not { } type || type == CellValues.Number)
            {
                if (cell.CellValue is { } number) Assert.True(decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _), $"{file}: {number.Text}");
                continue;
            }
            Assert.True(type == CellValues.InlineString || type == CellValues.SharedString, $"{file}: {type}");
            var text = cell.InnerText.Replace("_x000D_", "\r", StringComparison.Ordinal).TrimStart(' ');
            if (text.Length == 0 || !Triggers.Contains(text[0])) continue;
            Assert.True(formats[(int)(cell.StyleIndex?.Value ?? 0)].QuotePrefix?.Value == true, $"{file}: {text} becomes a formula when someone edits it.");
            met++;
        }
        return met;
    }

    static int Lines(string file, string csv)
    {
        var met = 0;
        for (var at = 0; at < csv.Length;)
        {
            var quoted = csv[at] == '"';
            var text = new StringBuilder();
            if (quoted)
                for (at++; at < csv.Length && (csv[at] != '"' || at + 1 < csv.Length && csv[at + 1] == '"'); at++)
                {
                    if (csv[at] == '"') at++;
                    text.Append(csv[at]);
                }
            for (at += quoted ? 1 : 0; at < csv.Length && csv[at] is not (',' or '\r' or '\n'); at++) text.Append(csv[at]);
            while (at < csv.Length && csv[at] is ',' or '\r' or '\n') at++;
            var words = text.ToString();
            if (!quoted && decimal.TryParse(words, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) continue;
            Assert.False(words.TrimStart(' ') is [var first, ..] && Triggers.Contains(first), $"{file}: {words}");
            if (words.StartsWith('\'')) met++;
        }
        return met;
    }

    // A result as a job leaves it.
    async Task PlantSelfCheck()
    {
        var (owner, _) = await platform.Officer(Role.Editor, "zljd");
        const string stored = "selfcheck-hostile";
        await using (var file = platform.Services.GetRequiredService<JobFolder>().Create(stored))
            await new CheckResult(Platform.Now, Platform.Now, "=", [.. Hostile.Select(name => new CheckLine(CheckRule.Links, CheckVerdict.Deduction, name, name))]).Write(file, Cancelled);
        var job = new Job { Kind = SelfCheckWork.Kind, Name = "自查", OwnerId = owner.Id, OwnerName = owner.Name, AgencyId = owner.AgencyId, OrderedAt = Platform.Now };
        job.End(new(JobState.Done, "") { Result = new(stored, "自查结果.json", 1) }, Platform.Now);
        await platform.In(async store =>
        {
            store.Add(job);
            await store.SaveChangesAsync(Cancelled);
        });
    }

    async Task Plant() => await platform.In(async store =>
    {
        var agency = await store.Agencies.WithCode("zljd").Select(one => one.Id).SingleAsync(Cancelled);
        var (department, day) = (new Department { AgencyId = agency, Name = "=科室" }, new DateOnly(2026, 5, 6));
        var series = new NumberSeries { AgencyId = agency, Name = "=文种", Word = "质安", FirstYear = 2026, FirstNumber = 1 };
        var column = new DisclosureColumn { AgencyId = agency, Slug = "qian", Name = "=栏目", Description = "=", Keywords = "=", Type = "=", Kind = ColumnKind.Statutory, Category = ItemCategory.Work };
        store.AddRange(department, series, column);
        // Whoever plants at the same bureau before takes numbers too.
        var number = await store.NextEntryNumber(agency);
        foreach (var (i, name) in Hostile.Index())
        {
            var person = new Person { AgencyId = agency, DepartmentId = department.Id, Name = name, Telephone = name };
            var content = new ItemContent { ColumnId = column.Id, Title = name, DocumentNumber = name, Issuer = name, Genre = Genre.Notice, FormedOn = day };
            var item = new InformationItem { AgencyId = agency };
            item.Prepare(content, day);
            store.AddRange(item, new ItemVersion { AgencyId = agency, ItemId = item.Id, Number = 1, AuthorId = null, AuthorName = name, BegunAt = Platform.Now }.Write(content));
            store.Add(new CatalogueEntry { AgencyId = agency, Number = number + i }.Write(new() { First = name, Second = name, Times = [TimeRule.Usual] }, column.Id, department.Id, day));
            store.AddRange(new ItemPublication { AgencyId = agency, ItemId = item.Id, Channel = Gongkai.Rules.Disclosure.Channel.NoticeBoard, Place = name, On = day, ByName = name },
                new HandoverBatch { AgencyId = agency, Receiver = ReadingPlace.Library, ReceiverName = name, On = day, ByName = name, Through = Platform.Now, ThroughId = item.Id, Count = 1, Withdrawn = 0 });
            store.AddRange(person,
                new Post { AgencyId = agency, PersonId = person.Id, DepartmentId = department.Id, Title = name, Rank = Rank.Staff, From = day },
                new Duty { AgencyId = agency, Name = name, Kind = DutyKind.Other, Basis = name, From = day },
                new Meeting { AgencyId = agency, Kind = MeetingKind.Special, Title = name, Place = name, On = day },
                new WorkTask { AgencyId = agency, DepartmentId = department.Id, PersonId = person.Id, Title = name, DueOn = day, GivenByName = name, GivenById = null, GivenAt = Platform.Now },
                new Account { SignInName = $"x{Handle.Next()}", Name = name, AgencyId = agency, Stamp = Handle.Next().ToString() },
                new RemedyCase { AgencyId = agency, RequestId = null, Kind = RemedyKind.Reconsideration, Role = RespondentRole.OriginalAgency, Procedure = ReviewProcedure.Ordinary, AcceptedOn = day, CaseNumber = name, Body = name },
                new TakenNumber { AgencyId = agency, SeriesId = series.Id, Year = 2026, Number = i + 1, Text = $"质安〔2026〕{i + 1}号", DocumentDate = day, Subject = name, TakenAt = Platform.Now, TakenBy = name });
        }
        var act = new Act(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, agency);
        foreach (var name in Hostile)
            foreach (var kind in Enum.GetValues<RegisterKind>())
            {
                var row = RegisterFields.New(kind, agency);
                (row.Number, row.Title, row.On) = (name, name, day);
                store.Add(row);
                if (kind == RegisterKind.Power) store.HandIn(name, [row], act);
            }
        await store.Save(act);
        foreach (var name in Hostile) await Catalogue.Disclosed.Publish(store, agency, new() { ColumnId = column.Id, Title = name, DocumentNumber = name, Issuer = name, Genre = Genre.Normative, FormedOn = day });
        await store.Write(act, async () =>
        {
            foreach (var name in Hostile)
            {
                var taken = await store.TakeIn(new()
                {
                    Agency = agency, Channel = Gongkai.Rules.Requests.Channel.InPerson, Kind = ApplicantKind.Person, Submitted = day, Received = day, MaskedName = name, Wanted = new() { Name = name },
                    Applicant = id => new() { RequestId = id, Name = new("sealed"), Paper = IdentityPaper.Other },
                }, act);
                store.Add(new DisclosureSuggestion { AgencyId = agency, RequestId = taken.Request.Id, Ground = SuggestionGround.WideKnowledge, ByApplicant = true, SuggestedOn = day });
            }
        });
    });
}

using Gongkai.App.Access;
using Gongkai.App.Tests.Accounts;
using Gongkai.Documents.Templates;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.AnnualReports;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Disclosure.Channels;
using Gongkai.Records.Files;
using Gongkai.Records.Jobs;
using Gongkai.Records.Numbers;
using Gongkai.Records.Organizations;
using Gongkai.Records.Registers;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Gongkai.Records.Requests.Letters;
using Gongkai.Records.Reviews;
using Gongkai.Records.Templates;
using Gongkai.Rules.Access;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Organizations;
using Gongkai.Rules.Registers;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Gongkai.Rules.Reviews;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Office;

/// <summary>One object of each kind that an address of the office can name: of one's own agency, of another's, and of another department.</summary>
sealed class Samples
{
    /// <param name="Own">Of the demo bureau, in the department of <see cref="Limited"/> where it is of one.</param>
    /// <param name="Theirs">Another agency's; or, where it is a person's own, a colleague's.</param>
    /// <param name="Beside">Of another department of the demo bureau.</param>
    /// <param name="Opens">Whether its own page opens in the state that it is in.</param>
    /// <param name="Missing">A name that nothing has, where it is no handle.</param>
    public sealed record Sample(string Own, string Theirs, string? Beside = null, bool Opens = true, string? Missing = null);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    Guid agency, department;

    /// <summary>By the first word of the address after /office.</summary>
    public IReadOnlyDictionary<string, Sample> Known { get; private set; } = new Dictionary<string, Sample>();

    public static async Task<Samples> Make(Door door)
    {
        var samples = new Samples();
        await door.In(async store =>
        {
            Guid own = await Id(store, "zjj"), theirs = await Id(store, "cgj");
            var (mine, beside, other) = (new Kinds(store, door, own), new Kinds(store, door, own), new Kinds(store, door, theirs));
            foreach (var kinds in (Kinds[])[mine, beside, other]) await kinds.Make();
            // So that each chain has an entry with the number 2.
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, own));
            await store.Note(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, theirs), "nothing");
            (samples.agency, samples.department) = (own, mine.Department.Id);
            samples.Known = mine.Names.ToDictionary(pair => pair.Key, pair => new Sample(pair.Value, other.Names[pair.Key], beside.Names[pair.Key], Opens: pair.Key is not ("jobs" or "import")));
        });
        return samples.With("organization", new("zjj", "cgj", Missing: "nowhere")).With("trail", new("zjj", "cgj", Missing: "nowhere"));
    }

    /// <summary>An account with one role in the department of the samples.</summary>
    public async Task<Account> Limited(Door door, Role role)
    {
        Account account = null!;
        await door.In(async store =>
        {
            account = new() { SignInName = $"t{Handle.Next()}", Name = "测试", AgencyId = agency, Stamp = Handle.Next().ToString() };
            store.AddRange(account, new Grant { AccountId = account.Id, Role = role, AgencyId = agency, DepartmentId = department, GrantedAt = Platform.Now });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        return account;
    }

    Samples With(string key, Sample sample)
    {
        Known = new Dictionary<string, Sample>(Known) { [key] = sample };
        return this;
    }

    static Task<Guid> Id(Store store, string code) => store.Agencies.WithCode(code).Select(one => one.Id).SingleAsync(Cancelled);

    /// <summary>One of each kind, of one agency and one department.</summary>
    sealed class Kinds(Store store, Door door, Guid agency)
    {
        readonly string tail = Handle.Next().ToString()[..8];

        public Department Department { get; private set; } = null!;
        public Dictionary<string, string> Names { get; } = [];

        public async Task Make()
        {
            Department = new() { AgencyId = agency, Name = $"样例科{tail}", Order = 950 };
            var person = new Person { AgencyId = agency, DepartmentId = Department.Id, Name = $"演示·{tail}", Order = 950 };
            var duty = new Duty { AgencyId = agency, Name = $"样例职责{tail}", Kind = DutyKind.Other, Basis = "样例", From = new(2026, 1, 1) };
            var task = new WorkTask { AgencyId = agency, Title = $"样例任务{tail}", DepartmentId = Department.Id, PersonId = person.Id, DueOn = new(2026, 6, 20), GivenById = null, GivenByName = "测试", GivenAt = Platform.Now };
            var meeting = new Meeting { AgencyId = agency, Kind = MeetingKind.Special, Title = $"样例会议{tail}", On = new(2026, 5, 1) };
            var group = new LeadingGroup { AgencyId = agency, Name = $"样例小组{tail}", OfficeId = Department.Id, From = new(2020, 1, 1) };
            group.End(new(2021, 1, 1));
            var account = new Account { SignInName = $"t{tail}", Name = "样例", AgencyId = agency, Stamp = "s" };
            var series = new NumberSeries { AgencyId = agency, Name = $"样例文{tail}", Word = $"样{tail}" };
            var number = new TakenNumber { AgencyId = agency, SeriesId = series.Id, Year = 2026, Number = 1, Text = $"样{tail}〔2026〕1号", DocumentDate = new(2026, 6, 1), Subject = "样例", TakenAt = Platform.Now, TakenBy = "测试" };
            var proof = StoredFile.Of(door.Files.Put(System.Text.Encoding.UTF8.GetBytes(tail)), "样例.txt", "text/plain", ("task", task.Id), agency, Scan.NotConfigured, Platform.Now);
            var template = Guid.CreateVersion7();
            var text = StoredFile.Of(door.Files.Put(DefaultTemplate.Of(LetterKinds.TaskOrder)), "样例.docx", "application/docx", (LetterTemplate.FileKind, template), agency, Scan.NotConfigured, Platform.Now);
            var version = LetterTemplate.Next(template, text.Id, agency, LetterKinds.TaskOrder.Code, await store.LetterTemplates.LastVersion(agency, LetterKinds.TaskOrder.Code), "样例", false, Platform.Now);
            var synonym = new Gongkai.Records.Search.SearchSynonym { AgencyId = agency, Words = [$"样例词{tail}", $"样例语{tail}"], ChangedAt = Platform.Now };
            var job = new Job { Kind = "trail.verify", Name = "样例", OwnerId = account.Id, OwnerName = "样例", AgencyId = agency, OrderedAt = Platform.Now };
            var review = new RemedyCase { AgencyId = agency, RequestId = null, Kind = RemedyKind.Reconsideration, Role = RespondentRole.OriginalAgency, Procedure = ReviewProcedure.Ordinary, AcceptedOn = new(2018, 5, 1), CaseNumber = $"样{tail}号", Body = "样例" };
            var licence = new LicenceDecision { AgencyId = agency, Number = $"样许{tail}", Title = "样例许可", On = new(2026, 5, 25), Content = "样例" };
            licence.Name("样例公司", PartyKind.Organization);
            var handedIn = new LicenceDecision { AgencyId = agency, Number = $"样许{tail}批", Title = "样例许可", On = new(2026, 5, 25), Content = "样例" };
            handedIn.Name("样例公司", PartyKind.Organization);
            var document = new NormativeDocument { AgencyId = agency, Number = $"样规{tail}", Title = "样例办法", On = new(2026, 5, 25) };
            store.AddRange(licence, handedIn, document);
            var batch = store.HandIn($"样例批次{tail}", [handedIn], new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
            store.AddRange(review, Department, person, duty, new DutyAssignment { DutyId = duty.Id, DepartmentId = Department.Id, PersonId = person.Id, From = new(2026, 1, 1) }, task, meeting, group, account, series, number, proof, text, version, job, synonym);
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
            var (request, letter, suggestion) = await Case();
            // A picture of one point, in which something would be covered.
            var original = StoredFile.Of(door.Files.Put(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAYAAAAGCAAAAADFp7CUAAAADklEQVR4nGP4DwYMhCkA8VQj3S7lL6QAAAAASUVORK5CYII=")), "样例.png", "image/png", (RequestPapers.ToRelease, request.Request.Id), agency, Scan.NotConfigured, Platform.Now);
            var redaction = new CaseRedaction { AgencyId = agency, RequestId = request.Request.Id, BegunByName = "测试", BegunAt = Platform.Now };
            redaction.Take(original.Id, 1);
            store.AddRange(original, redaction);
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
            var identity = StoredFile.Of(door.Files.Put(System.Text.Encoding.UTF8.GetBytes($"证件{tail}"), seal: true), "样例.png", "image/png", (RequestFiles.Proof, request.Request.Id), agency, Scan.NotConfigured, Platform.Now);
            store.Add(identity);
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, agency));
            var (item, column, entry) = await Item();
            var publication = new ItemPublication { AgencyId = agency, ItemId = item.Id, Channel = Gongkai.Rules.Disclosure.Channel.NoticeBoard, Place = "样例公开栏", On = new(2026, 5, 26), ByName = "测试" };
            var handover = new HandoverBatch { AgencyId = agency, Receiver = ReadingPlace.Library, ReceiverName = $"样例图书馆{tail}", On = new(2026, 5, 27), ByName = "测试", Through = Platform.Now, ThroughId = item.Id, Count = 1, Withdrawn = 0 };
            store.AddRange(publication, handover, new HandoverEntry { BatchId = handover.Id, ItemId = item.Id, Version = 1, IsWithdrawal = false });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, agency));
            (string Key, Handle Handle)[] made =
            [
                ("items", item.Handle), ("channels", publication.Handle), ("channels/handovers", handover.Handle), ("search", synonym.Handle),
                ("columns", column.Handle), ("catalogue", entry.Handle),
                ("items", item.Handle), ("channels", publication.Handle), ("channels/handovers", handover.Handle),
                ("departments", Department.Handle), ("people", person.Handle), ("duties", duty.Handle), ("tasks", task.Handle), ("meetings", meeting.Handle), ("group", group.Handle), ("accounts", account.Handle),
                ("requests", request.Request.Handle), ("letters", letter.Handle), ("redactions", redaction.Handle), ("suggestions", suggestion.Handle), ("numbers/series", series.Handle), ("numbers", number.Handle), ("files", proof.Handle), ("proofs", identity.Handle), ("templates", version.Handle), ("jobs", job.Handle), ("import", job.Handle), ("reports", await Draft()), ("reviews", review.Handle), ("registers", licence.Handle), ("registers/normative", document.Handle), ("batches", batch.Handle),
            ];
            foreach (var (key, handle) in made) Names[key] = handle.ToString();
        }

        async Task<(CaseFile, CaseLetter, DisclosureSuggestion)> Case()
        {
            var act = new Act(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, agency);
            var vault = new Vault(door.Services.GetRequiredService<IDataProtectionProvider>(), store);
            CaseFile file = null!;
            CaseLetter letter = null!;
            DisclosureSuggestion suggestion = null!;
            await store.Write(act, async () =>
            {
                file = await store.TakeIn(new()
                {
                    Agency = agency, Channel = Gongkai.Rules.Requests.Channel.InPerson, Kind = ApplicantKind.Person, Submitted = new(2026, 5, 25), Received = new DateOnly(2026, 5, 25), MaskedName = "示*", Wanted = new() { Name = $"样例信息{tail}" },
                    Applicant = id => new() { RequestId = id, Name = vault.Seal("示例"), Paper = IdentityPaper.ResidentCard },
                }, act);
                file.Add(new CaseFact.Routed(new(2026, 5, 25), Department.Id, new(2026, 6, 10)), act);
                letter = new() { AgencyId = agency, RequestId = file.Request.Id, Kind = RequestLetter.ExtensionNotice, AuthorId = null, AuthorName = "测试", DraftedAt = Platform.Now, Says = new() { Reasons = "样例" }, Days = 20 };
                suggestion = new() { AgencyId = agency, RequestId = file.Request.Id, Ground = SuggestionGround.WideKnowledge, ByApplicant = true, SuggestedOn = new(2026, 5, 25) };
                store.AddRange(letter, suggestion);
            });
            return (file, letter, suggestion);
        }

        async Task<(InformationItem, DisclosureColumn, CatalogueEntry)> Item()
        {
            var column = new DisclosureColumn { AgencyId = agency, Slug = tail.ToLowerInvariant(), Name = $"样例栏目{tail}", Description = "样例", Keywords = "样例", Type = "通知公告", Kind = ColumnKind.Statutory, Category = ItemCategory.Work, Order = 950 };
            var content = new ItemContent { ColumnId = column.Id, Title = $"样例信息{tail}", Issuer = "样例", Genre = Genre.Notice, FormedOn = new(2026, 5, 25), Html = "<p>样例</p>", Plain = "样例" };
            var item = new InformationItem { AgencyId = agency };
            item.Prepare(content, new(2026, 6, 25));
            var entry = new CatalogueEntry { AgencyId = agency, Number = await store.NextEntryNumber(agency) }.Write(new() { First = "样例", Second = $"事项{tail}", Times = [TimeRule.Usual] }, column.Id, null, new(2026, 1, 1));
            store.AddRange(entry, column, item, new ItemVersion { AgencyId = agency, ItemId = item.Id, Number = 1, AuthorId = null, AuthorName = "测试", BegunAt = Platform.Now }.Write(content));
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, agency));
            return (item, column, entry);
        }

        // A year of its own for each, long past.
        async Task<Handle> Draft()
        {
            var year = 2008 + await store.ReportDrafts.OfAgency(agency).CountAsync(draft => draft.Year < 2019, Cancelled);
            var home = await store.Agencies.SingleAsync(one => one.Id == agency, Cancelled);
            var draft = (await store.BeginDraft(home, year, new(null, "测试", Platform.Now))).Draft;
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now, agency));
            return draft.Handle;
        }
    }
}

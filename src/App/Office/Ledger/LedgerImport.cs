using Gongkai.App.Access;
using Gongkai.App.Office.Imports;
using Gongkai.Records;
using Gongkai.Records.Calendars;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Records.Reviews;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Reviews;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Ledger;

/// <summary>Requests from a ledger that was kept elsewhere (导入台账): a row becomes a request with its file, if the law allows each step. A number that is there already stays as it is.</summary>
public sealed class LedgerImport(IDataProtectionProvider protection) : IImport
{
    static readonly Dictionary<string, ApplicantKind> Kinds = Enum.GetValues<ApplicantKind>().ToDictionary(kind => kind.Name);
    static readonly Dictionary<string, Channel> Channels = Enum.GetValues<Channel>().ToDictionary(channel => channel.Name);
    static readonly Dictionary<string, Outcome> Outcomes = Enum.GetValues<Outcome>().ToDictionary(outcome => outcome.Name);
    static readonly Dictionary<string, Service> Ways = Enum.GetValues<Service>().ToDictionary(by => by.Name);

    public string Code => "ledger";
    public string Name => "依申请公开台账";
    public string About => "把以前的台账逐行登记为申请，办理日期按条例逐项核对，不合规定的行不导入并说明原因。收件编号已经登记过的行不再导入，也不改动。申请人姓名加密保存；已经脱敏的只保存脱敏后的样子。";
    public Permission Permission => Permission.RegisterRequests;
    public Deed Deed => RequestDeeds.LedgerImported;
    public (string, string) Seen => (Statistics.Index.Path, "台账与统计");
    public bool RowsSpeakOfEachOther => false;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(LedgerColumns.Number, "本单位原来的收件编号，不重复，最多 20 个字。", "2024-001") { Must = true, Longest = 20 },
        new(LedgerColumns.Submitted, "申请人提交的日期；不填按收到日期。", "2024-03-04"),
        new(LedgerColumns.Received, "收到申请之日（条例第三十一条）；还没有确认收到的不填。", "2024-03-04"),
        new(LedgerColumns.Applicant, "申请人姓名或者名称，加密保存。", "示例甲") { Must = true, Longest = 100 },
        new(LedgerColumns.Kind, $"填其中之一：{string.Join("、", Kinds.Keys)}。", "自然人") { Must = true },
        new(LedgerColumns.Channel, $"填其中之一：{string.Join("、", Channels.Keys)}。", "互联网") { Must = true },
        new(LedgerColumns.Subject, "申请内容。", "2023年某路12号危险房屋鉴定报告") { Must = true, Longest = InformationRequest.LongestWanted },
        new(LedgerColumns.Department, "承办科室的名称，须已登记。", "示例科"),
        new(LedgerColumns.CorrectionAsked, "告知补正的日期。", ""),
        new(LedgerColumns.CorrectionUntil, "补正的最后一天；不填按告知后 10 个工作日。", ""),
        new(LedgerColumns.Corrected, "收到补正件的日期。", ""),
        new(LedgerColumns.Extended, "告知延期的日期。", ""),
        new(LedgerColumns.ExtendedBy, "延长的工作日，1 到 20；不填按 20。", ""),
        new(LedgerColumns.FeeNoticed, "申请人收到收费通知的日期。", ""),
        new(LedgerColumns.Yuan, "收费金额，元。", ""),
        new(LedgerColumns.FeePaid, "缴费的日期。", ""),
        new(LedgerColumns.Outcome, "办理结果，写法见系统导出的台账，例如：予以公开、部分公开、政府信息不存在。", "予以公开"),
        new(LedgerColumns.Decided, "审签的日期；不填按答复日期。", "2024-03-20"),
        new(LedgerColumns.Ended, "答复完成（签收、交邮、发送）或者撤回的日期；没有办结的不填。", "2024-03-21"),
        new(LedgerColumns.By, $"填其中之一：{string.Join("、", Ways.Keys)}。不填按邮寄送达。", "邮寄送达"),
        new(LedgerColumns.PostNumber, "答复邮寄的挂号或者快递单号。", "") { Longest = LedgerAnswer.LongestPostNumber },
        new(LedgerColumns.LetterNumber, "答复的文号。", "示例公复〔2024〕1号") { Longest = LedgerAnswer.LongestNumber },
        new(LedgerColumns.Filed, "归档的日期。", ""),
        new(LedgerColumns.Reviews, $"对这件申请的复议、诉讼，写成：{RemedyLine.Sample}；没有结果的不写最后一段；几件之间用“；”隔开。", "") { Longest = 2000 },
        new(LedgerColumns.File, "系统导出的台账才有这一列；有的按它登记，不再看上面的日期。", "") { Longest = 4000 },
    ];

    public async Task<ITakeRows> Open(ImportPlace place) => new Taking(place, new Vault(protection, place.Store),
        (await place.Store.DepartmentsOf(place.Agency).ToListAsync()).ToDictionary(one => one.Name, one => one.Id), await place.Store.CalendarOf(place.Agency), await place.Store.TermsOf(place.Agency));

    sealed class Taking(ImportPlace place, Vault vault, Dictionary<string, Guid> departments, WorkingCalendar calendar, IReadOnlyList<RequestTerms> terms) : ITakeRows
    {
        readonly HashSet<string> seen = [];
        readonly HashSet<(RemedyKind, string)> cases = [];

        public async Task<RowTaken> Take(ImportRow row)
        {
            List<RowProblem> problems = [];
            var number = row[LedgerColumns.Number];
            if (!seen.Add(number)) problems.Add(new(LedgerColumns.Number, "这个收件编号在本表前面已经有一行，请只留一行。"));
            var kind = row.OneOf(LedgerColumns.Kind, Kinds, problems);
            var channel = row.OneOf(LedgerColumns.Channel, Channels, problems);
            Guid? department = null;
            if (row.Said(LedgerColumns.Department) is { } named)
                if (departments.TryGetValue(named, out var known)) department = known;
                else problems.Add(new(LedgerColumns.Department, $"没有名为“{named}”的科室，请先登记科室，或者不填。"));
            var facts = FactsOf(row, problems);
            var reviews = ReviewsOf(row, problems);
            if (problems is not []) return RowTaken.Wrong(problems);
            if (LedgerFile.Refused(facts, place.Today, calendar) is var (fact, impediment)) return RowTaken.Wrong(new RowProblem("", $"{FileText.Write([fact])}：{impediment.Reason}"));
            if (await place.Store.Requests.AsNoTracking().OfAgency(place.Agency).SingleOrDefaultAsync(request => request.Number == number) is { } there) return await Same(there, row, facts, reviews);
            if (await Registered(reviews) is { } twice) return RowTaken.Wrong(new RowProblem(LedgerColumns.Reviews, $"案号“{twice}”已经登记过，请核对它是哪一件申请的案件。"));


            var name = row[LedgerColumns.Applicant];
            var masked = name.Contains('*', StringComparison.Ordinal) || kind != ApplicantKind.Person;
            var request = await place.Store.Enter(new(number, kind!.Value, channel!.Value, masked ? name : Mask.Name(name), row[LedgerColumns.Subject], department, facts, new(row.Said(LedgerColumns.LetterNumber), row.Said(LedgerColumns.PostNumber))), place.Agency, place.Today.StartAtOffice, "导入台账", calendar, terms);
            if (!name.Contains('*', StringComparison.Ordinal))
                place.Store.Add(new RequestApplicant { RequestId = request.Id, Name = vault.Seal(name), Paper = kind == ApplicantKind.Person ? IdentityPaper.Other : IdentityPaper.CreditCode });
            foreach (var review in reviews) place.Store.Enter(review, place.Agency, request.Id, new(RequestDeeds.LedgerImported, new(null, "导入台账", ""), place.Today.StartAtOffice));
            return new(true);
        }

        // The same rows a second time change nothing; another file under the same number is not taken in silence.
        async Task<RowTaken> Same(InformationRequest there, ImportRow row, IReadOnlyList<CaseFact> facts, IReadOnlyList<RemedyLine> reviews)
        {
            const string Untouched = "导入不改动已有的案卷，请打开那件申请核对。";
            if (FileText.Write((await place.Store.FactsOf([there.Id]))[there.Id]) != FileText.Write(facts))
                return RowTaken.Wrong(new RowProblem(LedgerColumns.Number, $"这个收件编号已经登记过，办理经过与本行不同。{Untouched}"));
            // What a row does not say changes nothing; what it says otherwise, a person looks at.
            var numbers = (await place.Store.AnswerNumbersOf([there.Id])).GetValueOrDefault(there.Id);
            foreach (var (column, kept) in ((string, string?)[])[(LedgerColumns.LetterNumber, numbers?.Number), (LedgerColumns.PostNumber, numbers?.PostNumber)])
                if (row.Said(column) is { } said && said != kept) return RowTaken.Wrong(new RowProblem(column, $"这个收件编号已经登记过，{column}与本行不同。{Untouched}"));
            if (reviews is not [] && RemedyLine.Write((await place.Store.RemedyLinesOf([there.Id]))[there.Id]) != RemedyLine.Write(reviews))
                return RowTaken.Wrong(new RowProblem(LedgerColumns.Reviews, $"这个收件编号已经登记过，复议、诉讼与本行不同。{Untouched}"));
            return new(false);
        }

        async Task<string?> Registered(IReadOnlyList<RemedyLine> reviews)
        {
            foreach (var one in reviews)
                if (!cases.Add((one.Kind, one.CaseNumber)) || await place.Store.Reviews.OfAgency(place.Agency).AnyAsync(there => there.Kind == one.Kind && there.CaseNumber == one.CaseNumber)) return one.CaseNumber;
            return null;
        }

        // Each case is asked what its register asks.
        IReadOnlyList<RemedyLine> ReviewsOf(ImportRow row, List<RowProblem> problems)
        {
            if (row.Said(LedgerColumns.Reviews) is not { } text) return [];
            var (lines, unread) = RemedyLine.Read(text);
            if (unread is not null) problems.Add(new(LedgerColumns.Reviews, $"“{unread}”看不懂，请写成：{RemedyLine.Sample}；或者留空，到“复议诉讼”中登记。"));
            foreach (var line in lines)
                if (line.AcceptedOn > place.Today || line.ResultOn > place.Today) problems.Add(new(LedgerColumns.Reviews, $"案号“{line.CaseNumber}”的日期还没有到，请核对。"));
                else if (line.Result is { } result && new RemedyState(line.Kind, line.AcceptedOn).ToConcluding(result, line.ResultOn!.Value, line.PerformanceDue) is { } impediment) problems.Add(new(LedgerColumns.Reviews, $"案号“{line.CaseNumber}”：{impediment.Reason}"));
            return lines;
        }

        IReadOnlyList<CaseFact> FactsOf(ImportRow row, List<RowProblem> problems)
        {
            if (row.Said(LedgerColumns.File) is { } text)
            {
                var (file, unread) = FileText.Read(text);
                if (unread is not null) problems.Add(new(LedgerColumns.File, $"“{unread}”看不懂，请按系统导出的写法填写，或者删去这一列。"));
                else if (file is not [CaseFact.Submitted, ..]) problems.Add(new(LedgerColumns.File, "办理经过要从“提交”开始。"));
                return file;
            }
            var days = new LedgerDays
            {
                Submitted = row.Day(LedgerColumns.Submitted, problems), Received = row.Day(LedgerColumns.Received, problems),
                CorrectionAsked = row.Day(LedgerColumns.CorrectionAsked, problems), CorrectionUntil = row.Day(LedgerColumns.CorrectionUntil, problems), Corrected = row.Day(LedgerColumns.Corrected, problems),
                Extended = row.Day(LedgerColumns.Extended, problems), ExtendedBy = row.WholeNumber(LedgerColumns.ExtendedBy, Clock.LongestExtension, problems),
                FeeNoticed = row.Day(LedgerColumns.FeeNoticed, problems), Yuan = row.WholeNumber(LedgerColumns.Yuan, 1_000_000, problems), FeePaid = row.Day(LedgerColumns.FeePaid, problems),
                Outcome = row.OneOf(LedgerColumns.Outcome, Outcomes, problems), Decided = row.Day(LedgerColumns.Decided, problems), Ended = row.Day(LedgerColumns.Ended, problems),
                By = row.OneOf(LedgerColumns.By, Ways, problems), Filed = row.Day(LedgerColumns.Filed, problems),
            };
            if (days.Submitted is null && days.Received is null) problems.Add(new(LedgerColumns.Received, "请填写提交日期或者收到日期。"));
            if (days.Ended is not null && days.Outcome is null) problems.Add(new(LedgerColumns.Outcome, "已经答复的，请填写答复类型。"));
            return problems is [] ? days.ToFile(calendar) : [];
        }
    }
}

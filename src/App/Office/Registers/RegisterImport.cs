using Gongkai.App.Access;
using Gongkai.App.Office.Imports;
using Gongkai.Records;
using Gongkai.Records.Calendars;
using Gongkai.Records.Organizations;
using Gongkai.Records.Registers;
using Gongkai.Rules;
using Gongkai.Rules.Access;
using Gongkai.Rules.Organizations;
using Gongkai.Rules.Registers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Registers;

/// <summary>A register from a list: headings by label, by exchange code (双公示), or as the field set of 2016 had them. A row is known by its number, a decision also by its party.</summary>
public sealed class RegisterImport(RegisterKind kind, IDataProtectionProvider protection) : IImport
{
    const string Department = "承办科室", Marks = "备注";

    public string Code => kind.Code;
    public string Name => kind.Name;
    public string About => $"登记或修改{kind.Name}。编号{(kind.IsDecision ? "和相对人" : "")}相同的视为同一条；空着的格子不改原来的内容。正在审核和已经公开的记录不改动。{(kind is RegisterKind.Licence or RegisterKind.Penalty ? "列名可以用中文名称、双公示交换名（如 " + RegisterFields.Of(kind)[0].Code + "），也可以用 2016 年的数据项。证件号码加密保存，不公开。" : "")}";
    public Permission Permission => Permission.KeepRegisters;
    public Deed Deed => RegisterDeeds.Imported;
    public (string, string) Seen => (RegisterPlaces.Of(kind), kind.Name);
    public bool RowsSpeakOfEachOther => false;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        // The number is what a row is about.
        .. RegisterFields.Of(kind).OrderBy(field => field.Key != "number").Select(field => new ImportColumn(field.Label, AboutOf(field), field.Sample)
        {
            Must = field.Key is "number" or "party" or "on", Longest = field.Longest, Also = [.. field.Code is { } code ? (string[])[code] : [], .. field.Older],
        }),
        new(Department, "承办科室的名称，须已登记；不填为不指明。", ""),
    ];

    public async Task<ITakeRows> Open(ImportPlace place)
    {
        var agency = await place.Store.Agencies.AsNoTracking().SingleAsync(one => one.Id == place.Agency);
        return new Taking(kind, place, agency, new Vault(protection, place.Store), (await place.Store.DepartmentsOf(place.Agency).AsNoTracking().ToListAsync()).ToDictionary(one => one.Name, one => one.Id),
            await place.Store.CalendarOf(place.Agency), await place.Store.RegisterTermsOf(place.Agency), (agency.Level, agency.Kind) is (Level.National, _) or (Level.Provincial or Level.Municipal, AgencyKind.Government));
    }

    static string AboutOf(RegisterField field) => field.Hint ?? field.Kind switch
    {
        FieldKind.Day => "日期，如 2026-03-02。",
        FieldKind.Choice => $"填其中之一：{string.Join("、", field.Choices)}。",
        FieldKind.Flag => "填“是”或“否”，不填按“否”。",
        FieldKind.Line or FieldKind.Text or FieldKind.TenThousands or FieldKind.Yuan or FieldKind.Secret => $"最多 {field.Longest} 个字。",
    };

    sealed class Taking(RegisterKind kind, ImportPlace place, Agency agency, Vault vault, Dictionary<string, Guid> departments, WorkingCalendar calendar, IReadOnlyList<RegisterTerms> terms, bool mayMakeRules) : ITakeRows
    {
        readonly HashSet<string> seen = [];
        readonly Dictionary<string, RegisterField> fields = RegisterFields.Of(kind).ToDictionary(field => field.Label);

        public async Task<RowTaken> Take(ImportRow row)
        {
            var typed = fields.Where(field => row.Said(field.Key) is not null).ToDictionary(field => field.Value.Key, field => row.Said(field.Key));
            if (!typed.ContainsKey("remark") && row.Said(Marks) is { } remark) typed["remark"] = remark;
            Complete(typed);
            List<RowProblem> problems = [];
            Guid? department = null;
            if (row.Said(Department) is { } named)
                if (departments.TryGetValue(named, out var known)) department = known;
                else problems.Add(new(Department, $"没有名为“{named}”的科室，请先登记科室，或者不填。"));
            var key = $"{typed.GetValueOrDefault("number")}|{typed.GetValueOrDefault("party")}|{(kind == RegisterKind.Receipt ? typed.GetValueOrDefault("title") : "")}";
            if (!seen.Add(key)) problems.Add(new(fields.Values.First(field => field.Key == "number").Label, "这一条在本表前面已经有一行，请只留一行。"));

            var there = await Find(typed);
            SkipOwnName(there, typed);
            if (there?.State.ToChanging is { } bar) return Same(there, typed) ? new(false) : RowTaken.Wrong(new RowProblem("", bar.Reason));
            var taken = there ?? RegisterFields.New(kind, place.Agency);
            var before = there is null ? null : RegisterFields.Of(kind).Where(field => field.Kind != FieldKind.Secret).Select(field => field.Typed(there)).ToList();
            if (there is not null) SkipKnownNumbers(there, typed);
            foreach (var missing in there is null ? fields.Values.Where(field => field.Must && !typed.ContainsKey(field.Key)) : []) problems.Add(new(missing.Label, $"请填写{missing.Label}。"));
            foreach (var (field, sentence) in RegisterTyping.Take(taken, typed, vault.Seal).ToList()) problems.Add(new(LabelOf(field), sentence));
            if (problems is []) problems.AddRange(RegisterChecks.Faults(taken, place.Today, mayMakeRules).Select(fault => new RowProblem(LabelOf(fault.Field), fault.Sentence)));
            if (problems is not [])
            {
                if (there is not null) await place.Store.Entry(there).ReloadAsync();
                return RowTaken.Wrong(problems);
            }
            taken.DepartmentId = department ?? taken.DepartmentId;
            if (there is null || !before!.SequenceEqual(RegisterFields.Of(kind).Where(field => field.Kind != FieldKind.Secret).Select(field => field.Typed(taken)))) taken.Wrote(null);
            taken.Recount(terms, calendar);
            if (there is null) place.Store.Add(taken);
            return new(there is null);
        }

        // What the two field sets leave to be understood.
        static void Complete(Dictionary<string, string?> typed)
        {
            if (!typed.ContainsKey("title") && typed.GetValueOrDefault("item") is { } item) typed["title"] = item;
            if (!typed.ContainsKey("partyKind") && (typed.ContainsKey("party") || typed.ContainsKey("paperNumber")))
                typed["partyKind"] = typed.ContainsKey("paperNumber") ? PartyKind.Person.Name : typed.GetValueOrDefault("credit")?.StartsWith("92", StringComparison.Ordinal) == true ? PartyKind.SoleTrader.Name : PartyKind.Organization.Name;
        }

        // 不填按本机关: what goes out says whose it is, and says nothing else when it comes in again.
        void SkipOwnName(RegisterRow? there, Dictionary<string, string?> typed)
        {
            if (there is not DecisionRow decision) return;
            foreach (var (field, kept, own) in ((string, string?, string?)[])[("authority", decision.Authority, agency.Name), ("source", decision.Source, agency.Name), ("authorityCode", decision.AuthorityCode, agency.CreditCode), ("sourceCode", decision.SourceCode, agency.CreditCode)])
                if (kept is null && typed.TryGetValue(field, out var said) && said == own) typed.Remove(field);
        }

        // Sealing makes another text each time; the same number is not written again.
        void SkipKnownNumbers(RegisterRow there, Dictionary<string, string?> typed)
        {
            foreach (var field in fields.Values.Where(field => field.Kind == FieldKind.Secret))
                if (typed.TryGetValue(field.Key, out var said) && field.Read(there) is Sealed kept && vault.Read(kept) == Typed.Narrow(said)) typed.Remove(field.Key);
        }

        bool Same(RegisterRow there, Dictionary<string, string?> typed) => fields.Values.Where(field => field.Kind != FieldKind.Secret && typed.ContainsKey(field.Key))
            .All(field => field.Parse(typed[field.Key]) is (var value, null) && Equals(value, field.Read(there)));

        async Task<RegisterRow?> Find(Dictionary<string, string?> typed)
        {
            var number = typed.GetValueOrDefault("number");
            var rows = await place.Store.Register(kind).OfAgency(place.Agency).Valid.Where(one => one.Number == number).ToListAsync();
            var party = typed.GetValueOrDefault("party");
            // A file that went out masked comes in again: the masked name is that of the row, and takes nothing from it.
            if (rows.TrueForAll(one => (one as DecisionRow)?.PartyName != party) && rows.OfType<DecisionRow>().Where(one => one.PartyKind == PartyKind.Person && one.ShownName == party).ToList() is [var masked])
            {
                foreach (var field in fields.Values)
                    if (typed.TryGetValue(field.Key, out var said) && field.Kind is FieldKind.Line or FieldKind.Text && (field.Key == "party" || masked.Shown(field.Typed(masked)) == said)) typed.Remove(field.Key);
                return masked;
            }
            return rows.Find(one => one is DecisionRow decision ? decision.PartyName == party : one is not FeeReceipt || one.Title == typed.GetValueOrDefault("title"));
        }

        string LabelOf(string key) => RegisterFields.Of(kind).FirstOrDefault(field => field.Key == key)?.Label ?? "";
    }
}

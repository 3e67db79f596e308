using Gongkai.Records.Disclosure;
using Gongkai.Rules;
using Gongkai.Rules.Disclosure;
using Gongkai.Rules.Registers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Registers;

/// <summary>A document as table 2 sees it, whether the register says it or the published item does.</summary>
/// <param name="Repealed">By a decision.</param>
/// <param name="Lapsed">By itself: the first day on which it no longer binds.</param>
public readonly record struct DocumentDays(DateOnly Formed, DateOnly? Repealed, DateOnly? Lapsed)
{
    public bool MadeIn(int year) => Formed.Year == year;

    public bool RepealedIn(int year) => Formed.Year <= year && Repealed?.Year == year;

    public bool StandsAfter(int year) => Formed.Year <= year && !(Repealed?.Year <= year) && !(Lapsed?.Year <= year);
}

/// <summary>Joins 规范性文件 on the register to the items that the public reads.</summary>
public static class NormativeJoining
{
    const int Offered = 20;

    public static Genre GenreOf(NormativeKind kind) => kind switch { NormativeKind.Rules => Genre.Rules, NormativeKind.Normative => Genre.Normative };

    /// <summary>文号 and titles as they are compared: brackets and spaces differ from hand to hand.</summary>
    public static string Plain(string? text) => string.Concat(Typed.Narrow(text).Where(sign => !char.IsWhiteSpace(sign)).Select(sign => sign switch { '[' or '【' or '(' => '〔', ']' or '】' or ')' => '〕', _ => sign }));

    public static DocumentDays DaysOf(NormativeDocument row) => new(row.On, row.RepealedOn, row.LapsedOn);

    public static DocumentDays DaysOf(InformationItem item) => new(item.FormedOn, item.Validity == Validity.Repealed ? item.EndedOn : null,
        item.Validity == Validity.Repealed ? null : item.Validity == Validity.Lapsed && item.EndedOn is { } on ? on : item.EndsOn?.AddDays(1));

    /// <summary>Why a row may not be joined to an item.</summary>
    /// <param name="other">Another row that is joined to it.</param>
    public static Impediment? ToJoining(NormativeDocument row, InformationItem item, NormativeDocument? other) =>
        row.VoidedAt is not null ? new("这条登记已经作废。")
        : item.AgencyId != row.AgencyId ? new("只能对应本机关公开的信息。")
        : item.State != ItemState.Published ? new("这条信息现在没有公开，不能对应。")
        : item.Genre != GenreOf(row.NormativeKind) ? new($"公开信息的体裁是“{item.Genre.Name}”，登记的文件种类是“{row.NormativeKind.Name}”，请先改成一致。")
        : other is not null && other.Id != row.Id ? new($"这条公开信息已经与“{other.Number}”的登记对应，请先在那里取消。")
        : item.DocumentNumber is { } number && Plain(number) != Plain(row.Number) ? new($"登记的文号是“{row.Number}”，公开信息的文号是“{number}”，请核对后改成一致。")
        : null;

    /// <summary>In what a row and its item say otherwise.</summary>
    public static IReadOnlyList<string> Differences(NormativeDocument row, InformationItem item)
    {
        var (own, shown) = (DaysOf(row), DaysOf(item));
        List<string> found = [];
        if (item.State != ItemState.Published) found.Add("公开信息已经撤下");
        if (item.Genre != GenreOf(row.NormativeKind)) found.Add($"种类：登记为{row.NormativeKind.Name}，公开为{item.Genre.Name}");
        if (Plain(item.DocumentNumber ?? row.Number) != Plain(row.Number)) found.Add($"文号：登记为{row.Number}，公开为{item.DocumentNumber}");
        if (Plain(item.Title) != Plain(row.Title)) found.Add($"名称：登记为“{row.Title}”，公开为“{item.Title}”");
        if (own.Formed != shown.Formed) found.Add($"成文日期：登记为 {own.Formed:yyyy-MM-dd}，公开为 {shown.Formed:yyyy-MM-dd}");
        if (own.Repealed != shown.Repealed) found.Add($"废止日期：登记为{Day(own.Repealed)}，公开为{Day(shown.Repealed)}");
        if (own.Lapsed != shown.Lapsed) found.Add($"失效日期：登记为{Day(own.Lapsed)}，公开为{Day(shown.Lapsed)}");
        return found;

        static string Day(DateOnly? day) => day is { } known ? $" {known:yyyy-MM-dd}" : "没有";
    }

    extension(Store store)
    {
        /// <summary>The published items that a row may be joined to: of the same number or title, or whose number or title has some words.</summary>
        public async Task<IReadOnlyList<InformationItem>> ItemsFor(NormativeDocument row, string? words)
        {
            var genre = GenreOf(row.NormativeKind);
            var free = store.Items.AsNoTracking().Public().OfAgency(row.AgencyId).Where(item => item.Genre == genre && !store.Normatives.Any(other => other.ItemId == item.Id && other.VoidedAt == null && other.Id != row.Id));
            if (words is not null) return await free.Where(item => item.Title.Contains(words) || item.DocumentNumber!.Contains(words)).OrderByDescending(item => item.FormedOn).ThenBy(item => item.Id).Take(Offered).ToListAsync();
            var (number, title) = (Plain(row.Number), Plain(row.Title));
            return [.. (await free.ToListAsync()).Where(item => Plain(item.DocumentNumber) == number || Plain(item.Title) == title).OrderByDescending(item => Plain(item.DocumentNumber) == number).ThenByDescending(item => item.FormedOn).Take(Offered)];
        }

        /// <summary>The row that an item is joined to.</summary>
        public Task<NormativeDocument?> RowOfItem(Guid item) => store.Normatives.AsNoTracking().Where(row => row.ItemId == item && row.VoidedAt == null).OrderBy(row => row.Id).FirstOrDefaultAsync();
    }
}

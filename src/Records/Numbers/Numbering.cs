using Gongkai.Rules;
using Gongkai.Rules.Numbers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Numbers;

/// <summary>Kinds of acts on document numbers.</summary>
public static class NumberDeeds
{
    public static Deed SeriesOpened { get; } = new("number.series-opened", "新设文号");
    public static Deed SeriesChanged { get; } = new("number.series-changed", "修改文号设置");
    public static Deed Taken { get; } = new("number.taken", "编文号");
    public static Deed Entered { get; } = new("number.entered", "补登文号");
    public static Deed Voided { get; } = new("number.voided", "文号作废");
}

/// <summary>What bears a number: the document's date, and its name and record.</summary>
/// <param name="DocumentDate">成文日期; its year is the number's.</param>
/// <param name="Subject">In words, such as 收件 2026-0112.</param>
/// <param name="SubjectId">The record.</param>
public sealed record NumberUse(DateOnly DocumentDate, string Subject, Guid? SubjectId = null);

/// <summary>Gives document numbers: each once, and none left out.</summary>
public static class Numbering
{
    extension(Store store)
    {
        /// <summary>Takes the next number of a series. It stands or falls with the act around it: one that fails gives its number back.</summary>
        /// <remarks>Only inside <see cref="Store.Write"/>. Whoever takes one of the same series and year meanwhile waits until that act has ended.</remarks>
        public async Task<TakenNumber> TakeNumber(NumberSeries series, NumberUse use, Act act)
        {
            if (store.Database.CurrentTransaction is null) throw new InvalidOperationException("A number is taken inside Store.Write, or it could be lost.");
            if (series.ClosedAt is not null) throw new InvalidOperationException($"文种“{series.Name}”已停用，请先在文号设置里启用，或换一个文种。");
            var year = use.DocumentDate.Year;
            var before = year == series.FirstYear ? series.FirstNumber - 1 : 0;
            await store.Database.ExecuteSqlAsync($"INSERT INTO number_counters (\"SeriesId\", \"Year\", \"Last\") VALUES ({series.Id}, {year}, {before}) ON CONFLICT DO NOTHING");
            int number;
            do
            {
                await store.Set<NumberCounter>().Where(counter => counter.SeriesId == series.Id && counter.Year == year)
                    .ExecuteUpdateAsync(counter => counter.SetProperty(one => one.Last, one => one.Last + 1));
                number = await store.Set<NumberCounter>().Where(counter => counter.SeriesId == series.Id && counter.Year == year).Select(counter => counter.Last).SingleAsync();
            }
            // One that someone wrote in by hand is passed over.
            while (await store.TakenNumbers.AnyAsync(taken => taken.SeriesId == series.Id && taken.Year == year && taken.Number == number));

            return Add(store, series, series.Pattern.Of(year, number), use, act, byHand: false);
        }

        /// <summary>Why a number that someone wrote may not be entered in a series.</summary>
        /// <param name="typed">As it was typed; other brackets and zeros in front are understood.</param>
        public async Task<Impediment?> ToEnterNumber(NumberSeries series, string? typed, DateOnly documentDate)
        {
            if (DocumentNumber.Read(typed) is not { } number) return new($"“{typed?.Trim()}”不像文号，请写成“{series.Pattern.Of(documentDate.Year, 18)}”这样。");
            if (number.Word != series.Word || (number.Suffix ?? "") != series.Suffix) return new($"“{series.Name}”的文号应写成“{series.Pattern.Of(number.Year, number.Number)}”，请核对代字和后缀。");
            if (number.Year != documentDate.Year) return new($"文号的年份是 {number.Year}，成文日期在 {documentDate.Year} 年，两者应当一致。");
            return await store.TakenNumbers.Where(taken => taken.SeriesId == series.Id && taken.Year == number.Year && taken.Number == number.Number)
                .Select(taken => new { taken.Subject, taken.VoidedAt }).SingleOrDefaultAsync() is { } taken
                ? new($"文号 {series.Pattern.Of(number.Year, number.Number)} 已被“{taken.Subject}”使用{(taken.VoidedAt is null ? "" : "（已作废，作废的文号也不能再用）")}，请换一个号。")
                : null;
        }

        /// <summary>Enters a number that was given on paper. Only inside <see cref="Store.Write"/>, after <c>ToEnterNumber</c>.</summary>
        public TakenNumber EnterNumber(NumberSeries series, string typed, NumberUse use, Act act)
        {
            var number = DocumentNumber.Read(typed) ?? throw new FormatException("Not a document number.");
            return Add(store, series, series.Pattern.Of(number.Year, number.Number), use, act, byHand: true);
        }
    }

    static TakenNumber Add(Store store, NumberSeries series, DocumentNumber number, NumberUse use, Act act, bool byHand)
    {
        var taken = new TakenNumber
        {
            AgencyId = series.AgencyId, SeriesId = series.Id, Year = number.Year, Number = number.Number, Text = number.ToString(), DocumentDate = use.DocumentDate,
            Subject = use.Subject, SubjectId = use.SubjectId, ByHand = byHand, TakenAt = act.At, TakenBy = act.By.Name,
        };
        store.Add(taken);
        return taken;
    }
}

using System.Globalization;

namespace Gongkai.App.Ui;

/// <summary>Where a clock becomes a date; rules below take the date.</summary>
public static class Clocks
{
    // China keeps one time, without summer time, since 1991.
    static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    extension(TimeProvider time)
    {
        /// <summary>This moment, in UTC.</summary>
        public DateTimeOffset Now => time.GetUtcNow();

        /// <summary>The date on the wall where the office stands, wherever the machine does.</summary>
        public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Beijing).DateTime);
    }

    /// <summary>A moment as the office reads it: 2026-06-01 20:00.</summary>
    public static string InBeijing(this DateTimeOffset moment) => moment.ToOffset(Beijing).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

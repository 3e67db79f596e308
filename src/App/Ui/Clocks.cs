using System.Globalization;
using Gongkai.Rules;

namespace Gongkai.App.Ui;

/// <summary>Where a clock becomes a date; rules below take the date.</summary>
public static class Clocks
{
    extension(TimeProvider time)
    {
        /// <summary>This moment, in UTC.</summary>
        public DateTimeOffset Now => time.GetUtcNow();

        /// <summary>The date on the wall where the office stands, wherever the machine does.</summary>
        public DateOnly Today => time.GetUtcNow().DayAtOffice;
    }

    /// <summary>A moment as the office reads it: 2026-06-01 20:00.</summary>
    public static string InBeijing(this DateTimeOffset moment) => moment.AtOffice.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

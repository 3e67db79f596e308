namespace Gongkai.Rules;

/// <summary>The office's time (北京时间): a moment as the clock on its wall shows it, wherever the machine stands.</summary>
/// <remarks>China keeps one time, without summer time, since 1991.</remarks>
public static class OfficeTime
{
    static readonly TimeSpan Ahead = TimeSpan.FromHours(8);

    extension(DateTimeOffset moment)
    {
        /// <summary>The same moment, in the office's time.</summary>
        public DateTimeOffset AtOffice => moment.ToOffset(Ahead);

        /// <summary>The date on which it falls there.</summary>
        public DateOnly DayAtOffice => DateOnly.FromDateTime(moment.AtOffice.DateTime);
    }

    extension(DateTime wall)
    {
        /// <summary>The moment at which the clock on the office's wall shows this.</summary>
        public DateTimeOffset OnOfficeClock => new(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), Ahead);
    }

    extension(DateOnly day)
    {
        /// <summary>The moment at which the day begins there.</summary>
        public DateTimeOffset StartAtOffice => new(day, default, Ahead);
    }
}

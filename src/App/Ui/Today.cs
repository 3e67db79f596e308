namespace Gongkai.App.Ui;

public static class Today
{
    // China keeps one time, without summer time, since 1991.
    static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    extension(TimeProvider time)
    {
        /// <summary>The date on the wall where the office stands, wherever the machine does.</summary>
        public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(Beijing).DateTime);
    }
}

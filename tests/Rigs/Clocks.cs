using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.App.Ui;
using Gongkai.Rules;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Rigs;

/// <summary>R7: the machine stands in another zone, its clock jumps, and the year turns. The days are the office's, the numbers begin anew at its midnight, and the trail stays in order.</summary>
/// <remarks>The control asks the machine for the day. The clock is turned by libfaketime.</remarks>
static class Clocks
{
    static readonly string[] Zones = ["UTC", "Asia/Shanghai", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Chatham"];

    static readonly DateTimeOffset Midnight = new(2027, 12, 31, 16, 0, 0, TimeSpan.Zero);

    // A minute before the office's midnight, at five times the speed: time enough to start.
    static readonly DateTimeOffset YearEnd = Midnight.AddMinutes(-1);

    public static async Task<Verdict> Run(int zones, bool control)
    {
        using var ground = new Ground();
        await ground.Prepare();
        var days = new HashSet<string>();
        var turned = true;
        foreach (var zone in Zones.Take(zones))
        {
            var data = Path.Combine(ground.Folder, zone.Replace('/', '-'));
            Ground.Copy(ground.Data, data);
            var said = (await Under(zone, YearEnd, "x5", data, control)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            days.Add(said[0]);
            // Of each number: its year, its place in it, and the moment in UTC.
            var numbers = said[1..].Select(line => line.Split(' ')).Select(words => (Year: int.Parse(words[0], CultureInfo.InvariantCulture), Number: int.Parse(words[1], CultureInfo.InvariantCulture), At: DateTimeOffset.Parse(words[2], CultureInfo.InvariantCulture))).ToList();
            turned &= numbers.All(one => one.Year == (one.At < Midnight ? 2027 : 2028))
                && numbers.GroupBy(one => one.Year).Count() == 2 && numbers.GroupBy(one => one.Year).All(year => year.Select(one => one.Number).SequenceEqual(Enumerable.Range(1, year.Count())));
        }
        // One store whose clock goes a year on, an hour back, to a leap day, and home.
        var jumps = new[] { TimeSpan.FromDays(365), TimeSpan.FromHours(-1), TimeSpan.FromDays(1), TimeSpan.Zero }.Select(jump => TimeProvider.System.GetUtcNow() + jump).Append(new(2028, 2, 28, 15, 59, 40, TimeSpan.Zero));
        foreach (var jump in jumps) await Under("UTC", jump, "", ground.Data, control);
        SqliteConnection.ClearAllPools();
        var books = await Books.Read(ground.Place, new Dictionary<string, string>());
        return new(days.Count == 1 && turned && books.Hold,
            $"{Math.Min(zones, Zones.Length)} zones: {days.Count} calendar(s) of deadlines, the year turns at the office's midnight: {(turned ? "yes" : "no")}; after 5 jumps of the clock {books.Done} numbers, {books}");
    }

    /// <summary>What the process under the turned clock does: it writes down its deadlines, and takes numbers while the year turns.</summary>
    public static async Task Tell(string data, bool local)
    {
        var clock = TimeProvider.System;
        DateOnly Today(DateTimeOffset at) => local ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.Local).DateTime) : at == default ? clock.Today : DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).DateTime);
        var calendar = WorkingCalendar.BuiltIn;
        var table = new StringBuilder();
        for (var at = new DateTimeOffset(2024, 1, 1, 15, 30, 0, TimeSpan.Zero); at.Year < 2027; at = at.AddHours(7)) table.Append(calendar.Add(Today(at), 20).ToString("O", CultureInfo.InvariantCulture));
        Console.WriteLine(Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(table.ToString()))));

        await using var store = Ground.PlaceOf(data).Open();
        var files = Deeds.Files(Path.Combine(data, "files"));
        var turning = clock.GetUtcNow() is var begun && begun > YearEnd.AddMinutes(-1) && begun < Midnight;
        for (var i = 0; turning ? clock.GetUtcNow() < Midnight.AddSeconds(10) : i < 12; i++)
        {
            var now = clock.GetUtcNow();
            var key = $"{now.Ticks}-{i}";
            await Deeds.Do(store, files, key, local ? Today(now) : DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime), now);
            var taken = await store.TakenNumbers.AsNoTracking().SingleAsync(one => one.Subject == key);
            Console.WriteLine($"{taken.Year} {taken.Number} {now:O}");
            await Task.Delay(100);
        }
    }

    static Task<string> Under(string zone, DateTimeOffset at, string speed, string data, bool control)
    {
        var seconds = (long)(at - TimeProvider.System.GetUtcNow()).TotalSeconds;
        return Ground.Run("env", [$"TZ={zone}", "FAKETIME_DONT_FAKE_MONOTONIC=1", "faketime", "-f", $"{(seconds < 0 ? "" : "+")}{seconds}s {speed}".Trim(), "dotnet", Ground.Program, "clock", data, .. control ? ["--local"] : (string[])[]]);
    }
}

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

    // An hour before the office's midnight, and then so close to it that the numbers are taken while it passes.
    static readonly DateTimeOffset[] YearEnd = [Midnight.AddHours(-1), Midnight.AddSeconds(-2)];

    public static async Task<Verdict> Run(int zones, bool control)
    {
        using var ground = new Ground();
        await ground.Prepare();
        var days = new HashSet<string>();
        var turned = true;
        // Side by side: each waits most of the time.
        var told = await Task.WhenAll(Zones.Take(zones).Select(zone =>
        {
            var data = Path.Combine(ground.Folder, zone.Replace('/', '-'));
            Ground.Copy(ground.Data, data);
            return Under(zone, data, YearEnd, control);
        }));
        foreach (var said in told.Select(one => one.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            days.Add(said[0]);
            // Of each number: its year, its place in it, and the moment in UTC.
            var numbers = said[1..].Select(line => line.Split(' ')).Select(words => (Year: int.Parse(words[0], CultureInfo.InvariantCulture), Number: int.Parse(words[1], CultureInfo.InvariantCulture), At: DateTimeOffset.Parse(words[2], CultureInfo.InvariantCulture))).ToList();
            turned &= numbers.All(one => one.Year == (one.At < Midnight ? 2027 : 2028))
                && numbers.GroupBy(one => one.Year).Count() == 2 && numbers.GroupBy(one => one.Year).All(year => year.Select(one => one.Number).SequenceEqual(Enumerable.Range(1, year.Count())));
        }
        // One store whose clock goes a year on, an hour back, to the next day, home, and to a leap day.
        var home = TimeProvider.System.GetUtcNow();
        await Under("UTC", ground.Data, [home.AddDays(365), home.AddHours(-1), home.AddDays(1), home, new(2028, 2, 28, 15, 59, 58, TimeSpan.Zero)], control);
        SqliteConnection.ClearAllPools();
        var books = await Books.Read(ground.Place, new Dictionary<string, string>());
        return new(days.Count == 1 && turned && books.Hold,
            $"{Math.Min(zones, Zones.Length)} zones: {days.Count} calendar(s) of deadlines, the year turns at the office's midnight: {(turned ? "yes" : "no")}; after 5 jumps of the clock {books.Done} numbers, {books}");
    }

    /// <summary>What the process under the turned clock does: it writes down its deadlines, and takes numbers each time the clock has jumped.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="turn">The file by which the clock is turned: by how many seconds.</param>
    /// <param name="moments">Where it jumps to.</param>
    /// <param name="local">Asks the machine for the day: the control.</param>
    public static async Task Tell(string data, string turn, IReadOnlyList<DateTimeOffset> moments, bool local)
    {
        var clock = TimeProvider.System;
        DateOnly Today(DateTimeOffset at) => DateOnly.FromDateTime(local ? TimeZoneInfo.ConvertTime(at, TimeZoneInfo.Local).DateTime : at.ToOffset(TimeSpan.FromHours(8)).DateTime);
        var calendar = WorkingCalendar.BuiltIn;
        var table = new StringBuilder();
        for (var day = new DateTimeOffset(2024, 1, 1, 15, 30, 0, TimeSpan.Zero); day.Year < 2027; day = day.AddHours(7)) table.Append(calendar.Add(Today(day), 20).ToString("O", CultureInfo.InvariantCulture));
        Console.WriteLine(Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(table.ToString()))));

        await using var store = Ground.PlaceOf(data).Open();
        var files = Deeds.Files(Path.Combine(data, "files"));
        var turned = 0L;
        foreach (var moment in moments)
        {
            turned += (long)Math.Round((moment - clock.GetUtcNow()).TotalSeconds);
            await File.WriteAllTextAsync(turn, Turned(turned));
            if ((clock.GetUtcNow() - moment).Duration() > TimeSpan.FromSeconds(30)) throw new InvalidOperationException("The clock does not turn.");
            var crossing = moment == YearEnd[^1];
            var at = moment;
            for (var i = 0; i < 12 || crossing && at < Midnight; i++)
            {
                at = clock.GetUtcNow();
                var key = $"{at.Ticks}-{i}";
                await Deeds.Do(store, files, key, Today(at), at);
                var taken = await store.TakenNumbers.AsNoTracking().SingleAsync(one => one.Subject == key);
                Console.WriteLine($"{taken.Year} {taken.Number} {at:O}");
                await Task.Delay(20);
            }
        }
    }

    static string Turned(long seconds) => string.Create(CultureInfo.InvariantCulture, $"{(seconds < 0 ? "" : "+")}{seconds}s");

    // faketime's own program takes one turn for all time; its library reads the file again at each look at the clock.
    static async Task<string> Under(string zone, string data, IReadOnlyList<DateTimeOffset> moments, bool control)
    {
        var turn = data + ".turn";
        await File.WriteAllTextAsync(turn, Turned(0));
        return await Ground.Run("env", [$"TZ={zone}", "LD_PRELOAD=/usr/$LIB/faketime/libfaketimeMT.so.1", $"FAKETIME_TIMESTAMP_FILE={turn}", "FAKETIME_NO_CACHE=1", "FAKETIME_DONT_FAKE_MONOTONIC=1",
            "dotnet", Ground.Program, "clock", data, turn, .. moments.Select(moment => moment.ToString("O", CultureInfo.InvariantCulture)), .. control ? ["--local"] : (string[])[]]);
    }
}

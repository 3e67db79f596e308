using System.Diagnostics;
using System.Runtime.CompilerServices;
using Npgsql;

namespace Gongkai.Records.Tests;

/// <summary>A PostgreSQL server to make databases on: one that is given, or one that lives as long as this.</summary>
sealed class TestServer(string connection, Process? own)
{
    public string Connection => connection;

    public static TestServer Start() =>
        Environment.GetEnvironmentVariable("GONGKAI_TEST_POSTGRES") is { Length: > 0 } given ? new(given, null) : StartOwn();

    public static TestServer StartOwn()
    {
        var own = Process.Start(new ProcessStartInfo(Path.Combine(Root(), "eng/postgres")) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        return own.StandardOutput.ReadLine() is { } line
            ? new(line, own)
            : throw new InvalidOperationException($"GONGKAI_TEST_POSTGRES names no server, and none could be started: {own.StandardError.ReadToEnd()}");
    }

    /// <summary>Our own server goes as a whole; from another's we clear our databases away.</summary>
    public void Leave(IEnumerable<string> databases)
    {
        if (own is null)
        {
            using var open = new NpgsqlConnection(Connection);
            open.Open();
            foreach (var database in databases)
            {
                using var command = open.CreateCommand();
                command.CommandText = $"DROP DATABASE IF EXISTS {database} WITH (FORCE)";
                command.ExecuteNonQuery();
            }
            return;
        }
        own.StandardInput.Close();
        own.WaitForExit();
        own.Dispose();
    }

    static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../.."));
}

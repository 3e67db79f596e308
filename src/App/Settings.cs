namespace Gongkai.App;

/// <summary>The settings: those that come with the program, then those of this machine, then the environment.</summary>
public static class Settings
{
    /// <summary>The environment variable that names this machine's own file of settings.</summary>
    public const string FileVariable = "GONGKAI_SETTINGS";

    /// <summary>Adds this machine's file, where one is named; what the environment and the arguments say goes before it.</summary>
    /// <exception cref="FileNotFoundException">It is named and not there.</exception>
    public static T AddMachine<T>(this T settings) where T : IConfigurationBuilder
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is not { Length: > 0 } file) return settings;
        var own = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false).Sources.Single();
        // Behind the last of the files, before the environment.
        var place = settings.Sources.ToList().FindLastIndex(source => source is Microsoft.Extensions.Configuration.Json.JsonConfigurationSource) + 1;
        settings.Sources.Insert(place, own);
        return settings;
    }

    /// <summary>The settings of the platform on this machine, read without building the web host.</summary>
    public static IConfiguration OfMachine() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddMachine()
        .AddEnvironmentVariables()
        .Build();
}

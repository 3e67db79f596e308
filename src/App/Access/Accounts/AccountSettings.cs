using Gongkai.App.Ui;
using Gongkai.Rules.Access;

namespace Gongkai.App.Access.Accounts;

/// <summary>How people prove who they are: the section <c>Accounts</c> of the settings.</summary>
public sealed class AccountSettings
{
    /// <summary><c>asvs</c> or <c>mlps3</c>.</summary>
    public string Profile { get; init; } = PasswordProfile.Asvs.Name;

    /// <summary><c>required</c> or <c>offered</c>; where nothing is said, the profile decides.</summary>
    public string? SecondFactor { get; init; }

    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512 (OWASP, 2023: 210,000).</summary>
    public int HashRounds { get; init; } = 210_000;

    /// <summary>Wrong passwords for one name, from devices that it was never used on, before it pauses.</summary>
    public int FailuresPerAccount { get; init; } = 5;

    /// <summary>Wrong passwords from one address, for whatever names.</summary>
    public int FailuresPerSource { get; init; } = 30;

    /// <summary>How long it pauses.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(15);

    public PasswordProfile Rules => PasswordProfile.Named(Profile)!;
    public bool SecondFactorRequired => SecondFactor is null ? Rules.SecondFactor : SecondFactor == "required";

    /// <exception cref="InvalidSettingsException">It says something that it cannot mean.</exception>
    public static AccountSettings Read(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Accounts").Get<AccountSettings>() ?? new();
        if (PasswordProfile.Named(settings.Profile) is null) throw new InvalidSettingsException("设置 Accounts:Profile 只能是 asvs 或 mlps3，请在 appsettings.json 中改正。");
        if (settings.SecondFactor is not (null or "required" or "offered")) throw new InvalidSettingsException("设置 Accounts:SecondFactor 只能是 required 或 offered，请在 appsettings.json 中改正。");
        return settings;
    }
}

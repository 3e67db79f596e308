namespace Gongkai.App.Access.Accounts;

/// <summary>Everything that proves who someone is.</summary>
public static class AccountParts
{
    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(AccountSettings.Read(configuration));
        services.AddSingleton<Passwords>();
        services.AddSingleton<KnownDevices>();
        services.AddScoped<Vault>();
        services.AddSingleton<MarkSecret>();
        services.AddScoped<Marks>();
        services.AddScoped<SigningIn>();
        services.AddScoped<Doorway>();
        services.AddScoped<HalfWay>();
        services.AddScoped<SettingUp>();
        services.AddScoped<FirstStart>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<PasskeyChallenges>();
        services.AddScoped<Passkeys>();
    }
}

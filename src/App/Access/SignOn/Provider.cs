using Gongkai.App.Ui;

namespace Gongkai.App.Access.SignOn;

/// <summary>The identity provider whose word is taken: the section <c>Oidc</c> of the settings.</summary>
public sealed class Provider
{
    /// <summary>The address by which it calls itself (OpenID Connect Discovery 1.0, section 4.3: the issuer is where its metadata stand).</summary>
    public string Authority { get; init; } = "";

    public string ClientId { get; init; } = "";
    public string ClientSecret { get; init; } = "";

    /// <summary>What people call it.</summary>
    public string Name { get; init; } = "统一身份认证";

    /// <summary>The claim that names the person.</summary>
    public string Claim { get; init; } = "sub";

    /// <summary><c>here</c>: our own second factor is asked for, where the account has one. <c>there</c>: the provider has asked for both.</summary>
    public string SecondFactor { get; init; } = "here";

    /// <summary>The class or method of authentication (<c>acr</c>, or one of <c>amr</c>) that the provider must have used; only with <c>there</c>.</summary>
    public string? Acr { get; init; }

    public string Issuer => Authority.TrimEnd('/');
    public bool AsksBoth => SecondFactor == "there";
    public bool IsHere => new Uri(Authority).IsLoopback;

    /// <summary>What the settings name; <c>null</c> where they name none.</summary>
    /// <exception cref="InvalidSettingsException">They say something that they cannot mean.</exception>
    public static Provider? Read(IConfiguration configuration)
    {
        if (configuration.GetSection("Oidc").Get<Provider>() is not { Authority.Length: > 0 } provider) return null;
        return provider.Wrong() is { } wrong ? throw new InvalidSettingsException(wrong) : provider;
    }

    string? Wrong() =>
        !Uri.TryCreate(Authority, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            || address.Query.Length > 0 || address.Fragment.Length > 0 ? "设置 Oidc:Authority 应当是统一身份认证的 https 网址，不带参数，如 https://sso.example.gov.cn/realms/staff；不用就删去它。"
        : string.IsNullOrEmpty(ClientId) || string.IsNullOrEmpty(ClientSecret) ? "设置了 Oidc:Authority，还要设置 Oidc:ClientId 和 Oidc:ClientSecret。"
        : string.IsNullOrEmpty(Name) || string.IsNullOrEmpty(Claim) ? "设置 Oidc:Name 和 Oidc:Claim 不能为空；删去它们就用默认值。"
        : SecondFactor is not ("here" or "there") ? "设置 Oidc:SecondFactor 只能是 here 或 there，请改正。"
        : Acr is not null && !AsksBoth ? "设置 Oidc:Acr 只在 Oidc:SecondFactor 是 there 时有用，请改正其中一个。"
        : null;
}

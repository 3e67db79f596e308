using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gongkai.App.Access.SignOn;

/// <summary>Refuses a token that nobody signed. The web handler would let it pass, because it trusts the connection that brought it (Core 1.0, section 3.1.3.7, rule 6).</summary>
sealed class SignedOnly : JsonWebTokenHandler
{
    public override Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        validationParameters.RequireSignedTokens = true;
        return base.ValidateTokenAsync(token, validationParameters);
    }
}

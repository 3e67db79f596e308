using Gongkai.Rules.Disclosure;

namespace Gongkai.App.Office.Channels;

/// <summary>The terms of the inspection of websites, as <c>Disclosure:RedLines</c> gives them: a list, each with the day from which it holds.</summary>
public sealed class InspectionTerms(IConfiguration configuration)
{
    readonly RedLineTerms[] known = configuration.GetSection("Disclosure:RedLines").Get<RedLineTerms[]>() ?? [];

    public RedLineTerms On(DateOnly day) => RedLineTerms.On(known, day);
}

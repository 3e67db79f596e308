using Gongkai.App.Access;
using Gongkai.App.Ui;

namespace Gongkai.App.Office.SelfCheck;

/// <summary>The addresses of the portal that a self-check has asked, each once.</summary>
sealed class Visits(Inside inside, Site site)
{
    /// <summary>So many different addresses are asked; beyond, it is said how many were not.</summary>
    public const int Most = 20_000;

    const int MostLeads = 3;

    readonly Dictionary<string, int> known = [];
    readonly HashSet<string> unasked = [];

    public int Asked => known.Count;

    /// <summary>Links whose address is not asked any more.</summary>
    public int Unasked => unasked.Count;

    /// <summary>Whether a link leads to this portal, and to which address of it; or to which address elsewhere. Neither where it leads nowhere, as a mail address.</summary>
    public (string? Inner, string? Outer) Sort(string link, string from)
    {
        if (link.StartsWith('#') || !Uri.TryCreate(new Uri(site.Absolute(from)), link, out var uri) || uri.Scheme is not ("http" or "https")) return (null, null);
        return uri.Authority.Equals(site.Domain, StringComparison.OrdinalIgnoreCase) ? (uri.PathAndQuery, null) : (null, uri.GetLeftPart(UriPartial.Query));
    }

    /// <summary>A page with what it says.</summary>
    public async Task<InsideAnswer> Read(string address, CancellationToken cancelled)
    {
        var answer = await inside.Ask(address, onlyHead: false, cancelled);
        known[address] = answer.Status;
        return answer;
    }

    /// <summary>What an address answers in the end; <c>null</c> where it is not asked any more.</summary>
    public async Task<int?> Status(string address, CancellationToken cancelled)
    {
        if (known.TryGetValue(address, out var status)) return status;
        if (known.Count >= Most)
        {
            if (unasked.Count < Most) unasked.Add(address);
            return null;
        }
        var (at, leads) = (address, 0);
        while (true)
        {
            var answer = await inside.Ask(at, onlyHead: true, cancelled);
            status = answer.Status;
            if (answer.Leads is not { } next || status is < 300 or >= 400 || ++leads > MostLeads || Sort(next, at).Inner is not { } onward) break;
            at = onward;
        }
        return known[address] = status;
    }

    /// <summary>Whether whoever follows the link finds nothing.</summary>
    public static bool IsDead(int? status) => status is >= 400;

    public static string Words(int status) => status switch
    {
        StatusCodes.Status404NotFound => "404（找不到）",
        StatusCodes.Status410Gone => "410（已撤下）",
        _ => $"{status}（打不开）",
    };
}

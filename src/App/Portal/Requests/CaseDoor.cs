using System.Security.Cryptography;
using System.Text;
using Gongkai.App.Access;
using Gongkai.App.Access.Accounts;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Requests;
using Gongkai.Rules;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Portal.Requests;

/// <summary>Lets an applicant in to one case by its number and query code, for half an hour, and tells nobody else anything.</summary>
/// <remarks>
/// Tries are counted before anything is compared, in the store, so that all nodes together compare no more than one would: for the number from this
/// source, for the number from everywhere, for the source. Whatever is wrong, the work and the answer are the same. A browser that has had the code of a case, and
/// the code is still that one, has tries of its own for it, which strangers cannot use up (docs/decisions/0047).
/// </remarks>
public sealed class CaseDoor(Store store, Marks marks, IDataProtectionProvider protection, Site site, SteadyTime time, RequestSettings settings)
{
    public const string Refused = "没有找到匹配的申请，请核对申请编号和查询码。连续 5 次不匹配将暂停 15 分钟。";

    static readonly TimeSpan Open = TimeSpan.FromMinutes(30);

    // As long as a case takes with everything that may come between.
    static readonly TimeSpan Remembered = TimeSpan.FromDays(120);

    // So many cases one browser is remembered for.
    const int Most = 8;

    // So many letters of the keyed hash tell whether the code is still the one that opened the door.
    const int Witness = 24;

    readonly KeptCookie cookie = new(protection, site, time, "gongkai.case", "case", Open, SameSiteMode.Strict, longest: 1024);

    readonly KeptCookie owners = new(protection, site, time, "gongkai.case-owner", "owner", Remembered, SameSiteMode.Strict, longest: 2048) { OutlivesTheBrowser = true };

    /// <summary>Tries a pair as it was typed. Whether it fits is all that it says.</summary>
    public async Task<bool> Try(HttpContext context, string? typedNumber, string? typedCode)
    {
        var number = string.Concat(Typed.Narrow(typedNumber).Where(char.IsAsciiDigit));
        if (number.Length > 20) number = number[..20];
        var places = await IsOwner(context, number) ? [($"query-owner:{number}", settings.TriesPerNumber)] : Places(context, number);
        if (!await MayTry(places)) return false;
        // A code that cannot be one is compared like any other.
        var mark = (await marks.Open()).OfCode(number, QueryCode.Read(typedCode) ?? "");
        var found = await store.Requests.AsNoTracking().Where(request => request.CodeMark == mark).Select(request => new { request.Handle, request.CodeMark }).SingleOrDefaultAsync();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(found?.CodeMark ?? new string('0', mark.Length)), Encoding.ASCII.GetBytes(mark)) || found is null) return false;
        foreach (var place in places) await store.GiveBack(place.What);
        Enter(context, found.Handle, mark);
        return true;
    }

    /// <summary>Opens a case for this browser.</summary>
    public void Enter(HttpContext context, Handle request, string codeMark)
    {
        cookie.Keep(context, request.ToString(), codeMark[..Witness]);
        Remember(context, request, codeMark);
    }

    /// <summary>Remembers that this browser has had the code of a case: it opens nothing, and gives it tries of its own.</summary>
    public void Remember(HttpContext context, Handle request, string codeMark)
    {
        var mine = $"{request}:{codeMark[..Witness]}";
        owners.Keep(context, [mine, .. (owners.Read(context) ?? []).Where(other => other != mine).Take(Most - 1)]);
    }

    /// <summary>On a shared computer: nobody after this one finds anything.</summary>
    public void Leave(HttpContext context)
    {
        cookie.Forget(context);
        owners.Forget(context);
    }

    /// <summary>The case that this browser may see, or <c>null</c>. A new code closes it.</summary>
    public async Task<InformationRequest?> Case(HttpContext context) =>
        cookie.Read(context) is [var name, var witness] && Handle.TryParse(name, null, out var handle)
        && await store.Requests.SingleOrDefaultAsync(request => request.Handle == handle) is { CodeMark: { } mark } found && mark.StartsWith(witness, StringComparison.Ordinal) ? found : null;

    // Who has no such cookie, which nobody can make, is not looked up.
    async Task<bool> IsOwner(HttpContext context, string number)
    {
        if (owners.Read(context) is not { Length: > 0 } words) return false;
        var cases = words.Select(word => word.Split(':')).Where(word => word.Length == 2).Select(word => (Handle: Handle.Parse(word[0]), Witness: word[1])).ToList();
        var handles = cases.ConvertAll(one => one.Handle);
        var found = await store.Requests.AsNoTracking().Where(request => handles.Contains(request.Handle) && request.Number == number && request.CodeMark != null).Select(request => new { request.Handle, request.CodeMark }).ToListAsync();
        return found.Exists(request => cases.Contains((request.Handle, request.CodeMark![..Witness])));
    }

    async Task<bool> MayTry((string What, int Limit)[] places)
    {
        var taken = new List<string>();
        foreach (var (what, limit) in places)
        {
            if (!await store.Attempt(what, limit, time.Now, settings.Pause))
            {
                foreach (var one in taken) await store.GiveBack(one);
                return false;
            }
            taken.Add(what);
        }
        return true;
    }

    (string What, int Limit)[] Places(HttpContext context, string number)
    {
        var source = Limits.Visitor(context.Connection.RemoteIpAddress);
        return [($"query:{source}", settings.TriesPerSource), ($"query:{number}:{source}", settings.TriesPerNumberAndSource), ($"query-number:{number}", settings.TriesPerNumber)];
    }
}

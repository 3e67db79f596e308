using System.Net;
using System.Text;
using Gongkai.App.Portal.Requests;
using Gongkai.App.Tests.Accounts;
using Gongkai.Records;
using Gongkai.Records.Accounts;
using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Letters;
using Gongkai.Rules.Requests;
using Gongkai.Rules.Requests.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests.Requests;

/// <summary>A platform with one agency whose applicants follow their cases, and what happens to a case at its office.</summary>
static class Cases
{
    public static readonly DateOnly Today = new(2026, 6, 1);

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Node> Open((string Data, string Connection) place, Door.Hands? clock = null)
    {
        var node = new Node(place.Data, place.Connection) { Demo = false, Clock = clock ?? new() };
        await node.In(async store =>
        {
            if (await store.Agencies.AnyAsync(Cancelled)) return;
            store.Add(new Agency { Code = "zjj", Name = "某区住房和城乡建设局" });
            await store.Save(new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now));
        });
        return node;
    }

    public static Task Happens(Node node, string number, params CaseFact[] facts) => node.In(async store =>
    {
        var file = await store.FileOf(await store.Requests.SingleAsync(request => request.Number == number, Cancelled));
        var act = new Act(new("test.happened", "测试"), new(null, "李承办", "本机"), node.Clock.GetUtcNow(), file.Request.AgencyId);
        foreach (var fact in facts) file.Add(fact, act, "内部意见，不给申请人看");
        await store.Save(act);
    });
}

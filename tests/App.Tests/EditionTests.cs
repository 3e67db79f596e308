using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.App.Tests;

/// <summary>Kept pages: dropped at the moment of the commit, and not for what the public never sees.</summary>
public sealed class EditionTests : IClassFixture<EditionTests.Alone>
{
    /// <summary>A platform of its own: others publish too.</summary>
    public sealed class Alone : Platform;

    readonly Alone platform;
    readonly Editions editions;

    public EditionTests(Alone platform) => (this.platform, editions) = (platform, platform.Services.GetRequiredService<Editions>());

    static Act Prepared => new(new("test.prepared", "测试准备"), Hand.Program, Platform.Now);

    [Fact]
    public async Task What_changes_on_a_public_page_is_seen_by_the_next_visitor()
    {
        Assert.Contains("某区住房和城乡建设局", (await platform.Page("/zfxxgk/nb/")).Body.Words());

        await platform.In(async store =>
        {
            (await store.Agencies.WithCode("zjj").SingleAsync()).Name = "某区住房和建设局";
            await store.Save(Prepared);
        });

        Assert.Contains("某区住房和建设局", (await platform.Page("/zfxxgk/nb/")).Body.Words());
    }

    [Fact]
    public async Task The_edition_turns_at_the_commit_and_not_before_and_not_for_what_was_rolled_back()
    {
        var before = editions.Current;
        await platform.In(async store =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write(Prepared, async () =>
            {
                await Change(store);
                throw new InvalidOperationException("rolled back");
            }));
            Assert.Equal(before, editions.Current);
            await store.Write(Prepared, async () =>
            {
                await Change(store);
                Assert.Equal(before, editions.Current);
            });
            Assert.Equal(before + 1, editions.Current);
        });

        static async Task Change(Store store)
        {
            (await store.Agencies.WithCode("zjj").SingleAsync()).ShortName = $"{Handle.Next()}";
            await store.SaveChangesAsync();
        }
    }

    [Fact]
    public async Task What_a_desk_does_with_requests_leaves_the_kept_pages_alone()
    {
        var before = editions.Current;

        await platform.In(async store =>
        {
            store.Add(new RequestSetting { AgencyId = await store.Agencies.WithCode("zjj").Select(one => one.Id).SingleAsync(), Part = SettingPart.Contact, From = new(2026, 1, 1), Why = "测试", At = Platform.Now, ByName = "测试" });
            await store.Save(Prepared);
        });

        Assert.Equal(before, editions.Current);
    }

    [Fact]
    public void A_node_that_cannot_hear_keeps_nothing_until_it_hears_again()
    {
        var node = new Editions();
        node.Deaf();
        Assert.False(node.Keeps);

        var before = node.Current;
        node.Hears();

        Assert.True(node.Keeps);
        Assert.True(node.Current > before);
    }
}

using Gongkai.Records.Files;
using Gongkai.Records.Organizations;
using Gongkai.Records.Requests;
using Gongkai.Records.Requests.Redaction;
using Gongkai.Records.Trail;
using Gongkai.Rules.Requests;
using Microsoft.EntityFrameworkCore;
using static Gongkai.Records.Tests.TestActs;

namespace Gongkai.Records.Tests;

/// <summary>A file that is disclosed in part, on both stores: marks come back as they were made, a release is of one state of them, and originals are known.</summary>
public sealed class RedactionTests(TestStores stores)
{
    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_mark_comes_back_as_it_was_made_and_counts_the_changes_of_its_file(StoreKind kind)
    {
        var (connection, request, source) = await Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var redaction = await Begin(store, request, source);
        await Mark(store, redaction, 2, 0.123456789, 0.9, 0.2, 0.3, RedactionGround.TradeSecret, "合同单价𠮷");
        await Mark(store, redaction, 1, 0.5, 0.5, 0.1, 0.1, RedactionGround.Privacy, "");

        await using var reading = StoreChoice.Open(connection);
        var read = await reading.CaseRedactions.SingleAsync(one => one.Id == redaction.Id, Cancelled);
        Assert.Equal((3, 12), (read.Revision, read.Pages));
        var places = await reading.PlacesOf(redaction.Id);
        Assert.Equal([1, 2], places.Select(place => place.Page));
        // As far as it lies on the page.
        Assert.Equal((0.12346, 0.9, 0.2, 0.1, RedactionGround.TradeSecret, "合同单价𠮷"), (places[1].Left, places[1].Top, places[1].Width, Math.Round(places[1].Height, 5), places[1].Ground, places[1].Note));
        Assert.True(read.Keep("某区人民政府"));
        Assert.False(read.Keep("某区人民政府"));
        await reading.Save(Test with { Agency = request.AgencyId });
        await using var last = StoreChoice.Open(connection);
        Assert.Equal(["某区人民政府"], (await last.CaseRedactions.SingleAsync(one => one.Id == redaction.Id, Cancelled)).Kept);
        // What may stand elsewhere names what is covered here: it is no part of what is hashed.
        Assert.DoesNotContain("某区人民政府", string.Concat(await last.Trail.Select(entry => entry.Content).ToListAsync(Cancelled)), StringComparison.Ordinal);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Of_two_who_mark_at_once_the_second_is_refused_and_nothing_of_it_is_kept(StoreKind kind)
    {
        var (connection, request, source) = await Prepared(kind);
        await using var first = StoreChoice.Open(connection);
        var redaction = await Begin(first, request, source);
        await using var second = StoreChoice.Open(connection);
        var same = await second.CaseRedactions.SingleAsync(one => one.Id == redaction.Id, Cancelled);
        await Mark(first, redaction, 1, 0.1, 0.1, 0.1, 0.1, RedactionGround.Privacy, "");
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Mark(second, same, 1, 0.2, 0.2, 0.1, 0.1, RedactionGround.Privacy, ""));
        Assert.Equal(1, await first.RedactedPlaces.CountAsync(place => place.RedactionId == redaction.Id, Cancelled));
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task A_release_is_stale_as_soon_as_a_mark_or_the_original_changes(StoreKind kind)
    {
        var (connection, request, source) = await Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        var redaction = await Begin(store, request, source);
        await Mark(store, redaction, 1, 0.1, 0.1, 0.1, 0.1, RedactionGround.Privacy, "");
        Assert.False((await store.StateOf(redaction)).IsReady);
        var released = await Release(store, redaction, source);
        Assert.True((await store.StateOf(redaction)).IsReady);

        // A leak is a certificate without a file, and the older file is not ready again.
        store.Add(Release(redaction, source, null, leaks: 1, Now.AddMinutes(1)));
        await store.Save(Test with { Agency = request.AgencyId });
        Assert.False((await store.StateOf(redaction)).IsReady);

        released = await Release(store, redaction, source, Now.AddMinutes(2));
        Assert.True((await store.StateOf(redaction)).IsReady);
        var place = await store.RedactedPlaces.SingleAsync(one => one.RedactionId == redaction.Id, Cancelled);
        place.Explain(RedactionGround.TradeSecret, "");
        store.Touch(redaction);
        await store.Save(Test with { Agency = request.AgencyId });
        Assert.False((await store.StateOf(redaction)).IsReady);

        released = await Release(store, redaction, source, Now.AddMinutes(3));
        store.Remove(place);
        store.Touch(redaction);
        await store.Save(Test with { Agency = request.AgencyId });
        Assert.False((await store.StateOf(redaction)).IsReady);

        released = await Release(store, redaction, source, Now.AddMinutes(4));
        var state = await store.StateOf(redaction);
        Assert.True(state.IsReady);
        // Another file in the place of the released one, or of the original, is not what was searched.
        Assert.False(state.Last!.IsValid(redaction, source, source));
        Assert.False(state.Last.IsValid(redaction, released, released));
        var other = File(request, "another", RequestPapers.ToRelease, request.Id);
        store.Add(other);
        redaction.Take(other.Id, 3);
        await store.Save(Test with { Agency = request.AgencyId });
        Assert.False((await store.StateOf(redaction)).IsReady);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.Postgres)]
    public async Task Originals_are_known_until_the_work_on_them_is_given_up(StoreKind kind)
    {
        var (connection, request, source) = await Prepared(kind);
        await using var store = StoreChoice.Open(connection);
        Assert.Empty(await store.OriginalsOf(request.Id));
        var redaction = await Begin(store, request, source);
        Assert.Equal([source.Hash], await store.OriginalsOf(request.Id));
        var (first, second) = (File(request, "first", RequestPapers.ToRelease, request.Id), File(request, "second", RequestPapers.ToRelease, request.Id));
        store.AddRange(first, second);
        redaction.Take(second.Id, 1);
        await store.Save(Test with { Agency = request.AgencyId });
        // The one that was replaced too.
        Assert.Equal(new[] { first.Hash, second.Hash }.Order(StringComparer.Ordinal), (await store.OriginalsOf(request.Id)).Order(StringComparer.Ordinal));
        redaction.Drop("整份公开", Now);
        await store.Save(Test with { Agency = request.AgencyId });
        Assert.Equal([first.Hash], await store.OriginalsOf(request.Id));
        Assert.Empty(await store.RedactionsOf(request.Id));
    }

    static async Task<CaseRedaction> Begin(Store store, InformationRequest request, StoredFile source)
    {
        var redaction = new CaseRedaction { AgencyId = request.AgencyId, RequestId = request.Id, BegunByName = "演示承办", BegunAt = Now };
        redaction.Take(source.Id, 12);
        store.Add(redaction);
        await store.Save(Test with { Agency = request.AgencyId });
        return redaction;
    }

    static async Task Mark(Store store, CaseRedaction redaction, int page, double left, double top, double width, double height, RedactionGround ground, string note)
    {
        var place = new RedactedPlace { RedactionId = redaction.Id, Page = page, ByName = "演示承办", At = Now };
        place.Lay(left, top, width, height);
        place.Explain(ground, note);
        store.Add(place);
        store.Touch(redaction);
        await store.Save(Test with { Agency = redaction.AgencyId });
    }

    static async Task<StoredFile> Release(Store store, CaseRedaction redaction, StoredFile source, DateTimeOffset? at = null)
    {
        var file = StoredFile.Of(new(Hash($"released {redaction.Revision}"), 10, null), "公开文件.pdf", "application/pdf", (CaseRelease.FileKind, redaction.Id), redaction.AgencyId, Scan.Clean, Now);
        store.AddRange(file, Release(redaction, source, file, 0, at ?? Now));
        await store.Save(Test with { Agency = redaction.AgencyId });
        return file;
    }

    static CaseRelease Release(CaseRedaction redaction, StoredFile source, StoredFile? file, int leaks, DateTimeOffset at) => new()
    {
        RedactionId = redaction.Id, OfRevision = redaction.Revision, SourceHash = source.Hash, PlanHash = Hash("plan"), ReleasedHash = file?.Hash ?? Hash("held"), Certificate = "{}", Index = "{}", Places = 1, Leaks = leaks, FileId = file?.Id, ByName = "演示承办", At = at,
    };

    static StoredFile File(InformationRequest request, string bytes, string kind, Guid owner) => StoredFile.Of(new(Hash(bytes), 10, null), $"{bytes}.pdf", "application/pdf", (kind, owner), request.AgencyId, Scan.Clean, Now);

    static string Hash(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    async Task<(string Connection, InformationRequest Request, StoredFile Source)> Prepared(StoreKind kind)
    {
        var connection = stores.Ready(kind);
        await using var store = StoreChoice.Open(connection);
        var agency = new Agency { Code = "zjj", Name = "某区住房和城乡建设局" };
        store.Add(agency);
        store.SaveNow();
        var act = Test with { Agency = agency.Id };
        CaseFile file = null!;
        StoredFile source = null!;
        await store.Write(act, async () =>
        {
            file = await store.TakeIn(new()
            {
                Agency = agency.Id, Channel = Channel.InPerson, Kind = ApplicantKind.Person, Submitted = new(2026, 3, 2), Received = new DateOnly(2026, 3, 2), MaskedName = "示*",
                Wanted = new() { Name = "危险房屋鉴定报告" }, Applicant = id => new() { RequestId = id, Name = new("sealed"), Paper = IdentityPaper.ResidentCard },
            }, act);
            source = File(file.Request, "source", RequestPapers.Incoming, file.Request.Id);
            store.Add(source);
        });
        return (connection, file.Request, source);
    }
}

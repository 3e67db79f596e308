using Gongkai.App.Office.Chores;
using Gongkai.Documents.Publication;
using Gongkai.Records;
using Gongkai.Records.Disclosure;
using Gongkai.Records.Files;
using Gongkai.Records.Search;
using Gongkai.Rules;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Search;

/// <summary>Reads the files that the public gets, so that search finds what stands in them, and brings validity in the index to the day.</summary>
public sealed class SearchCare(FileStore files) : IChore
{
    public string Name => "search";
    public string Title => "更新检索索引";
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Do(Store store, DateTimeOffset now, CancellationToken stopping)
    {
        var today = now.DayAtOffice;
        // A restored or upgraded store may have no index yet.
        if (!await store.Set<IndexedItem>().AnyAsync(stopping) && await store.Items.Public().AnyAsync(stopping)) await SearchIndex.Rebuild(store, today, null, stopping);
        await SearchIndex.CatchUp(store, today, items => Read(store, items, stopping), stopping);
    }

    async Task Read(Store store, IReadOnlyList<Guid> items, CancellationToken stopping)
    {
        var unread = await SearchIndex.UnreadFiles(store, items);
        foreach (var file in await store.Files.AsNoTracking().Where(file => unread.Contains(file.Id)).ToListAsync(stopping))
        {
            if (stopping.IsCancellationRequested) return;
            store.Add(SearchedFile.Of(file.Id, TextOf(file)));
        }
        await store.SaveChangesAsync(stopping);
        store.ChangeTracker.Clear();
    }

    string TextOf(StoredFile file)
    {
        try
        {
            return AttachmentText.Of(files.Read(file), file.Name);
        }
        catch (Exception missing) when (missing is AlteredFileException or IOException or UnauthorizedAccessException)
        {
            // The examination of files says so; search finds the item by everything else.
            return "";
        }
    }
}

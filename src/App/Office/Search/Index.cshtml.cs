using System.ComponentModel.DataAnnotations;
using Gongkai.App.Access;
using Gongkai.App.Ui;
using Gongkai.Records;
using Gongkai.Records.Search;
using Gongkai.Rules.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.App.Office.Search;

/// <summary>检索同义词: the words that mean the same to whoever searches, and how the index stands.</summary>
[Permits(Permission.ManageColumns)]
public sealed class Index(Store store, Me me, TimeProvider time) : PageModel, IFramed
{
    public const string Path = "/office/search";

    /// <summary>A list that stays readable; each search reads it whole.</summary>
    public const int Most = 500;

    /// <summary>One group as it is typed.</summary>
    public sealed class Form
    {
        public int Revision { get; set; }
        [Required(ErrorMessage = "请填写意思相同的词"), MaxLength(300, ErrorMessage = "最多 300 个字，请减少几个词")] public string? Words { get; set; }
        [MaxLength(200, ErrorMessage = "说明最多 200 个字")] public string? Note { get; set; }

        /// <summary>The words one by one.</summary>
        public List<string> Split() => [.. (Words ?? "").Split([' ', '、', '，', ',', ';', '；', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

        /// <summary>What is wrong with them, as a sentence.</summary>
        public string? Wrong(IEnumerable<SearchSynonym> others)
        {
            var words = Split();
            return words.Count < 2 ? "一组至少要有两个词，请用空格或者顿号隔开"
                : words.Count > SearchSynonym.MostWords ? $"一组最多 {SearchSynonym.MostWords} 个词，现在有 {words.Count} 个，请减少几个"
                : words.Find(word => word.Length > SearchSynonym.LongestWord) is { } longest ? $"“{longest[..10]}…”太长，一个词最多 {SearchSynonym.LongestWord} 个字"
                : words.Find(word => !SearchSynonym.IsWord(word)) is { } odd ? $"“{odd}”不是一个词：请用两个以上的汉字、字母或者数字，中间不要有标点"
                : others.FirstOrDefault(other => other.Words.Intersect(words).Any()) is { } same ? $"“{same.Words.Intersect(words).First()}”已经在“{string.Join("、", same.Words)}”这一组里，请到那一组修改"
                : null;
        }
    }

    public Frame Frame => new(ModelState.IsValid ? "检索同义词" : "错误：检索同义词", new Crumb("检索同义词")) { Under = Path };
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<SearchSynonym> All { get; private set; } = [];
    public long Indexed { get; private set; }
    public int Due { get; private set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        if (me.Agency == Guid.Empty) return NotFound();
        await Load();
        if (ModelState.IsValid && Input.Wrong(All) is { } wrong) ModelState.AddModelError("Input.Words", wrong);
        if (All.Count >= Most) ModelState.AddModelError("", $"已经有 {Most} 组，请先删除不用的。");
        if (!ModelState.IsValid) return this.Again();
        store.Add(new SearchSynonym { AgencyId = me.Agency, Words = Input.Split(), Note = Input.Note?.Trim() is { Length: > 0 } note ? note : null, ChangedAt = time.Now });
        await store.Save(me.Does(SearchSynonym.Added));
        return this.Done("已增加一组同义词，搜索马上适用。", "~" + Path);
    }

    async Task Load()
    {
        All = await store.SearchSynonyms.AsNoTracking().Where(one => one.AgencyId == me.Agency).OrderByDescending(one => one.ChangedAt).ThenBy(one => one.Id).ToListAsync();
        var today = time.Today;
        (Indexed, Due) = (await store.Set<IndexedItem>().LongCountAsync(), await store.Set<IndexedItem>().CountAsync(item => item.TurnsOn <= today));
    }
}
